/** A segment of a published map: the scores (both ends included) that it claims. */
export interface MapRange {
  readonly name: string;
  readonly recency: readonly [number, number];
  /** Mean of frequency and monetary score, rounded half up. */
  readonly combined: readonly [number, number];
}

/**
 * The ranges that Putler published, in its order (methods.md F1). They overlap, and its scores begin at 0, which scores of 1
 * to 5 never reach: for bringing along segments of another tool, not for new ones.
 */
export const putlerMap: readonly MapRange[] = [
  { name: 'Champions', recency: [4, 5], combined: [4, 5] },
  { name: 'Loyal', recency: [2, 5], combined: [3, 5] },
  { name: 'Potential', recency: [3, 5], combined: [1, 3] },
  { name: 'Recent', recency: [4, 5], combined: [0, 1] },
  { name: 'Promising', recency: [3, 4], combined: [0, 1] },
  { name: 'Attention', recency: [2, 3], combined: [2, 3] },
  { name: 'Sleep', recency: [2, 3], combined: [0, 2] },
  { name: 'At Risk', recency: [0, 2], combined: [2, 5] },
  { name: "Can't Lose", recency: [0, 1], combined: [4, 5] },
  { name: 'Hibernating', recency: [1, 2], combined: [1, 2] },
  { name: 'Lost', recency: [0, 2], combined: [0, 2] },
];

const scores = [1, 2, 3, 4, 5];
const holds = ([from, to]: readonly [number, number], score: number): boolean => score >= from && score <= to;

/** Cells of recency × combined score (1 to 5) that a range covers. */
export const cellsCovered = ({ recency, combined }: MapRange): number =>
  scores.filter((score) => holds(recency, score)).length *
  scores.filter((score) => holds(combined, score)).length;

/** Who wins where segments overlap: as published, or the narrowest range first (ties as published). */
export const orderedMap = (
  map: readonly MapRange[],
  order: 'published' | 'narrowest',
): readonly MapRange[] =>
  order === 'published' ? map : map.toSorted((one, other) => cellsCovered(one) - cellsCovered(other));

/** Names of the segments that claim a pair of scores, in the order of the map; the first wins. Empty where none does. */
export const claimsOf = (map: readonly MapRange[], recency: number, combined: number): readonly string[] =>
  map
    .filter((range) => holds(range.recency, recency) && holds(range.combined, combined))
    .map(({ name }) => name);

/** Mean of frequency and monetary score as one score, rounded half up. */
export const combinedScore = (frequency: number, monetary: number): number =>
  Math.floor((frequency + monetary) / 2 + 0.5);
