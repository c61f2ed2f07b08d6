import type { TimeUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import { indexDistinct } from '../../core/numeric/index-distinct.ts';
import type { GroupedHistories } from './purchase-histories.ts';

/**
 * The same groups by repeats, T and t_x: however customers were listed, equal histories then are equal column by column, and a
 * systematic sample of them is spread over all kinds. Rows are no longer told from groups: `groupOf` is empty.
 */
export const sortHistories = <U extends TimeUnit>(histories: GroupedHistories<U>): GroupedHistories<U> => {
  const { repeatCount, counts } = histories;
  const lastOf = (group: number): number => at(histories.lastAges, at(histories.lastIndex, group));
  const ageOf = (group: number): number => at(histories.ages, at(histories.ageIndex, group));
  const order = Uint32Array.from(repeatCount, (_, group) => group).sort(
    (one, other) =>
      at(repeatCount, one) - at(repeatCount, other) ||
      ageOf(one) - ageOf(other) ||
      lastOf(one) - lastOf(other),
  );
  const last = indexDistinct(Float64Array.from(order, lastOf));
  const age = indexDistinct(Float64Array.from(order, ageOf));
  return {
    ...histories,
    repeatCount: order.map((group) => at(repeatCount, group)),
    lastIndex: last.index,
    ageIndex: age.index,
    counts: Float64Array.from(order, (group) => at(counts, group)),
    lastAges: last.distinct,
    ages: age.distinct,
    groupOf: new Uint32Array(0),
  };
};

const isSameColumn = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
  if (one.length !== other.length) return false;
  for (let row = 0; row < one.length; row += 1) if (at(one, row) !== at(other, row)) return false;
  return true;
};

/** Whether two sorted groupings are of the same histories, number by number. */
export const isSameHistories = <U extends TimeUnit>(
  one: GroupedHistories<U>,
  other: GroupedHistories<U>,
): boolean =>
  (['counts', 'repeatCount', 'lastIndex', 'ageIndex', 'lastAges', 'ages'] as const).every((name) =>
    isSameColumn(one[name], other[name]),
  );
