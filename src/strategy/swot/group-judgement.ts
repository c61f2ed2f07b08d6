import type { Comparison } from '../records/swot.ts';
import { analyticHierarchy, type Hierarchy } from './analytic-hierarchy.ts';

/** What a group's judgements come to, or how far they have come. */
export interface GroupJudgement {
  /** Pairs that somebody judged, of how many. */
  readonly judged: number;
  readonly pairs: number;
  /** Null until every pair is judged by somebody, and with fewer than two things. */
  readonly hierarchy: Hierarchy | null;
}

/** The judgements of everyone on “first against second”, whichever way round they were given. */
const ratios = (comparisons: readonly Comparison[], firstId: string, secondId: string): readonly number[] =>
  comparisons.flatMap((one) => {
    if (one.firstId === firstId && one.secondId === secondId) return [one.ratio];
    return one.firstId === secondId && one.secondId === firstId ? [1 / one.ratio] : [];
  });

const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/**
 * Weights of the things with these ids from the judgements of one or several people, whose geometric mean is taken pair by pair: the only
 * mean that keeps the matrix reciprocal (Aczél & Saaty 1983).
 */
export const groupJudgement = (
  ids: readonly string[],
  comparisons: readonly Comparison[],
): GroupJudgement => {
  const pairs = (ids.length * (ids.length - 1)) / 2;
  let judged = 0;
  const matrix = ids.map((_, row) => ids.map((__, column) => (row === column ? 1 : Number.NaN)));
  ids.forEach((first, row) =>
    ids.slice(row + 1).forEach((second, after) => {
      const given = ratios(comparisons, first, second);
      if (given.length === 0) return;
      const ratio = geometricMean(given);
      const column = row + 1 + after;
      (matrix[row] as number[])[column] = ratio;
      (matrix[column] as number[])[row] = 1 / ratio;
      judged += 1;
    }),
  );
  return { judged, pairs, hierarchy: pairs > 0 && judged === pairs ? analyticHierarchy(matrix) : null };
};
