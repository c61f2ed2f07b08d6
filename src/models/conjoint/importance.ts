/**
 * How much each attribute matters to one respondent: the range of its part-worths as a share of the sum of all ranges, 0–1,
 * adding up to 1; null when every level is worth the same.
 */
export const attributeImportance = (worths: readonly (readonly number[])[]): readonly number[] | null => {
  const ranges = worths.map((levels) => Math.max(...levels) - Math.min(...levels));
  const all = ranges.reduce((sum, range) => sum + range, 0);
  return all > 1e-9 ? ranges.map((range) => range / all) : null;
};
