import type { TimeUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import { indexDistinct } from '../../core/numeric/index-distinct.ts';
import type { GroupedHistories } from './purchase-histories.ts';

/**
 * A systematic sample of the customers, every k-th, for finding the neighbourhood of the maximum in a small part of the time;
 * undefined when there are at
 * most that many groups: then all can be searched. Takes no chance: the same data give the same sample.
 */
export const coarsenHistories = <U extends TimeUnit>(
  histories: GroupedHistories<U>,
  most: number,
): GroupedHistories<U> | undefined => {
  if (histories.repeatCount.length <= most) return undefined;
  const stride = histories.customers / most;
  const kept: number[] = [];
  const counts: number[] = [];
  let passed = 0;
  histories.counts.forEach((count, group) => {
    const sampled = Math.floor((passed + count) / stride) - Math.floor(passed / stride);
    passed += count;
    if (sampled === 0) return;
    kept.push(group);
    counts.push(sampled);
  });
  const repeatCount = Uint32Array.from(kept, (group) => at(histories.repeatCount, group));
  const last = indexDistinct(kept.map((group) => at(histories.lastAges, at(histories.lastIndex, group))));
  const age = indexDistinct(kept.map((group) => at(histories.ages, at(histories.ageIndex, group))));
  return {
    ...histories,
    customers: counts.reduce((sum, count) => sum + count, 0),
    repeatCount,
    lastIndex: last.index,
    ageIndex: age.index,
    lastAges: last.distinct,
    ages: age.distinct,
    counts: Float64Array.from(counts),
    mostRepeats: repeatCount.reduce((highest, x) => Math.max(highest, x), 0),
    groupOf: new Uint32Array(0),
  };
};
