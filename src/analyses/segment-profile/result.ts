import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const count = (meaning: string) => described(v.number(), meaning);
const verdict = described(
  v.picklist(['higher', 'lower', 'no-clear-difference', 'unknown']),
  'The focus against the comparison: more than chance (after Benjamini–Hochberg), not clear, or not testable',
);
const qValue = numberOrUnknown('p-value adjusted for the number of comparisons; null when not testable');

const groupSchema = v.object({
  customers: count('Known customers'),
  share: numberOrUnknown('Share of all known customers, 0–1'),
  buyers: count('Customers who have bought'),
  orders: count('Their orders'),
  revenue: count('Their revenue up to the as-of date'),
  revenueShare: numberOrUnknown('Share of the revenue of all known customers; null when that is 0 or less'),
  margin: numberOrUnknown('Their margin; null unless the costs of all buyers are known'),
});

const estimateSchema = v.object({
  value: numberOrUnknown('Mean, ratio or share of the group; null when nobody has it'),
  low: numberOrUnknown('Lower end of the 95 % interval; null with fewer than 2 customers'),
  high: numberOrUnknown('Upper end of the 95 % interval'),
  customers: count('Customers that it was taken from'),
});

const measureSchema = v.object({
  key: described(v.string(), 'Identifier of the measure'),
  label: described(v.string(), 'Name in words'),
  meaning: described(v.string(), 'What is measured, of whom'),
  unit: described(v.picklist(['money', 'count', 'share', 'days', 'ratio', 'points']), 'Unit of the values'),
  focus: estimateSchema,
  comparison: described(v.nullable(estimateSchema), 'Null when there is nobody to compare with'),
  difference: numberOrUnknown('Focus − comparison'),
  differenceLow: numberOrUnknown('Lower end of the 95 % interval of the difference'),
  differenceHigh: numberOrUnknown('Upper end of it'),
  qValue,
  verdict,
});

const valueSchema = v.object({
  value: described(v.union([v.string(), v.number(), v.boolean()]), 'Value, in the type of its column'),
  focusShare: count('Share of the focus that has it, of those whose value is known, 0–1'),
  comparisonShare: numberOrUnknown('Share of the comparison; null when there is none'),
  lift: numberOrUnknown('focusShare ÷ comparisonShare; null when that is 0 or unknown'),
  residual: numberOrUnknown(
    'Adjusted standardised residual of the focus: about ±2 is where chance gets rare',
  ),
  qValue,
  verdict,
});

const attributeSchema = v.object({
  field: described(v.string(), 'Column of the customer profile'),
  label: described(v.string(), 'Name in words'),
  strength: numberOrUnknown('Cramér’s V, 0 (same in both groups) to 1; null without a comparison'),
  qValue,
  values: described(v.array(valueSchema), 'Values shared by enough customers, most telling first'),
  hiddenValues: count('Values left out because too few customers share them'),
});

const numberSchema = v.object({
  field: described(v.string(), 'Column of the customer profile'),
  label: described(v.string(), 'Name in words'),
  focusMean: numberOrUnknown('Mean of the focus'),
  comparisonMean: numberOrUnknown('Mean of the comparison'),
  standardisedDifference: numberOrUnknown('(focus − comparison) ÷ pooled standard deviation'),
  qValue,
  verdict,
});

/** The documented result of the segment profile. Money is net of refunds or sales, by the run's context. */
export const segmentProfileResult = v.object({
  focus: groupSchema,
  comparison: described(v.nullable(groupSchema), 'Null when nobody is left to compare with'),
  overlap: count('Customers who are in both groups'),
  measures: described(v.array(measureSchema), 'Behaviour and value of the two groups'),
  attributes: described(
    v.array(attributeSchema),
    'Attributes with up to 50 values, most differentiating first',
  ),
  numbers: described(v.array(numberSchema), 'Attributes that are numbers, most differentiating first'),
});

/** {@link segmentProfileResult}'s type. */
export type SegmentProfile = v.InferOutput<typeof segmentProfileResult>;
/** How the focus stands to the comparison. */
export type Verdict = SegmentProfile['measures'][number]['verdict'];
