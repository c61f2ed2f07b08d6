import { at } from '../../core/numeric/at.ts';
import { createRandom } from '../../core/numeric/random.ts';
import { quantile } from '../cuts/quantile.ts';
import type { Effect } from './effect.ts';

/** How the share of the best is found, and how its interval is drawn. */
export interface TopShareChoice {
  /** The best so many of all, 0–1; 0.2 for the best fifth. */
  readonly best: number;
  readonly seed: number;
  /** Samples of the bootstrap; 400 unless said otherwise. */
  readonly samples?: number;
  readonly level?: number;
  /** Share and number of customers where `values` are a random part of them: the interval is that of all. */
  readonly whole?: { readonly value: number; readonly count: number };
}

/** Share of the best by how often each was drawn; `falling` from the largest. Null when the sum is not above 0. */
const shareOf = (falling: Float64Array, times: Uint16Array, wanted: number): number | null => {
  let [total, top, left] = [0, 0, wanted];
  for (let place = 0; place < falling.length; place += 1) {
    const drawn = at(times, place);
    const value = at(falling, place);
    total += drawn * value;
    const taken = Math.min(drawn, left);
    top += taken * value;
    left -= taken;
  }
  return total > 0 ? top / total : null;
};

/**
 * The share of the sum that the best values bring, with the percentile interval of a bootstrap (Efron 1979); the same seed
 * gives the same interval. Of a part of m of n values the deviations are scaled by √(m ÷ n) (Politis & Romano 1994). May be
 * above 1 where others lose. Null without values, or when the sum is not above 0.
 */
export const topShare = (values: readonly number[], choice: TopShareChoice): Effect | null => {
  const { best, seed, samples = 400, level = 0.95 } = choice;
  const falling = Float64Array.from(values).sort().reverse();
  const count = falling.length;
  const wanted = Math.round(best * count);
  const inPart = shareOf(falling, new Uint16Array(count).fill(1), wanted);
  if (inPart === null) return null;
  const whole = choice.whole ?? { value: inPart, count };
  const scale = Math.sqrt(Math.min(1, count / Math.max(1, whole.count)));
  const random = createRandom(seed);
  const deviations: number[] = [];
  const times = new Uint16Array(count);
  for (let sample = 0; sample < samples; sample += 1) {
    times.fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      const place = Math.floor(random.next() * count);
      times[place] = at(times, place) + 1;
    }
    const share = shareOf(falling, times, wanted);
    if (share !== null) deviations.push(scale * (share - inPart));
  }
  deviations.sort((one, other) => one - other);
  return {
    value: whole.value,
    low: whole.value + (quantile(deviations, (1 - level) / 2) ?? 0),
    high: whole.value + (quantile(deviations, (1 + level) / 2) ?? 0),
    p: null,
  };
};
