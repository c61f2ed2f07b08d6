import type { Predicate } from '../../core/predicate.ts';
import type { Mark } from '../analysis.ts';
import { groupName } from './findings.ts';
import type { ResponseGroup } from './result.ts';

const recency = (operator: 'at-most' | 'between' | 'more-than', value: number | number[]): Predicate => ({
  kind: 'compare',
  field: 'recency_days',
  operator,
  value,
});

/** The customers of a group as a segment, without those who refused contact. */
export const groupMark = (group: ResponseGroup): Mark => {
  const { recencyFrom, recencyTo, frequencyFrom, frequencyTo } = group;
  const reachable: Predicate = { kind: 'compare', field: 'consent', operator: 'is-not', value: false };
  if (recencyFrom === null || recencyTo === null || frequencyFrom === null) {
    const never: Predicate = { kind: 'compare', field: 'recency_days', operator: 'is-missing' };
    const silent: Predicate = { kind: 'any', of: [recency('more-than', 365), never] };
    return { label: groupName(group), predicate: { kind: 'all', of: [silent, reachable] } };
  }
  const times: Predicate =
    frequencyTo === null
      ? { kind: 'compare', field: 'frequency', operator: 'at-least', value: frequencyFrom }
      : { kind: 'compare', field: 'frequency', operator: 'between', value: [frequencyFrom, frequencyTo] };
  return {
    label: groupName(group),
    predicate: { kind: 'all', of: [recency('between', [recencyFrom, recencyTo]), times, reachable] },
  };
};
