import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const driver = v.object({
  key: described(v.string(), 'Identifies the driver'),
  label: described(v.string(), 'What it is, in words'),
  kind: described(v.picklist(['number', 'group']), 'A number, or belonging to a group'),
  reference: described(v.nullable(v.string()), 'What a group is compared with; null for numbers'),
  customers: described(v.number(), 'Customers in the group; for numbers all'),
  oddsRatio: described(
    v.number(),
    'Odds of the outcome: per standard deviation of a number, or of the group ÷ of the reference',
  ),
  low: described(v.number(), 'Lower end of its 95 % interval'),
  high: described(v.number(), 'Upper end of its 95 % interval'),
  p: numberOrUnknown('Two-sided p-value against no effect'),
  spread: numberOrUnknown('Standard deviation of a number, in its unit; null for groups'),
  unit: described(
    v.nullable(v.picklist(['money', 'count', 'share', 'points'])),
    'Unit of a number; null for groups',
  ),
  step: numberOrUnknown('A round amount of the number, about its spread; null for groups'),
  perStep: numberOrUnknown('Odds ratio for so much more; null for groups'),
  strength: described(
    v.picklist(['strong', 'moderate', 'slight', 'unclear']),
    'Size of the effect in words; unclear where the interval holds 1',
  ),
});

const scalar = v.union([v.string(), v.boolean()]);

const rule = v.object({
  conditions: v.pipe(
    v.array(
      v.object({
        field: described(v.string(), 'Column of the customer profile or of first orders'),
        values: described(v.array(scalar), 'Its values'),
        hasUnknown: described(v.boolean(), 'Customers without a value belong too'),
        isExcept: described(v.boolean(), 'The rule is for all but these'),
        above: described(v.exactOptional(v.number()), 'For amounts: more than this; values is empty then'),
        atMost: described(v.exactOptional(v.number()), 'For amounts: this or less; values is empty then'),
      }),
    ),
    v.description('All must hold'),
  ),
  customers: described(v.number(), 'Customers among those that could be judged'),
  share: described(v.number(), 'Share of these'),
  rate: described(v.number(), 'Share of the held-out customers under the rule with the outcome'),
  low: described(v.number(), 'Lower end of its 95 % interval'),
  high: described(v.number(), 'Upper end of its 95 % interval'),
  heldOut: described(v.number(), 'Held-out customers under the rule'),
  lift: numberOrUnknown('Rate ÷ rate of all held-out customers'),
});

/** What the driver analysis gives for a segment. */
export const valueDriversResult = v.object({
  eligible: described(v.number(), 'Customers who have been with us long enough'),
  customers: described(v.number(), 'Of these in the analysis; a sample by hash of more than 5,000'),
  events: described(v.number(), 'Of these with the outcome'),
  rate: numberOrUnknown('Share with the outcome'),
  basis: described(v.picklist(['margin', 'revenue', 'purchases']), 'What the outcome is counted in'),
  threshold: numberOrUnknown('Value that the best fifth reaches, money; null for other outcomes'),
  drivers: v.pipe(v.array(driver), v.description('Strongest first')),
  settled: v.pipe(
    v.array(
      v.object({
        label: described(v.string(), 'The group in words'),
        customers: described(v.number(), 'Customers in it'),
        events: described(v.number(), 'Of these with the outcome: all or none'),
      }),
    ),
    v.description('Groups all of whose customers came out alike; they are not among the drivers'),
  ),
  leftOut: described(v.array(v.string()), 'Drivers that others determine, or that too few customers have'),
  isPenalised: described(v.boolean(), 'A ridge penalty holds effects that have no finite estimate'),
  auc: numberOrUnknown(
    'Chance that of two held-out customers the one with the outcome is ranked higher, 0–1',
  ),
  aucLow: numberOrUnknown('Lower end of its 95 % interval'),
  aucHigh: numberOrUnknown('Upper end of its 95 % interval'),
  heldOut: described(v.number(), 'Customers on whom the model was judged, not learned'),
  calibration: v.pipe(
    v.array(
      v.object({
        tenth: described(v.number(), '1 = least likely'),
        customers: described(v.number(), 'Held-out customers in it'),
        predicted: described(v.number(), 'Mean predicted probability'),
        observed: described(v.number(), 'Share with the outcome'),
        low: described(v.number(), 'Lower end of its 95 % interval'),
        high: described(v.number(), 'Upper end of its 95 % interval'),
      }),
    ),
    v.description('Held-out customers by tenths of predicted probability'),
  ),
  rules: v.pipe(v.array(rule), v.description('Groups that can become segments, highest rate first')),
});

/** {@link valueDriversResult}'s type. */
export type ValueDrivers = v.InferOutput<typeof valueDriversResult>;
/** One driver. */
export type Driver = ValueDrivers['drivers'][number];
/** One suggested rule. */
export type DriverRule = ValueDrivers['rules'][number];
