import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

/** The claims in the order of the docket. */
export const claimIds = [
  'keeping',
  'loyal-spend',
  'retention-value',
  'satisfaction',
  'repurchase',
  'few-bring',
  'some-destroy',
] as const;

/** One of {@link claimIds}. */
export type ClaimId = (typeof claimIds)[number];

const claim = v.object({
  id: described(v.picklist(claimIds), 'Which published claim'),
  verdict: described(
    v.picklist(['supported', 'refuted', 'undecidable']),
    'Supported or refuted when the whole interval lies on one side of the threshold, with enough customers',
  ),
  value: numberOrUnknown('The effect, in its unit'),
  low: numberOrUnknown('Lower end of its interval'),
  high: numberOrUnknown('Upper end of its interval'),
  unit: described(v.picklist(['money', 'share', 'points', 'ratio']), 'Unit of the effect and the thresholds'),
  threshold: described(v.number(), 'The effect must lie above it'),
  upTo: numberOrUnknown('The effect must lie below it too; null where the claim has no upper end'),
  customers: described(v.number(), 'Customers that it rests on'),
  first: numberOrUnknown('First of the two figures that the effect is made of'),
  second: numberOrUnknown('Second of the two figures that the effect is made of'),
  basis: described(
    v.string(),
    'What the figures are of where data decide it: profit, revenue, purchase, year',
  ),
  missing: described(v.nullable(v.string()), 'What the data lack to decide it; null where nothing is'),
});

/** What the claim court gives for a segment. */
export const claimCourtResult = v.object({
  claims: v.pipe(v.array(claim), v.description('Every claim, in the order of the docket')),
  supported: described(v.number(), 'Claims that the data support'),
  refuted: described(v.number(), 'Claims that the data refute'),
  undecidable: described(v.number(), 'Claims that the data can’t decide'),
});

/** {@link claimCourtResult}'s type. */
export type ClaimCourt = v.InferOutput<typeof claimCourtResult>;
/** One claim with its verdict. */
export type TriedClaim = ClaimCourt['claims'][number];
