import type { Bar } from '../../charts/layout/bars.ts';
import { meanScore } from '../../strategy/worksheets/assessed.ts';
import {
  weightedGap,
  type MaturityScores,
  type widestArea,
} from '../../strategy/worksheets/maturity-scores.ts';
import { oneDecimal } from '../../strategy/worksheets/one-decimal.ts';

interface MaturityRow {
  readonly id: string;
  readonly values: MaturityScores & { readonly item: string };
}

/** The eight items that weigh most of what is missing, largest first; those without a gap are left out. */
export const gapBars = (rows: readonly MaturityRow[]): readonly Bar[] =>
  rows
    .flatMap(({ id, values }) => {
      const value = weightedGap(values);
      if (value === null || value === 0) return [];
      const note = `${oneDecimal(meanScore(values.now) ?? 0)} of ${values.goal ?? 0}`;
      return [{ key: id, label: values.item.trim() || 'Unnamed item', value, note }];
    })
    .sort((first, second) => second.value - first.value)
    .slice(0, 8);

/** The finding above the ranking of gaps. */
export const gapTitle = ([first]: readonly Bar[]): string =>
  first ? `“${first.label}” is the gap that weighs most` : 'No gap yet';

/** The finding above the radar. */
export const radarTitle = (widest: ReturnType<typeof widestArea>, scored: number, areas: number): string => {
  if (scored < areas) return `${scored} of ${areas} areas are scored so far`;
  return widest
    ? `${widest.label} is furthest from its goal, by ${oneDecimal(widest.gap)}`
    : 'No area is below its goal';
};
