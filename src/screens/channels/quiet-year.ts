import type { Span, StripItem } from '../../charts/layout/year-strip.ts';
import { endOfPeriod } from '../../core/calendar.ts';
import { isDay, type Day } from '../../core/day.ts';
import type { PlanLine } from '../../strategy/records/plan.ts';
import { lifecycleStages } from '../../strategy/worksheets/options/lifecycle-stages.ts';

/** A quiet period as it is written down; `segment` null: everyone. */
export interface QuietPeriod {
  readonly id: string;
  readonly reason: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly segment: string | null;
  readonly except: string;
}

const shared = (one: Span, other: Span): Span | null => {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from > to ? null : { from, to };
};

const isContact = (line: PlanLine): boolean => lifecycleStages.some(({ value }) => value === line.stage);

/**
 * Quiet periods by their first day, and the lines of the plan that reach customers and fall into one of their segment (or of everyone), with
 * the days on which they do. A line without a segment is for everyone.
 */
export const quietYear = (
  periods: readonly QuietPeriod[],
  lines: readonly PlanLine[],
  segmentName: (id: string | null) => string,
): readonly StripItem[] => {
  const quiet = periods
    .flatMap((period): readonly (StripItem & { readonly segment: string | null })[] => {
      const { id, reason, from, to, segment, except } = period;
      if (from === null || to === null || !isDay(from) || !isDay(to) || to < from) return [];
      return [
        {
          key: id,
          label: reason.trim() || 'Quiet',
          from,
          to,
          segment,
          isQuiet: true,
          clashes: [],
          details: [
            { name: 'For', text: segmentName(segment) },
            ...(except ? [{ name: 'Except', text: except }] : []),
          ],
        },
      ];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const planned = lines.filter(isContact).flatMap((line): readonly StripItem[] => {
    const end = line.end < line.start ? line.start : line.end;
    const span = { from: `${line.start}-01` as Day, to: endOfPeriod(`${end}-01` as Day, 'month') };
    const clashes = quiet
      .filter(({ segment }) => segment === null || line.segmentId === null || segment === line.segmentId)
      .flatMap((period) => shared(span, period) ?? []);
    return clashes.length === 0
      ? []
      : [
          {
            key: `plan/${line.id}`,
            label: `Planned: ${line.title.trim() || 'a line without a name'}`,
            ...span,
            isQuiet: false,
            clashes,
            details: [{ name: 'For', text: segmentName(line.segmentId) }],
          },
        ];
  });
  return [...quiet, ...planned];
};
