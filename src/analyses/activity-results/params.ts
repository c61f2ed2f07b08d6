import * as v from 'valibot';
import { activityTiers } from '../../data/facts/activity-tiers.ts';
import { choiceParameter, numberParameter, placingsParameter } from '../parameters.ts';

/** What counts as an outcome of an activity, and where activities belong. */
export const activityResultsParams = v.object({
  windowDays: numberParameter(
    {
      title: 'Look back',
      help: 'Activities that began in so many days up to as-of, and contacts in them',
      houseRule: true,
    },
    { default: 1_095, min: 28, max: 3_650, step: 1, unit: 'days' },
  ),
  outcome: choiceParameter(
    { title: 'Judge by', help: 'What an activity is for: its cost is divided by this', houseRule: true },
    [
      { value: 'orders', label: 'Orders soon after' },
      { value: 'firsts', label: 'First orders' },
      { value: 'kept', label: 'New customers who bought again' },
      { value: 'referrals', label: 'Referrals' },
    ],
    'orders',
  ),
  followDays: numberParameter(
    {
      title: 'Follow-up',
      help: 'A first order, further order or referral in so many days after the touch counts; of orders at most one a touched customer and activity',
      houseRule: true,
    },
    { default: 30, min: 1, max: 365, step: 1, unit: 'days' },
  ),
  keptDays: numberParameter(
    {
      title: 'Bought again within',
      help: 'Days after the first order; customers won later than that are not judged yet',
      houseRule: true,
    },
    { default: 365, min: 30, max: 1_095, step: 1, unit: 'days' },
  ),
  ownTiers: placingsParameter(
    {
      title: 'Activities as you place them',
      help: 'In place of the rules, as “discount = least; event = most”; or choose in the list at the end',
    },
    activityTiers,
  ),
});

/** {@link activityResultsParams}' type. */
export type ActivityResultsParams = v.InferOutput<typeof activityResultsParams>;
