/** A share as whole per cent, for a sentence. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** What a row is called, in quotation marks; `otherwise` where it has no name yet. */
export const quoted = (name: string, otherwise: string): string => `“${name.trim() || otherwise}”`;

/** A count with its noun: “1 need”, “3 needs”. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** A factor or mean with at most one decimal. */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A whole number with its thousands apart. */
export const wholeNumber = (value: number): string => whole.format(value);
