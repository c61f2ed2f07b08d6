import { poissonInterval } from '../../models/statistics/poisson-interval.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { ratioOf } from '../cells.ts';
import type { ActivityResultsParams } from './params.ts';
import type { CampaignFigures } from './result.ts';

/** What followed on a campaign or a kind of activity; null: not recorded. */
export interface Followed {
  readonly cost: number | null;
  readonly reached: number | null;
  readonly orders: number | null;
  readonly firsts: number | null;
  readonly judged: number | null;
  readonly kept: number | null;
  readonly referrals: number | null;
}

/** Cost of one of so many outcomes, with the interval that their number leaves (Poisson). */
export const costOfOne = (cost: number | null, count: number | null) => {
  const interval = count === null ? null : poissonInterval(count);
  if (cost === null || cost <= 0 || count === null || interval === null)
    return { costPer: null, costLow: null, costHigh: null };
  return {
    costPer: ratioOf(cost, count),
    costLow: ratioOf(cost, interval.high),
    costHigh: ratioOf(cost, interval.low),
  };
};

/** Those new customers can't be judged yet whose year isn't over, and their cost is left out with them. */
export const costOfJudged = ({ cost, firsts, judged }: Followed): number | null => {
  const share = ratioOf(judged, firsts ?? 0);
  return cost === null || share === null ? null : cost * share;
};

/** Everything that is worked out of what followed, by the outcome that was chosen. */
export const outcomesOf = (
  followed: Followed,
  outcome: ActivityResultsParams['outcome'],
): Omit<
  CampaignFigures,
  'name' | 'activity' | 'startsOn' | 'costPerFirst' | 'costPerKept' | 'isFleeting'
> => {
  const { cost, judged, kept } = followed;
  const range = wilsonInterval(kept ?? 0, judged ?? 0);
  const spent = outcome === 'kept' ? costOfJudged(followed) : cost;
  return {
    ...followed,
    keptShare: ratioOf(kept, judged ?? 0),
    keptLow: range?.low ?? null,
    keptHigh: range?.high ?? null,
    outcomes: followed[outcome],
    ...costOfOne(spent, followed[outcome]),
  };
};
