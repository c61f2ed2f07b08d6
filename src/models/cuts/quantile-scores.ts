import { quantile } from './quantile.ts';

/**
 * Cut points of R’s rfm package: the quantiles at 1/n, 2/n, … plus 1, for values in whole units such as days, orders or
 * money; n − 1 of them, none without values.
 */
export const packageCuts = (values: readonly number[], scores = 5): number[] => {
  const rising = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
  return Array.from({ length: scores - 1 }, (_, at) => quantile(rising, (at + 1) / scores)).flatMap((cut) =>
    cut === null ? [] : [cut + 1],
  );
};

/** Score from 1: one more for each cut that the value reaches; a value on a cut belongs above it. */
export const scoreByCuts = (value: number, cuts: readonly number[]): number =>
  1 + cuts.filter((cut) => value >= cut).length;

/** The same the other way round, for values of which little is good, such as days since the last order. */
export const reverseScoreByCuts = (value: number, cuts: readonly number[]): number =>
  cuts.length + 2 - scoreByCuts(value, cuts);

/**
 * Tie-safe scores 1 to `scores` (F1): 1 + ⌊scores × percent rank⌋, where the percent rank is the share of the others that
 * lie below. Equal values get equal scores; a single value gets 1; null stays null.
 */
export const percentRankScores = (values: readonly (number | null)[], scores = 5): (number | null)[] => {
  const rising = values
    .flatMap((value) => (value === null || Number.isNaN(value) ? [] : [value]))
    .sort((one, other) => one - other);
  const below = new Map<number, number>();
  rising.forEach((value, place) => {
    if (!below.has(value)) below.set(value, place);
  });
  return values.map((value) => {
    const lower = value === null ? undefined : below.get(value);
    if (lower === undefined) return null;
    const rank = rising.length > 1 ? lower / (rising.length - 1) : 0;
    return Math.min(scores, 1 + Math.floor(scores * rank + 1e-12));
  });
};
