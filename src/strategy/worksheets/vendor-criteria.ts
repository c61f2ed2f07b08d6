/** What a supplier of CRM is judged by, in reading order, with our own weights (house rule). Each is a field of the shortlist. */
export const vendorCriteria = [
  { value: 'fit', label: 'Fits our process', weight: 5 },
  { value: 'joins', label: 'Joins our data', weight: 5 },
  { value: 'ease', label: 'Easy to use', weight: 4 },
  { value: 'safety', label: 'Protects data', weight: 4 },
  { value: 'cost', label: 'Cost over five years', weight: 3 },
  { value: 'service', label: 'Service and skill', weight: 3 },
  { value: 'exit', label: 'Easy to leave', weight: 2 },
] as const;

/** One of {@link vendorCriteria}. */
export type VendorCriterion = (typeof vendorCriteria)[number]['value'];

/** Weight of each criterion as it was written down; ours while none is. */
export type VendorWeights = Readonly<Record<VendorCriterion, number>>;

/** The weights in force: those written down (the last one of a criterion counts), ours for the others. */
export const vendorWeights = (
  rows: readonly {
    readonly values: { readonly criterion: VendorCriterion | null; readonly weight: number | null };
  }[],
): VendorWeights => {
  const weights = Object.fromEntries(vendorCriteria.map(({ value, weight }) => [value, weight])) as Record<
    VendorCriterion,
    number
  >;
  for (const { values } of rows)
    if (values.criterion !== null && values.weight !== null) weights[values.criterion] = values.weight;
  return weights;
};

/** A supplier's score, 1–5: mean of the criteria that are scored, by weight; null while none that weighs anything is. */
export const vendorScore = (
  scores: Readonly<Record<VendorCriterion, number | null>>,
  weights: VendorWeights,
): number | null => {
  const known = vendorCriteria.flatMap(({ value }) => {
    const score = scores[value];
    return score === null ? [] : [{ score, weight: weights[value] }];
  });
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? null : known.reduce((sum, { score, weight }) => sum + score * weight, 0) / all;
};
