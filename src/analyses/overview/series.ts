import { addPeriods } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import type { MonthFigures, Overview } from './result.ts';

/** A monthly measure of the overview. */
export type MonthMeasure = 'revenue' | 'customers' | 'margin';

/** One line of a monthly chart. */
export interface MonthSeries {
  readonly name: string;
  readonly emphasis: 'focus' | 'comparison' | 'muted';
  readonly points: readonly { readonly day: Day; readonly value: number | null }[];
}

const pointsOf = (months: readonly MonthFigures[], measure: MonthMeasure): MonthSeries['points'] =>
  months.map((month) => ({ day: month.month, value: month[measure] }));

/**
 * The lines of a measure: the focus over complete months, a pale line on to the month that has not ended ("so far"), and
 * the comparison over complete months.
 */
export const monthSeries = (
  measure: MonthMeasure,
  focus: { readonly name: string; readonly value: Overview },
  comparison: { readonly name: string; readonly value: Overview } | undefined,
): readonly MonthSeries[] => {
  const { months } = focus.value;
  const complete = months.filter((month) => month.isComplete);
  const open = months.length > complete.length ? months.slice(Math.max(0, complete.length - 1)) : [];
  return [
    { name: focus.name, emphasis: 'focus', points: pointsOf(complete, measure) },
    ...(open.length > 0
      ? [{ name: 'Month so far', emphasis: 'muted' as const, points: pointsOf(open, measure) }]
      : []),
    ...(comparison
      ? [
          {
            name: comparison.name,
            emphasis: 'comparison' as const,
            points: pointsOf(
              comparison.value.months.filter((month) => month.isComplete),
              measure,
            ),
          },
        ]
      : []),
  ];
};

/** A month as a column, with the same month of the year before where it is known. */
export interface MonthColumn {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly comparison?: number;
}

/** Orders of the last twelve complete months, each with the month a year before; labels are short month names. */
export const orderColumns = (value: Overview, locale: string): readonly MonthColumn[] => {
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const byMonth = new Map(value.months.map((month) => [month.month, month.orders]));
  return value.months
    .filter((month) => month.isComplete)
    .slice(-12)
    .map(({ month, orders }) => {
      const before = byMonth.get(addPeriods(month, -12, 'month'));
      return {
        key: month,
        label: name.format(Date.parse(month)),
        value: orders,
        ...(before === undefined ? {} : { comparison: before }),
      };
    });
};
