/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const z = 1.959963984540054;

/** 95 % interval of a share, `successes` of `trials` (Wilson 1927); null without trials. Stays within 0–1. */
export const wilsonInterval = (successes: number, trials: number): Interval | null => {
  if (trials <= 0) return null;
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
