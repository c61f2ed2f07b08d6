import { createRandom } from '../../core/numeric/random.ts';
import { numberAt } from '../estimation/number-at.ts';
import { quantile } from '../cuts/quantile.ts';
import type { Effect } from './effect.ts';

/** How the interval of a ratio is drawn. */
export interface BootstrapChoice {
  readonly seed: number;
  /** Samples; 2,000 unless said otherwise. */
  readonly samples?: number;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Mean of the first group ÷ mean of the second, with the percentile interval of a bootstrap (Efron 1979) of both groups;
 * the same seed gives the same interval. Samples whose second mean is not above 0 are left out. Null without anybody in a
 * group, or when the second mean is not above 0.
 */
export const bootstrapRatio = (
  first: readonly number[],
  second: readonly number[],
  { seed, samples = 2_000 }: BootstrapChoice,
): Effect | null => {
  if (first.length === 0 || second.length === 0 || !(meanOf(second) > 0)) return null;
  const random = createRandom(seed);
  const drawnMean = (values: readonly number[]): number => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw += 1)
      sum += numberAt(values, random.whole(0, values.length - 1));
    return sum / values.length;
  };
  const ratios: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const [above, below] = [drawnMean(first), drawnMean(second)];
    if (below > 0) ratios.push(above / below);
  }
  ratios.sort((one, other) => one - other);
  const value = meanOf(first) / meanOf(second);
  return { value, low: quantile(ratios, 0.025) ?? value, high: quantile(ratios, 0.975) ?? value, p: null };
};
