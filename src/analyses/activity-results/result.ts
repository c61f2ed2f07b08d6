import * as v from 'valibot';
import { activityTiers } from '../../data/facts/activity-tiers.ts';
import { described, numberOrUnknown } from '../result-fields.ts';

const tier = v.picklist(activityTiers);

const outcomes = {
  cost: numberOrUnknown('Cost, money; null where none is told, and for a segment'),
  reached: numberOrUnknown('Customers reached, once a campaign; null where no contact of it is recorded'),
  orders: numberOrUnknown('Of these, customers who bought within the follow-up of a touch'),
  firsts: numberOrUnknown(
    'New customers: told to have come by it, or first bought within the follow-up of a touch',
  ),
  judged: numberOrUnknown('Of these, won long enough ago to know whether they bought again'),
  kept: numberOrUnknown('Of the judged, who bought again'),
  keptShare: numberOrUnknown('Kept ÷ judged; null where nobody is judged'),
  keptLow: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  keptHigh: numberOrUnknown('Upper end of it'),
  referrals: numberOrUnknown('People referred within the follow-up; null where the data hold no referrals'),
  outcomes: numberOrUnknown('Outcomes by which it is judged'),
  costPer: numberOrUnknown('Cost of one outcome, money; null without a cost or an outcome'),
  costLow: numberOrUnknown('Lower end of its 95 % interval (Poisson), money'),
  costHigh: numberOrUnknown('Upper end of it; null without an outcome: no end'),
};

const campaign = v.object({
  name: described(v.string(), 'Name of the campaign'),
  activity: described(v.string(), 'Kind of activity, as the data write it, in lower case'),
  startsOn: described(v.nullable(v.string()), 'First day; null where none is told'),
  ...outcomes,
  costPerFirst: numberOrUnknown('Cost of a new customer, money'),
  costPerKept: numberOrUnknown('Cost of a new customer who bought again, money'),
  isFleeting: described(
    v.boolean(),
    'Its new customers buy again less than all others beyond chance (the intervals lie apart)',
  ),
});

const activity = v.object({
  activity: described(v.string(), 'Kind of activity, as the data write it, in lower case'),
  tier: described(v.nullable(tier), 'Published tier; null where no rule knows it'),
  isOwn: described(v.boolean(), 'The user placed it'),
  campaigns: described(v.number(), 'Campaigns; 0 for contacts without one'),
  silent: described(v.number(), 'Of these, campaigns without a recorded contact: their cost is in no ratio'),
  silentCost: described(v.number(), 'Cost of these, money'),
  pools: described(v.nullable(v.string()), 'Cost pools that the cost comes from; null for campaigns'),
  costShare: numberOrUnknown('Share of all cost; null without one'),
  ...outcomes,
  verdict: described(
    v.nullable(v.picklist(['contradicts', 'agrees', 'open'])),
    'Own cost beside the published order; null where it can’t be compared',
  ),
  against: v.pipe(
    v.array(v.string()),
    v.description(
      'Activities of another tier whose cost lies apart from its own, the wrong way for the published order',
    ),
  ),
});

/** What activities cost and bring, beside the published order of effectiveness. */
export const activityResultsResult = v.object({
  isSegment: described(v.boolean(), 'A part of all customers is asked about: costs can’t be told then'),
  cost: described(v.number(), 'Cost of all activities, money'),
  activities: v.pipe(v.array(activity), v.description('Kinds of activity, cheapest outcome first')),
  campaigns: v.pipe(v.array(campaign), v.description('Campaigns, dearest first')),
  tiers: v.pipe(
    v.array(
      v.object({
        tier: described(v.nullable(tier), 'Published tier; null: none'),
        cost: described(v.number(), 'Cost of its activities, money'),
        share: numberOrUnknown('Share of all cost; null without a cost'),
      }),
    ),
    v.description('Where the money goes'),
  ),
  usualKept: numberOrUnknown(
    'Share of all other new customers who bought again; null where nobody is judged',
  ),
  usualJudged: described(v.number(), 'New customers told to have come by no campaign, won long enough ago'),
  contradictions: described(v.number(), 'Kinds of activity that contradict the published order'),
});

/** {@link activityResultsResult}'s type. */
export type ActivityResults = v.InferOutput<typeof activityResultsResult>;
/** One kind of activity. */
export type ActivityFigures = ActivityResults['activities'][number];
/** One campaign. */
export type CampaignFigures = ActivityResults['campaigns'][number];
