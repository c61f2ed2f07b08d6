import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const tier = v.object({
  name: described(v.string(), 'Base, silver, gold or platinum'),
  startsAt: described(v.number(), 'Spend of a year from which it counts, money'),
  endsBefore: numberOrUnknown('Spend from which the next tier counts, money; null in the highest'),
  customers: described(v.number(), 'Customers with such spend in the last 365 days'),
  spend: described(v.number(), 'What they spent, money'),
  members: described(v.number(), 'Of these, members at the stated take-up'),
  sales: described(v.number(), 'What members spend anyway, money a year'),
  points: described(v.number(), 'Points issued to them a year'),
  near: described(v.number(), 'Customers just below it'),
  nearMissing: described(v.number(), 'What these lack to it, money together'),
});

const gate = v.object({
  known: described(v.number(), 'Deliveries or scores of the last 365 days'),
  value: numberOrUnknown('Share on time, or satisfied, 0–1; null where none is known'),
  low: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  high: numberOrUnknown('Upper end of its 95 % interval'),
  isBelow: described(v.boolean(), 'It is known and below the floor'),
});

/** What a loyalty scheme would be on the spend of the last 365 days. */
export const loyaltySchemeResult = v.object({
  customers: described(v.number(), 'Customers with spend in the last 365 days'),
  spend: described(v.number(), 'What they spent, money'),
  tiers: v.pipe(v.array(tier), v.description('Tiers from the lowest')),
  members: described(v.number(), 'Customers who join'),
  sales: described(v.number(), 'What members spend anyway, money a year'),
  points: described(v.number(), 'Points issued a year'),
  effectiveRate: numberOrUnknown('Worth of points ÷ members’ sales, 0–1'),
  monthsQuarter: numberOrUnknown('Months to the first reward of a member at the 25th percentile of spend'),
  monthsMedian: numberOrUnknown('The same at the median'),
  monthsThreeQuarters: numberOrUnknown('The same at the 75th percentile'),
  liability: described(v.number(), 'Cost of a year’s points that will be redeemed, money'),
  cost: described(v.number(), 'Set-up a year, running and redeemed points, money a year'),
  margin: described(v.number(), 'Share of spend that is left after goods, 0–1'),
  marginSource: described(v.picklist(['data', 'settings', 'assumed']), 'Where the margin comes from'),
  breakEvenLift: numberOrUnknown('Rise of members’ sales that pays for the scheme, 0–1; null without margin'),
  profit: described(v.number(), 'Profit at the stated lift, money a year'),
  roi: numberOrUnknown('(additional margin − cost) ÷ cost at the stated lift'),
  bestShare: numberOrUnknown('Share of spend by the best customers, as many as join, 0–1'),
  exitRisk: numberOrUnknown(
    'Share of redeeming members’ spend that falls within redemption windows, 0–1; null where no contact in the data is a redemption',
  ),
  onTime: gate,
  satisfied: gate,
});

/** {@link loyaltySchemeResult}'s type. */
export type LoyaltyScheme = v.InferOutput<typeof loyaltySchemeResult>;
