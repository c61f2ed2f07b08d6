import { scaleBand, scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Rect } from './geometry.ts';
import { isKnown } from './known.ts';
import type { Geometry, Mark, Tip } from './marks.ts';
import { fitText, textWidth, wrapText } from './text.ts';
import { writeTicks } from './ticks.ts';

/** One column, such as a decile or a class of a histogram. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly comparison?: number | null;
}

/** What the columns are measured in and called. */
export interface ColumnOptions {
  readonly width: number;
  readonly unit: FormatUnit;
  readonly formats: Formats;
  readonly focusName?: string;
  readonly comparisonName?: string;
}

/** A column, drawn. */
export interface DrawnColumn {
  readonly key: string;
  readonly rect: Rect;
  /** The level of the comparison: a short line across the column. */
  readonly comparison: { readonly x1: number; readonly x2: number; readonly y: number } | null;
  readonly value: { readonly text: string; readonly x: number; readonly y: number } | null;
  readonly label: { readonly lines: readonly string[]; readonly x: number; readonly y: number } | null;
}

/** Where everything of a column chart lies. */
export interface ColumnGeometry extends Geometry {
  readonly columns: readonly DrawnColumn[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly left: number;
  readonly zeroY: number;
}

const type = { size: 12 };
const strong = { size: 12, face: 'strong' } as const;
const plotHeight = 220;
const lineHeight = 15;

const widest = (texts: readonly string[], face: typeof strong | typeof type): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, face)));

/** Labels centred below their columns, never over the edge of the drawing nor over the one before. */
const placeLabels = (
  plan: ReturnType<typeof labelPlan>,
  centres: readonly number[],
  y: number,
  width: number,
): readonly DrawnColumn['label'][] => {
  let free = -Infinity;
  return centres.map((centre, at) => {
    const lines = plan.wrapped[at] ?? [];
    const half = widest(lines, type) / 2;
    const x = Math.min(Math.max(centre, half), width - half);
    if (at % plan.every > 0 || x - half < free) return null;
    free = x + half + 4;
    return { lines, x: round(x), y: round(y) };
  });
};

/** How the labels below fit: in up to two lines each, or in one line every so many columns. */
const labelPlan = (labels: readonly string[], step: number, width: number) => {
  const wrapped = labels.map((label) => wrapText(label, step - 4, type, 2));
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');
  const isWhole = wrapped.every((lines, at) => plain(lines.join(' ')) === plain(labels[at] ?? ''));
  if (isWhole) return { wrapped, every: 1, lines: Math.max(1, ...wrapped.map((lines) => lines.length)) };
  const longest = Math.min(widest(labels, type), width / 3);
  const every = Math.max(1, Math.ceil((longest + 8) / step));
  return { wrapped: labels.map((label) => [fitText(label, every * step - 6, type)]), every, lines: 1 };
};

const tipOf = (
  column: Column,
  { unit, formats, focusName = '', comparisonName = 'Compared with' }: ColumnOptions,
): Tip => ({
  title: column.label,
  lines: [
    { name: focusName, text: formats.value(column.value, unit), tone: 'focus' as const },
    ...(isKnown(column.comparison)
      ? [
          {
            name: comparisonName,
            text: formats.value(column.comparison, unit),
            tone: 'comparison' as const,
          },
        ]
      : []),
  ],
});

/** Baseline of a column's figure: clear of the column and of the comparison's line. */
const figureY = ({ value, comparison }: Column, y: (value: number) => number): number => {
  const known = value ?? 0;
  if (known < 0) return y(known) + 14;
  return Math.min(y(known), isKnown(comparison) && comparison > known ? y(comparison) : Infinity) - 6;
};

/** The vertical scale over all values, from zero. */
const scaleOf = (columns: readonly Column[], bottom: number, top: number) => {
  const values = [0, ...columns.flatMap((column) => [column.value, column.comparison]).filter(isKnown)];
  const least = Math.min(...values);
  const most = Math.max(...values);
  return { y: scaleLinear([least, most === least ? least + 1 : most], [bottom, top]), least };
};

/** Vertical columns from a zero line, in the order given; values above the columns, or an axis where they don't fit. */
export const layoutColumns = (columns: readonly Column[], options: ColumnOptions): ColumnGeometry => {
  const { width, unit, formats } = options;
  const texts = columns.map((column) => formats.compact(column.value, unit));
  const top = 20;
  const bottom = top + plotHeight;
  const { y, least } = scaleOf(columns, bottom, top);
  const areValuesShown = columns.length > 0 && widest(texts, strong) + 4 <= width / columns.length;
  const ticks = areValuesShown
    ? []
    : writeTicks(y.ticks(4), unit, formats).map(({ tick, text }) => ({ y: round(y(tick)), text }));
  const left = areValuesShown
    ? 0
    : widest(
        ticks.map(({ text }) => text),
        type,
      ) + 8;
  const band = scaleBand(
    columns.map(({ key }) => key),
    [left, width],
  )
    .paddingInner(0.22)
    .paddingOuter(0.11);
  const startOf = (key: string): number => band(key) ?? left;
  const plan = labelPlan(
    columns.map(({ label }) => label),
    band.step(),
    width,
  );
  const below = bottom + (least < 0 && areValuesShown ? 16 : 0);

  const labels = placeLabels(
    plan,
    columns.map(({ key }) => startOf(key) + band.bandwidth() / 2),
    below + 18,
    width,
  );
  const drawn = columns.map((column, at): DrawnColumn => {
    const x0 = startOf(column.key);
    const x1 = x0 + band.bandwidth();
    const middle = round((x0 + x1) / 2);
    const overhang = band.step() * 0.07;
    return {
      key: column.key,
      rect: rectBetween(x0, y(0), x1, y(column.value ?? 0)),
      comparison: isKnown(column.comparison)
        ? { x1: round(x0 - overhang), x2: round(x1 + overhang), y: round(y(column.comparison)) }
        : null,
      value: areValuesShown ? { text: texts[at] ?? '', x: middle, y: round(figureY(column, y)) } : null,
      label: labels[at] ?? null,
    };
  });
  const marks = columns.map((column, at): Mark => {
    const x0 = startOf(column.key) - (band.step() - band.bandwidth()) / 2;
    return {
      key: column.key,
      hit: rectBetween(x0, 2, x0 + band.step(), bottom + 1),
      anchor: { x: round(x0 + band.step() / 2), y: round(Math.min(y(0), y(column.value ?? 0))) },
      at: { x: at, y: 0 },
      tip: tipOf(column, options),
    };
  });
  return {
    width,
    height: round(below + 10 + plan.lines * lineHeight),
    columns: drawn,
    marks,
    ticks,
    left: round(left),
    zeroY: round(y(0)),
  };
};
