import { daysBetween, isDay } from '../../../core/day.ts';
import { counted, quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

/** Days of a period, both ends counted; null while an end is missing or it ends before it begins. */
export const quietLength = (from: string | null, to: string | null): number | null =>
  from === null || to === null || !isDay(from) || !isDay(to) || to < from ? null : daysBetween(from, to) + 1;

/** Days on which at least one period is quiet: overlaps are counted once. */
export const quietTotal = (
  periods: readonly { readonly from: string | null; readonly to: string | null }[],
): number => {
  const sorted = periods
    .flatMap(({ from, to }) =>
      from !== null && to !== null && quietLength(from, to) !== null ? [{ from, to }] : [],
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let total = 0;
  let end = '';
  for (const { from, to } of sorted) {
    if (to <= end) continue;
    total += from <= end ? (quietLength(end, to) ?? 1) - 1 : (quietLength(from, to) ?? 0);
    end = to;
  }
  return total;
};

/** When we leave customers in peace. */
export const quietDays = defineWorksheet({
  id: 'quiet-days',
  title: 'Quiet calendar',
  answers: 'When you leave which customers in peace, why, and what you had planned for just then.',
  concepts: ['A21', 'A14'],
  item: 'quiet period',
  fields: {
    reason: {
      kind: 'text',
      label: 'Why',
      placeholder: 'Holidays, their year-end, after a mistake of ours …',
    },
    from: { kind: 'day', label: 'From' },
    to: { kind: 'day', label: 'To', hint: 'The last quiet day' },
    segment: { kind: 'segment', label: 'Whom', hint: 'Nobody chosen: everyone' },
    except: { kind: 'text', label: 'Except', placeholder: 'Service messages, answers' },
  },
  name: 'reason',
  columns: ['from', 'to', 'segment', 'except'],
  derived: [
    {
      key: 'days',
      label: 'Length',
      unit: 'days',
      formula: 'From the first to the last quiet day, both counted.',
      of: ({ from, to }) => quietLength(from, to),
    },
  ],
  finding: (rows) => {
    const total = quietTotal(rows.map(({ values }) => values));
    const longest = [...rows].sort(
      (a, b) =>
        (quietLength(b.values.from, b.values.to) ?? 0) - (quietLength(a.values.from, a.values.to) ?? 0),
    )[0];
    return total > 0 && longest
      ? `${counted(total, 'day is', 'days are')} quiet for somebody, ${quoted(longest.values.reason, 'one period')} longest.`
      : '';
  },
  source: 'Silence as part of communication: no messages when they would do harm.',
});
