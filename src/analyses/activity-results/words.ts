import { activityTiers } from '../../data/facts/activity-tiers.ts';
import type { ActivityTier } from '../../data/facts/activity-tiers.ts';
import type { ActivityResultsParams } from './params.ts';

/** The published tiers in words. */
export const tierWords: Readonly<Record<ActivityTier, { readonly label: string; readonly meaning: string }>> =
  {
    most: {
      label: 'Most effective',
      meaning:
        'Research into the customer’s business, one-to-one, small seminars, articles in their press, speeches at their meetings',
    },
    less: { label: 'Less effective', meaning: 'Community, networking with referrers, newsletters' },
    least: {
      label: 'Least effective',
      meaning:
        'Public relations, brochures, large seminars, direct mail, cold calls, sponsorship, advertising, video brochures',
    },
  };

/** A tier in words; null is none. */
export const tierName = (tier: ActivityTier | null): string =>
  tier === null ? 'Not in the list' : tierWords[tier].label;

/** Where an activity can be placed: choices of a field. */
export const tierOptions = [
  ...activityTiers.map((value) => ({ value: value as string, label: tierWords[value].label })),
  { value: 'none', label: 'In none of them' },
];

/** The outcomes in words: of one, and how they are counted. */
export const outcomeWords: Readonly<
  Record<ActivityResultsParams['outcome'], { readonly one: string; readonly many: string }>
> = {
  orders: { one: 'customer who ordered soon after', many: 'customers who ordered soon after' },
  firsts: { one: 'new customer', many: 'new customers' },
  kept: { one: 'new customer who bought again', many: 'new customers who bought again' },
  referrals: { one: 'referral', many: 'referrals' },
};

/** A kind of activity as it stands at the head of a row. */
export const activityName = (activity: string): string =>
  activity.charAt(0).toUpperCase() + activity.slice(1);
