/** A score in a sentence: at most one decimal, 2 or 2.3. */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);
