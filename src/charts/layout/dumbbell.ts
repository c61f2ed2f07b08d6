import { scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round } from './geometry.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth, wrapText } from './text.ts';

/** One measure of both sides; `low` and `high` are the interval of the focus. */
export interface DumbbellRow {
  readonly key: string;
  readonly label: string;
  readonly unit: FormatUnit;
  readonly focus: number | null;
  readonly comparison: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** A few words below the label. */
  readonly note?: string;
}

/** Who is compared with whom. */
export interface DumbbellOptions {
  readonly width: number;
  readonly formats: Formats;
  readonly focusName: string;
  readonly comparisonName: string;
}

/** An end of a dumbbell with its figure beside it. */
export interface DumbbellEnd {
  readonly x: number;
  readonly text: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
}

/** A row, drawn. */
export interface DrawnDumbbell {
  readonly key: string;
  readonly y: number;
  readonly label: { readonly lines: readonly string[]; readonly y: number };
  readonly note: { readonly text: string; readonly y: number };
  readonly track: { readonly x1: number; readonly x2: number };
  readonly focus: DumbbellEnd | null;
  readonly comparison: DumbbellEnd | null;
  readonly whisker: { readonly x1: number; readonly x2: number } | null;
}

/** Where everything of a dumbbell chart lies. */
export interface DumbbellGeometry extends Geometry {
  readonly rows: readonly DrawnDumbbell[];
}

const label = { size: 13 };
const small = { size: 12 };
const strong = { size: 12, face: 'strong' } as const;
const lineHeight = 16;

const isKnown = (number: number | null | undefined): number is number =>
  number !== null && number !== undefined && Number.isFinite(number);

const tipOf = (row: DumbbellRow, { formats, focusName, comparisonName }: DumbbellOptions) => ({
  title: row.label,
  lines: [
    { name: focusName, text: formats.value(row.focus, row.unit), tone: 'focus' as const },
    { name: comparisonName, text: formats.value(row.comparison, row.unit), tone: 'comparison' as const },
    ...(isKnown(row.low) && isKnown(row.high)
      ? [
          {
            name: 'Likely between',
            text: `${formats.value(row.low, row.unit)} and ${formats.value(row.high, row.unit)}`,
          },
        ]
      : []),
    ...(row.note ? [{ name: '', text: row.note }] : []),
  ],
});

/**
 * Two points a row with the gap between them drawn. Every row has its own scale, from zero (or the least, when negative)
 * to its largest value, so that the gap shows the relative difference.
 */
export const layoutDumbbells = (rows: readonly DumbbellRow[], options: DumbbellOptions): DumbbellGeometry => {
  const { width, formats } = options;
  const isStacked = width < 520;
  const texts = rows.map((row) => ({
    focus: formats.compact(row.focus, row.unit),
    comparison: formats.compact(row.comparison, row.unit),
  }));
  const figureRoom =
    Math.max(
      0,
      ...texts.flatMap(({ focus, comparison }) => [textWidth(focus, strong), textWidth(comparison, small)]),
    ) + 14;
  const widestLabel = Math.max(0, ...rows.map((row) => textWidth(row.label, label)));
  const labelRoom = isStacked ? 0 : Math.min(widestLabel, width * 0.34);
  const left = labelRoom + figureRoom + (isStacked ? 0 : 8);
  const right = width - figureRoom;
  let y = 2;
  const drawn: DrawnDumbbell[] = [];
  const marks: Mark[] = [];
  for (const [at, row] of rows.entries()) {
    const lines = isStacked
      ? [fitText(row.label, width, label)]
      : wrapText(row.label, labelRoom + 1, label, 2);
    const noteText = row.note ? fitText(row.note, isStacked ? width : labelRoom + 1, small) : '';
    const wordHeight = (lines.length + (noteText ? 1 : 0)) * lineHeight;
    const height = isStacked ? wordHeight + 32 : Math.max(wordHeight + 12, 38);
    const middle = round(isStacked ? y + wordHeight + 16 : y + height / 2);
    const firstLine = isStacked ? y + 14 : y + height / 2 - wordHeight / 2 + 12.5;
    const values = [row.focus, row.comparison, row.low, row.high].filter(isKnown);
    const least = Math.min(0, ...values);
    const most = Math.max(0, ...values);
    const x = scaleLinear([least, most === least ? least + 1 : most], [left, right]);
    const { focus, comparison, low, high } = row;
    const isFocusRight = (focus ?? -Infinity) >= (comparison ?? -Infinity);
    const end = (value: number | null, text: string, isRight: boolean, beyond: number | null | undefined) => {
      if (!isKnown(value)) return null;
      const outer = isKnown(beyond) ? (isRight ? Math.max(beyond, value) : Math.min(beyond, value)) : value;
      return {
        x: round(x(value)),
        text,
        textX: round(x(outer) + (isRight ? 10 : -10)),
        anchor: isRight ? ('start' as const) : ('end' as const),
      };
    };
    drawn.push({
      key: row.key,
      y: middle,
      label: { lines, y: round(firstLine) },
      note: { text: noteText, y: round(firstLine + lines.length * lineHeight) },
      track: { x1: round(left), x2: round(right) },
      focus: end(focus, texts[at]?.focus ?? '', isFocusRight, isFocusRight ? high : low),
      comparison: end(
        comparison,
        texts[at]?.comparison ?? '',
        !isFocusRight,
        isKnown(focus) ? (isFocusRight ? low : high) : null,
      ),
      whisker: isKnown(low) && isKnown(high) ? { x1: round(x(low)), x2: round(x(high)) } : null,
    });
    marks.push({
      key: row.key,
      hit: rectBetween(0, y, width, y + height - 1),
      anchor: { x: round(x(focus ?? comparison ?? 0)), y: middle - 8 },
      at: { x: 0, y: at },
      tip: tipOf(row, options),
    });
    y += height;
  }
  return { width, height: round(y + 2), rows: drawn, marks };
};
