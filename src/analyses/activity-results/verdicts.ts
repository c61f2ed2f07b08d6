import { activityTiers } from '../../data/facts/activity-tiers.ts';
import type { ActivityFigures } from './result.ts';

type Plain = Omit<ActivityFigures, 'costShare' | 'verdict' | 'against'>;

const rankOf = ({ tier }: Plain): number => (tier === null ? -1 : activityTiers.indexOf(tier));

/** One's cost of an outcome is lower beyond chance: the intervals lie apart. */
const isCheaper = (one: Plain, other: Plain): boolean =>
  one.costHigh !== null && other.costLow !== null && one.costHigh < other.costLow;

const verdictOf = (one: Plain, all: readonly Plain[]): Pick<ActivityFigures, 'verdict' | 'against'> => {
  if (one.tier === null || one.costLow === null) return { verdict: null, against: [] };
  const others = all.filter(
    (other) => other.tier !== null && other.costLow !== null && rankOf(other) !== rankOf(one),
  );
  if (others.length === 0) return { verdict: null, against: [] };
  const against = others.filter((other) =>
    rankOf(one) > rankOf(other) ? isCheaper(one, other) : isCheaper(other, one),
  );
  const isBorneOut = others.some((other) =>
    rankOf(one) > rankOf(other) ? isCheaper(other, one) : isCheaper(one, other),
  );
  if (against.length > 0) return { verdict: 'contradicts', against: against.map(({ activity }) => activity) };
  return { verdict: isBorneOut ? 'agrees' : 'open', against: [] };
};

/** Each kind of activity with whether its own cost bears out the published order of tiers. */
export const judged = (
  activities: readonly Plain[],
): readonly (Plain & Pick<ActivityFigures, 'verdict' | 'against'>)[] =>
  activities.map((one) => ({ ...one, ...verdictOf(one, activities) }));
