import { normalCritical } from './normal.ts';

/** An interval, of 95 % unless said otherwise. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const z95 = 1.959963984540054;

/** Interval of a share, `successes` of `trials`, at a confidence of `level` (Wilson 1927); null without trials. Stays within 0–1. */
export const wilsonInterval = (successes: number, trials: number, level = 0.95): Interval | null => {
  if (trials <= 0) return null;
  const z = level === 0.95 ? z95 : normalCritical(level);
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
