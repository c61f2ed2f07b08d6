/** What bytes mean to a reader of rows. {@link plain} ones are only parts of values. */
export const byteClass = {
  plain: 0,
  high: 1,
  quote: 2,
  return: 3,
  nul: 4,
  delimiter: 5,
  lineFeed: 6,
} as const;

/** The class of each byte in a dialect; `high`: part of a character beyond ASCII. `quote` −1: there is none. */
export const byteClasses = (delimiter: number, quote: number): Uint8Array => {
  const classes = new Uint8Array(256).fill(byteClass.high, 128);
  classes[0] = byteClass.nul;
  classes[10] = byteClass.lineFeed;
  classes[13] = byteClass.return;
  classes[delimiter] = byteClass.delimiter;
  if (quote >= 0) classes[quote] = byteClass.quote;
  return classes;
};
