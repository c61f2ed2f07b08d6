import { scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round } from './geometry.ts';
import { isKnown } from './known.ts';
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
  readonly zeroX: number;
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

/** The outermost value on one side: the point itself, or the end of the interval beyond it. */
const outermost = (value: number, beyond: number | null | undefined, isRight: boolean): number => {
  if (!isKnown(beyond)) return value;
  return isRight ? Math.max(value, beyond) : Math.min(value, beyond);
};

const drawEnd = (
  value: number | null,
  text: string,
  x: (value: number) => number,
  isRight: boolean,
  { low, high }: DumbbellRow,
): DumbbellEnd | null =>
  isKnown(value)
    ? {
        x: round(x(value)),
        text,
        textX: round(x(outermost(value, isRight ? high : low, isRight)) + (isRight ? 10 : -10)),
        anchor: isRight ? 'start' : 'end',
      }
    : null;

const scaleOf = (row: DumbbellRow, left: number, right: number) => {
  const values = [0, row.focus, row.comparison, row.low, row.high].filter(isKnown);
  const least = Math.min(...values);
  const most = Math.max(...values);
  return scaleLinear([least, most === least ? least + 1 : most], [left, right]);
};

interface Frame {
  readonly width: number;
  readonly isStacked: boolean;
  readonly labelRoom: number;
  readonly left: number;
  readonly right: number;
}

const frameOf = (rows: readonly DumbbellRow[], texts: readonly string[], width: number): Frame => {
  const isStacked = width < 520;
  const figureRoom = Math.max(0, ...texts.map((text) => textWidth(text, strong))) + 14;
  const widestLabel = Math.max(0, ...rows.map((row) => textWidth(row.label, label)));
  const labelRoom = isStacked ? 0 : Math.min(widestLabel, width * 0.34);
  return {
    width,
    isStacked,
    labelRoom,
    left: labelRoom + figureRoom + (isStacked ? 0 : 8),
    right: width - figureRoom,
  };
};

const drawRow = (
  row: DumbbellRow,
  focusText: string,
  comparisonText: string,
  top: number,
  { width, isStacked, labelRoom, left, right }: Frame,
): { row: DrawnDumbbell; height: number } => {
  const wordRoom = isStacked ? width : labelRoom + 1;
  const lines = wrapText(row.label, wordRoom, label, isStacked ? 1 : 2);
  const noteText = fitText(row.note ?? '', wordRoom, small);
  const wordHeight = (lines.length + (noteText ? 1 : 0)) * lineHeight;
  const height = isStacked ? wordHeight + 32 : Math.max(wordHeight + 12, 38);
  const firstLine = isStacked ? top + 14 : top + height / 2 - wordHeight / 2 + 12.5;
  const { focus, comparison, low, high } = row;
  const x = scaleOf(row, left, right);
  const isFocusRight = (focus ?? -Infinity) >= (comparison ?? -Infinity);
  return {
    height,
    row: {
      key: row.key,
      y: round(isStacked ? top + wordHeight + 16 : top + height / 2),
      label: { lines, y: round(firstLine) },
      note: { text: noteText, y: round(firstLine + lines.length * lineHeight) },
      track: { x1: round(left), x2: round(right) },
      zeroX: round(x(0)),
      focus: drawEnd(focus, focusText, x, isFocusRight, row),
      comparison: drawEnd(comparison, comparisonText, x, !isFocusRight, row),
      whisker: isKnown(low) && isKnown(high) ? { x1: round(x(low)), x2: round(x(high)) } : null,
    },
  };
};

/**
 * Two points a row with the gap between them drawn. Every row has its own scale, from zero (or the least, when negative)
 * to its largest value, so that the gap shows the relative difference.
 */
export const layoutDumbbells = (rows: readonly DumbbellRow[], options: DumbbellOptions): DumbbellGeometry => {
  const { width, formats } = options;
  const focusTexts = rows.map((row) => formats.value(row.focus, row.unit));
  const comparisonTexts = rows.map((row) => formats.value(row.comparison, row.unit));
  const frame = frameOf(rows, [...focusTexts, ...comparisonTexts], width);
  let y = 2;
  const drawn: DrawnDumbbell[] = [];
  const marks: Mark[] = [];
  for (const [at, row] of rows.entries()) {
    const next = drawRow(row, focusTexts[at] ?? '', comparisonTexts[at] ?? '', y, frame);
    drawn.push(next.row);
    marks.push({
      key: row.key,
      hit: rectBetween(0, y, width, y + next.height - 1),
      anchor: { x: next.row.focus?.x ?? next.row.comparison?.x ?? next.row.zeroX, y: next.row.y - 8 },
      at: { x: 0, y: at },
      tip: tipOf(row, options),
    });
    y += next.height;
  }
  return { width, height: round(y + 2), rows: drawn, marks };
};
