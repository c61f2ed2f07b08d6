import type { Random } from '../../core/numeric/random.ts';

/** Draws an index with probability proportional to its weight, by bisection; made once and used often. */
export const createPicker = (weights: readonly number[]): ((random: Random) => number) => {
  const cumulative: number[] = [];
  let total = 0;
  for (const weight of weights) cumulative.push((total += weight));
  return (random) => {
    const target = random.next() * total;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
};

/** One of the items, all equally likely. */
export const pickOne = <T>(random: Random, items: readonly [T, ...T[]] | readonly T[]): T =>
  items[random.whole(0, items.length - 1)] as T;

/** Whether something of this probability happens. */
export const happens = (random: Random, probability: number): boolean => random.next() < probability;

/** Number of events of a Poisson distribution with a small mean (Knuth). */
export const drawPoisson = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count += 1;
  return count;
};

/** A share in (0, 1) of a beta distribution. */
export const drawBeta = (random: Random, a: number, b: number): number => {
  const first = random.gamma(a, 1);
  return first / (first + random.gamma(b, 1));
};

/** A whole number of points between the ends, normally spread around `mean`. */
export const drawPoints = (random: Random, mean: number, spread: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, Math.round(mean + spread * random.normal())));
