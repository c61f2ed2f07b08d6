/** What a value holds somewhere, as bits of a mask. From `delimiter` on, a byte ends the value. */
export const byteClass = {
  quote: 1,
  return: 2,
  nul: 4,
  high: 8,
  mark: 16,
  at: 32,
  delimiter: 64,
  lineFeed: 128,
} as const;

/** The class of each byte: a quote of this dialect, CR, NUL, part of a character beyond ASCII, `.,+'`, `@`, what ends values. */
export const byteClasses = (delimiter: number, quote: number): Uint8Array => {
  const classes = new Uint8Array(256).fill(byteClass.high, 128);
  classes[0] = byteClass.nul;
  classes[13] = byteClass.return;
  for (const mark of ".,+'") classes[mark.charCodeAt(0)] = byteClass.mark;
  classes[64] = byteClass.at;
  classes[10] = byteClass.lineFeed;
  classes[delimiter] = byteClass.delimiter;
  if (quote >= 0) classes[quote] = byteClass.quote;
  return classes;
};
