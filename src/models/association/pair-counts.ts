/** How often two things occur, alone and together, among baskets or customers: the four cells of a 2 × 2 table. */
export interface PairCounts {
  /** Baskets, or customers, in all. */
  readonly total: number;
  readonly withA: number;
  readonly withB: number;
  readonly together: number;
}

/** The same pair the other way round: from B to A. */
export const turned = ({ total, withA, withB, together }: PairCounts): PairCounts => ({
  total,
  withA: withB,
  withB: withA,
  together,
});

/** What is left of a pair's counts when those of a part of the same baskets are taken away. */
export const without = (all: PairCounts, part: PairCounts): PairCounts => ({
  total: all.total - part.total,
  withA: all.withA - part.withA,
  withB: all.withB - part.withB,
  together: all.together - part.together,
});
