import { scaleUtc } from 'd3';
import { addDays, millisecondsOfDay, type Day } from '../../core/day.ts';
import type { Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth } from './text.ts';

/** From a first to a last day, both counted. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** A period of the year: one in which it is quiet, or something that is planned, with the days on which that breaks the quiet. */
export interface StripItem extends Span {
  readonly key: string;
  readonly label: string;
  readonly isQuiet: boolean;
  readonly clashes: readonly Span[];
  /** Further lines of the tooltip. */
  readonly details: readonly { readonly name: string; readonly text: string }[];
}

/** Where everything of a year strip lies. */
export interface YearStripGeometry extends Geometry {
  readonly top: number;
  readonly bottom: number;
  readonly months: readonly { readonly x: number; readonly text: string }[];
  /** The quiet days, behind everything. */
  readonly bands: readonly Rect[];
  readonly rows: readonly {
    readonly key: string;
    readonly isQuiet: boolean;
    readonly bar: Rect;
    readonly clashes: readonly Rect[];
    readonly label: Point & { readonly text: string; readonly anchor: 'start' | 'end' };
  }[];
}

const small = { size: 12 };
const label = { size: 13 };
const rowHeight = 42;
const top = 26;

/** The twelve months of a year across, a row for every period; parts outside the year are left away. */
export const layoutYearStrip = (
  items: readonly StripItem[],
  year: number,
  { width, formats }: { readonly width: number; readonly formats: Formats },
): YearStripGeometry => {
  const first = `${year}-01-01` as Day;
  const last = `${year}-12-31` as Day;
  const x = scaleUtc([millisecondsOfDay(first), millisecondsOfDay(addDays(last, 1))], [0, width]);
  const across = ({ from, to }: Span): readonly [number, number] | null =>
    to < first || from > last || to < from
      ? null
      : [
          x(millisecondsOfDay(from < first ? first : from)),
          x(millisecondsOfDay(addDays(to > last ? last : to, 1))),
        ];
  const shown = items.flatMap((item) => {
    const ends = across(item);
    return ends ? [{ item, ends }] : [];
  });
  const bottom = top + shown.length * rowHeight;
  const rows = shown.map(({ item, ends: [from, to] }, at) => {
    const y = top + at * rowHeight + 22;
    const isRight = from > width / 2;
    return {
      key: item.key,
      isQuiet: item.isQuiet,
      bar: rectBetween(from, y, Math.max(to, from + 3), y + 12),
      clashes: item.clashes.flatMap((clash) => {
        const part = across(clash);
        return part ? [rectBetween(part[0], y, part[1], y + 12)] : [];
      }),
      label: {
        text: fitText(item.label, isRight ? to : width - from, label),
        x: round(isRight ? to : from),
        y: round(y - 6),
        anchor: isRight ? ('end' as const) : ('start' as const),
      },
    };
  });
  const months = Array.from({ length: 12 }, (_, month) => {
    const day = `${year}-${String(month + 1).padStart(2, '0')}-01` as Day;
    const text = formats.month(day).split(' ')[0] ?? '';
    return { x: round(x(millisecondsOfDay(day))), text };
  });
  const every = Math.max(...months.map(({ text }) => textWidth(text, small))) + 6 > width / 12 ? 3 : 1;
  return {
    width,
    height: bottom + 4,
    top,
    bottom,
    months: months.map((month, at) => ({ ...month, text: at % every === 0 ? month.text : '' })),
    bands: shown
      .filter(({ item }) => item.isQuiet)
      .map(({ ends: [from, to] }) => rectBetween(from, top - 4, to, bottom)),
    rows,
    marks: shown.map(({ item }, at): Mark => ({
      key: item.key,
      hit: rectBetween(0, top + at * rowHeight, width, top + (at + 1) * rowHeight - 2),
      anchor: { x: rows[at]?.bar.x ?? 0, y: rows[at]?.bar.y ?? 0 },
      at: { x: 0, y: at },
      tip: {
        title: item.label,
        lines: [{ name: '', text: `${formats.day(item.from)} to ${formats.day(item.to)}` }, ...item.details],
      },
    })),
  };
};
