import type { Mark } from '../analysis.ts';
import type { Comparison, Predicate } from '../../core/predicate.ts';
import type { RfmParams } from './params.ts';
import type { Rfm } from './result.ts';

type Cell = Pick<Rfm['cells'][number], 'r' | 'f' | 'segment'>;

/** Whether the scores are those of the customer profile (`r`, `f`, `rfm_segment`), so that segments stay up to date. */
export const isProfileScoring = (params: RfmParams): boolean =>
  params.scoring === 'percent-rank' &&
  !params.wholeHistory &&
  params.windowDays === 365 &&
  params.countOrders === 'days' &&
  params.scoreWithin === 'everyone';

const compare = (field: string, operator: Comparison['operator'], value: number | string): Comparison => ({
  kind: 'compare',
  field,
  operator,
  value,
});

/** Lowest value (on the cut) and first value beyond of a score, from its four rising cuts; undefined where open. */
const boundsOf = (cuts: readonly number[], place: number) => ({ from: cuts[place - 1], below: cuts[place] });

const recencyRule = (r: number, { cuts }: Rfm, params: RfmParams): Predicate[] => {
  const { from, below } = boundsOf(cuts.recency, 5 - r);
  return [
    ...(params.wholeHistory ? [] : [compare('recency_days', 'at-most', params.windowDays)]),
    ...(from === undefined ? [] : [compare('recency_days', 'at-least', from)]),
    ...(below === undefined ? [] : [compare('recency_days', 'less-than', below)]),
  ];
};

/** "At least `times` purchases", counted as the scores were. */
const atLeastTimes = (times: number, params: RfmParams): Predicate => {
  const { wholeHistory, countOrders, windowDays } = params;
  if (wholeHistory) return compare(countOrders === 'days' ? 'purchase_days' : 'orders', 'at-least', times);
  return { kind: 'purchased', by: 'any', atLeast: times, withinDays: windowDays, count: countOrders };
};

const frequencyRule = (f: number, { cuts }: Rfm, params: RfmParams): Predicate[] => {
  const { from, below } = boundsOf(cuts.frequency, f - 1);
  return [
    atLeastTimes(Math.max(1, Math.ceil(from ?? 1)), params),
    ...(below === undefined
      ? []
      : [{ kind: 'not', of: atLeastTimes(Math.ceil(below), params) } satisfies Predicate]),
  ];
};

/**
 * The rule of one cell. With the default scoring it asks for the profile's scores; otherwise for the bounds that the
 * scores had in this run, which stay as they are when the data change. The label says which.
 */
export const cellMark = (cell: Cell, value: Rfm, params: RfmParams): Mark => {
  const label = `${cell.segment}: recency ${cell.r}, frequency ${cell.f}`;
  if (isProfileScoring(params))
    return {
      label,
      predicate: { kind: 'all', of: [compare('r', 'is', cell.r), compare('f', 'is', cell.f)] },
    };
  const of = [...recencyRule(cell.r, value, params), ...frequencyRule(cell.f, value, params)];
  return { label: `${label} (fixed cuts)`, predicate: { kind: 'all', of } };
};

/** The rule of one segment of the map: its name in the profile, or any of its cells as {@link cellMark} bounds them. */
export const segmentMark = (name: string, value: Rfm, params: RfmParams): Mark => {
  if (isProfileScoring(params)) return { label: name, predicate: compare('rfm_segment', 'is', name) };
  const of = value.cells
    .filter((cell) => cell.segment === name)
    .map((cell) => cellMark(cell, value, params).predicate);
  return { label: `${name} (fixed cuts)`, predicate: { kind: 'any', of } };
};
