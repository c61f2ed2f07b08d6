import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const count = (meaning: string) => described(v.number(), meaning);

const rungSchema = v.object({
  rung: count('1 (suspect) to 7 (advocate)'),
  stage: described(v.string(), 'Name of the rung'),
  rule: described(v.string(), 'What a customer does to stand here, in words'),
  available: described(v.boolean(), 'Whether the data can put anybody here'),
  needs: described(v.nullable(v.string()), 'What is missing when they can’t; null otherwise'),
  customers: count('Customers whose highest rung this is'),
  share: numberOrUnknown('Share of the known customers, 0–1; null without customers'),
  reached: count('Customers on this rung or a higher one'),
  stepRate: numberOrUnknown(
    'Customers on this rung or higher ÷ those on the rung below or higher; null for rung 1, when that is nobody, or when the data can put nobody on one of the two',
  ),
  revenue: count('Their revenue up to the as-of date'),
  revenueShare: numberOrUnknown('Share of the revenue of known customers; null when that is 0 or less'),
  meanRevenue: numberOrUnknown('Mean revenue per customer; null for an empty rung'),
  margin: numberOrUnknown('Their margin; null unless the costs of all buyers on the rung are known'),
  lapsed: count('Customers who have been silent for too long'),
  lapsedShare: numberOrUnknown(
    'Share of the rung that has lapsed; null for an empty rung, for those who never bought, and where nobody has bought twice',
  ),
  behavioural: count('Loyal by behaviour, attitude unknown; 0 on other rungs'),
});

/** The documented result of the value ladder. Money is net of refunds or sales, by the run's context. */
export const valueLadderResult = v.object({
  customers: count('Known customers in focus; each stands on one rung'),
  buyers: count('Those who have bought (rung 3 or higher)'),
  revenue: count('Their revenue up to the as-of date'),
  lapsed: count('Buyers who have lapsed'),
  lapsedShare: numberOrUnknown('Share of buyers who have lapsed; null where nobody has bought twice'),
  repeatShare: numberOrUnknown('Share of buyers on rung 4 or higher; null without buyers'),
  attitudeKnown: described(v.boolean(), 'Whether any survey answers are known'),
  advocatesByReview: count('Advocates by a good review alone, without a referral'),
  thresholds: described(
    v.object({
      frequencyMinimum: numberOrUnknown(
        'Purchase days in the last 365 days that a majority customer reaches',
      ),
      breadthMinimum: numberOrUnknown('Categories or products that a majority customer has bought'),
      breadthBasis: described(
        v.nullable(v.picklist(['categories', 'products'])),
        'What breadth counts; null: unknown',
      ),
      usualGapDays: numberOrUnknown('Median over customers of the usual gap between purchases'),
    }),
    'Where the rules lie in these data; taken from all customers',
  ),
  rungs: described(v.array(rungSchema), 'The seven rungs, lowest first'),
});

/** {@link valueLadderResult}'s type. */
export type ValueLadder = v.InferOutput<typeof valueLadderResult>;
/** One row of {@link ValueLadder}'s rungs. */
export type Rung = ValueLadder['rungs'][number];
