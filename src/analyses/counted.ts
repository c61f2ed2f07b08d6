/** A whole number in an English sentence: 1,234. */
export const grouped = (count: number): string => count.toLocaleString('en-GB', { maximumFractionDigits: 0 });

/** So many of a thing in words: `counted(1, 'customer is', 'customers are')` is “1 customer is”. */
export const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
