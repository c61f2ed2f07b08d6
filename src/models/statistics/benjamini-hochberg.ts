/**
 * Benjamini & Hochberg (1995) adjusted p-values, in the order given: keeping those up to q leaves a share of at most q
 * false alarms on average. Unknown p-values (null) stay null and don't count as tests.
 */
export const benjaminiHochberg = (pValues: readonly (number | null)[]): (number | null)[] => {
  const known = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  const adjusted: (number | null)[] = pValues.map(() => null);
  let lowest = 1;
  known
    .toSorted((left, right) => right.p - left.p)
    .forEach(({ p, index }, place) => {
      lowest = Math.min(lowest, (p * known.length) / (known.length - place));
      adjusted[index] = lowest;
    });
  return adjusted;
};
