import type { Row } from '../../data/row.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { CustomerProfit } from './result.ts';

type Activity = CustomerProfit['activities'][number];

const usedOf = ({ focus, others, nobody }: Pick<Activity, 'focus' | 'others' | 'nobody'>): number =>
  focus + others + nobody;

const sumOf = (activities: readonly Activity[], field: 'focus' | 'others' | 'nobody'): number =>
  activities.reduce((sum, activity) => sum + activity[field], 0);

const activityOf = (row: Row): Activity => {
  const used = {
    focus: numberOf(row, 'focus'),
    others: numberOf(row, 'others'),
    nobody: numberOf(row, 'nobody'),
  };
  const supplied = knownNumberOf(row, 'supplied');
  return {
    activity: String(row['activity']),
    minutesEach: knownNumberOf(row, 'minutes_each'),
    costEach: numberOf(row, 'cost_each'),
    volume: numberOf(row, 'volume'),
    supplied,
    ...used,
    unused: supplied === null ? null : supplied - usedOf(used),
  };
};

/** What is left of the shared pool after the activities that draw on it: those without one of their own. */
const withSharedUse = (activities: readonly Activity[]): Activity[] => {
  const drawn = activities
    .filter(({ supplied }) => supplied === null)
    .reduce((sum, activity) => sum + usedOf(activity), 0);
  return activities.map((activity) =>
    activity.activity === 'shared' && activity.supplied !== null
      ? { ...activity, unused: activity.supplied - drawn }
      : activity,
  );
};

/** What each activity takes and costs, and how much of its pool was used; those never done and without a pool are left out. */
export const activitiesOf = (rows: readonly Row[]): Activity[] =>
  withSharedUse(rows.map(activityOf)).filter(({ supplied, volume }) => supplied !== null || volume > 0);

/** All pools together: focus + others + nobody + unused = supplied. */
export const capacityOf = (rows: readonly Row[]): CustomerProfit['capacity'] => {
  const activities = activitiesOf(rows);
  const isSupplied = activities.some(({ supplied }) => supplied !== null);
  const supplied = isSupplied
    ? activities.reduce((sum, activity) => sum + (activity.supplied ?? 0), 0)
    : null;
  const [focus, others, nobody] = [
    sumOf(activities, 'focus'),
    sumOf(activities, 'others'),
    sumOf(activities, 'nobody'),
  ];
  return {
    supplied,
    focus,
    others,
    nobody,
    unused: supplied === null ? null : supplied - focus - others - nobody,
    unallocatedShare: supplied === null ? null : ratioOf(supplied - focus - others, supplied),
  };
};

/** How much of revenue and of cost is tied to customers, and how much of the cost is known rather than assumed. */
export const tracedOf = (rows: readonly Row[], summary: Row | undefined): CustomerProfit['traced'] => {
  const everyone = rows[0];
  const { supplied, focus, others, nobody } = capacityOf(rows);
  const goods = numberOf(everyone, 'goods');
  const tied = numberOf(everyone, 'tied_goods') + focus + others;
  return {
    revenue: ratioOf(numberOf(everyone, 'tied_revenue'), numberOf(everyone, 'revenue')),
    cost: ratioOf(tied, goods + (supplied ?? focus + others + nobody)),
    knownGoods: ratioOf(numberOf(summary, 'known_sales'), numberOf(summary, 'sales')),
    estimatedLines: ratioOf(numberOf(summary, 'estimated_lines'), numberOf(summary, 'lines')),
    uncoveredOrders: numberOf(everyone, 'uncovered_orders'),
  };
};
