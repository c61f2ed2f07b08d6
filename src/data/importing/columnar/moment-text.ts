/** Microseconds since 1970 as ISO text, fractions of a second only where there are some. */
export const momentText = (microseconds: bigint): string => {
  const remainder = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const seconds = (microseconds - remainder) / 1_000_000n;
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return remainder === 0n ? text : `${text}.${String(remainder).padStart(6, '0').replace(/0+$/, '')}`;
};

/** The shortest number that is the same in single precision: 0.1, not 0.10000000149. */
export const shortFloat = (value: number): number => {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
};
