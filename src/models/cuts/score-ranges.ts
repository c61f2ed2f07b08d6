/** Recency, frequency and monetary score of a customer, 1 to 5. */
export interface RfmScores {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** A segment by ranges of the scores, both ends included. */
export interface ScoreRange {
  readonly name: string;
  readonly r: readonly [number, number];
  readonly f: readonly [number, number];
  readonly m: readonly [number, number];
}

const isWithin = (score: number, [low, high]: readonly [number, number]): boolean =>
  score >= low && score <= high;

/** Name of the first range that holds all three scores, as R’s rfm package segments; `otherwise` when none does. */
export const segmentByRanges = (
  scores: RfmScores,
  ranges: readonly ScoreRange[],
  otherwise = 'Others',
): string =>
  ranges.find(({ r, f, m }) => isWithin(scores.r, r) && isWithin(scores.f, f) && isWithin(scores.m, m))
    ?.name ?? otherwise;

/** Score triples (of 125) that more than one range holds, so that their order decides, and those that none holds. */
export const rangeConflicts = (
  ranges: readonly ScoreRange[],
): { readonly several: number; readonly none: number } => {
  const steps = [1, 2, 3, 4, 5];
  const held = steps.flatMap((r) =>
    steps.flatMap((f) =>
      steps.map(
        (m) =>
          ranges.filter((range) => isWithin(r, range.r) && isWithin(f, range.f) && isWithin(m, range.m))
            .length,
      ),
    ),
  );
  return {
    several: held.filter((count) => count > 1).length,
    none: held.filter((count) => count === 0).length,
  };
};
