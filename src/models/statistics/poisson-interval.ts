import type { Interval } from './wilson-interval.ts';

const z95 = 1.959963984540054;

/**
 * 95 % interval of the expected number of events where `count` were seen, by Byar's approximation (Breslow & Day 1987), which
 * is within 1 % of the exact one from 2 events on; without an event the upper end is exact (3.689). Null below 0.
 */
export const poissonInterval = (count: number): Interval | null => {
  if (!(count >= 0)) return null;
  if (count === 0) return { low: 0, high: 3.688879454113936 };
  const cube = (of: number, sign: number): number =>
    of * (1 - 1 / (9 * of) + (sign * z95) / (3 * Math.sqrt(of))) ** 3;
  return { low: Math.max(0, cube(count, -1)), high: cube(count + 1, 1) };
};
