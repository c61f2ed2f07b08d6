import type { Bar } from '../../charts/layout/bars.ts';
import {
  vendorCriteria,
  vendorScore,
  vendorWeights,
  type VendorCriterion,
} from '../../strategy/worksheets/vendor-criteria.ts';

interface Vendor {
  readonly id: string;
  readonly values: Readonly<Record<VendorCriterion, number | null>> & { readonly vendor: string };
}

type Criteria = Parameters<typeof vendorWeights>[0];

/** Vendors by their weighted score, best first; those without a score are left out. */
export const rankVendors = (rows: readonly Vendor[], criteria: Criteria): readonly Bar[] => {
  const weights = vendorWeights(criteria);
  return rows
    .flatMap(({ id, values }) => {
      const value = vendorScore(values, weights);
      const scored = vendorCriteria.filter((criterion) => values[criterion.value] !== null).length;
      return value === null
        ? []
        : [
            {
              key: id,
              label: values.vendor.trim() || 'Unnamed vendor',
              value,
              note: scored < vendorCriteria.length ? `${scored} of ${vendorCriteria.length} criteria` : '',
            },
          ];
    })
    .sort((first, second) => second.value - first.value);
};

/** Scores this near to each other decide nothing. House rule: a tenth of a point. */
const sameScore = 0.1;

/** The finding above the shortlist. */
export const vendorTitle = ([first, second]: readonly Bar[]): string => {
  if (!first) return 'No vendor is scored yet';
  if (!second) return `${first.label} is the only one scored`;
  if (first.note || second.note) return `${first.label} leads on what is scored so far`;
  return (first.value ?? 0) - (second.value ?? 0) < sameScore
    ? `${first.label} and ${second.label} are level`
    : `${first.label} suits you best`;
};

/** The weights in force, in words. */
export const weightNote = (criteria: Criteria): string => {
  const weights = vendorWeights(criteria);
  const words = vendorCriteria
    .map(({ value, label }) => `${label.toLowerCase()} ${weights[value]}`)
    .join(', ');
  return `Weights: ${words}. ${criteria.length === 0 ? 'House rule; set your own under “Vendor criteria”.' : ''}`.trim();
};
