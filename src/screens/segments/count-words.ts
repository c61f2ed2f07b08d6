import type { Formats } from '../../core/format/formats.ts';
import type { CustomerCount } from './live-count.svelte.ts';

/** Below this many customers a group is too small to rely on its figures. House rule, as in what is shared. */
const smallGroup = 10;

/** The part of all customers, 0–1; null when there are none. */
export const shareOfAll = ({ inside, all }: CustomerCount): number | null => (all > 0 ? inside / all : null);

/** “1,204 of 19,872 customers, 6.1 %”. */
export const countWords = (count: CustomerCount, formats: Formats): string =>
  `${formats.value(count.inside, 'count')} of ${formats.value(count.all, 'count')} customers, ${formats.value(shareOfAll(count), 'share')}`;

/** What to know about a group that is empty, everyone or very small; undefined for others. */
export const countNote = (count: CustomerCount): string | undefined => {
  if (count.inside === 0) return 'Nobody meets this rule on the as-of date.';
  if (count.inside < smallGroup)
    return `Fewer than ${smallGroup} customers: read their figures as cases, not as a pattern.`;
  if (count.inside === count.all) return 'Everyone meets this rule: it doesn’t divide your customers.';
  return undefined;
};
