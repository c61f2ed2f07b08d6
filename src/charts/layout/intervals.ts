import { scaleLinear, scaleLog } from 'd3';
import type { ScaleContinuousNumeric } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round } from './geometry.ts';
import { isKnown } from './known.ts';
import type { Geometry, Mark } from './marks.ts';
import { textWidth, wrapText } from './text.ts';
import { writeTicks } from './ticks.ts';

/** One effect with its interval. */
export interface IntervalRow {
  readonly key: string;
  /** Empty in a chart of a single effect. */
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A few muted words below the label. */
  readonly note?: string;
  /** Drawn muted: the interval spans the threshold. */
  readonly isOpen?: boolean;
}

/** How effects are drawn. A `log` axis is for ratios above 0. */
export interface IntervalOptions {
  readonly width: number;
  readonly formats: Formats;
  readonly unit: FormatUnit;
  readonly scale: 'linear' | 'log';
  /** A line that effects are held against. */
  readonly threshold: number;
  /** Second line of a claim with an upper end. */
  readonly upTo?: number | null;
  /** Words at the sides of the threshold, with the arrows that belong to them. */
  readonly below: string;
  readonly above: string;
}

/** A row, drawn. `cut` says which ends lie beyond the axis. */
export interface DrawnInterval {
  readonly key: string;
  readonly y: number;
  readonly isOpen: boolean;
  readonly label: { readonly lines: readonly string[]; readonly y: number };
  readonly note: { readonly text: string; readonly y: number };
  readonly x: number | null;
  readonly whisker: {
    readonly x1: number;
    readonly x2: number;
    readonly cutLow: boolean;
    readonly cutHigh: boolean;
  } | null;
  readonly text: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
}

/** Where everything of an interval chart lies. */
export interface IntervalGeometry extends Geometry {
  readonly rows: readonly DrawnInterval[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly thresholds: readonly number[];
  /** The claimed region, between the thresholds or above the one. */
  readonly claimed: { readonly x: number; readonly width: number } | null;
  readonly words: readonly { readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' }[];
}

const label = { size: 13 };
const small = { size: 12 };
const strong = { size: 12, face: 'strong' } as const;
const lineHeight = 16;
/** Ratios beyond these are cut off at the edge of a log axis, so that one wild interval doesn’t flatten the others. */
const logBounds = [1 / 20, 20] as const;

/** The ends in words: "1.2 to 3.4"; empty when unknown. */
const spanWords = ({ low, high }: IntervalRow, { formats, unit }: IntervalOptions): string =>
  isKnown(low) && isKnown(high) ? `${formats.compact(low, unit)} to ${formats.compact(high, unit)}` : '';

const figureOf = (row: IntervalRow, options: IntervalOptions): string =>
  options.formats.compact(row.value, options.unit);

const scaleOf = (
  rows: readonly IntervalRow[],
  { scale, threshold, upTo }: IntervalOptions,
  left: number,
  right: number,
): ScaleContinuousNumeric<number, number> => {
  const known = rows.flatMap(({ value, low, high }) => [value, low, high].filter(isKnown));
  const values = [...known, threshold, ...(isKnown(upTo) ? [upTo] : [])];
  if (scale === 'log') {
    const inside = values.map((value) => Math.min(logBounds[1], Math.max(logBounds[0], value)));
    const reach = Math.max(...inside.map((value) => Math.abs(Math.log(value / threshold))), Math.log(1.6));
    return scaleLog(
      [threshold * Math.exp(-reach * 1.04), threshold * Math.exp(reach * 1.04)],
      [left, right],
    ).clamp(true);
  }
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = most > least ? (most - least) * 0.12 : Math.abs(most) || 1;
  return scaleLinear([least - room, most + room], [left, right]);
};

const logTicks = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

const ticksOf = (
  x: ScaleContinuousNumeric<number, number>,
  { scale, unit, formats }: IntervalOptions,
  room: number,
) => {
  const [from = 0, to = 1] = x.domain();
  const values =
    scale === 'log'
      ? logTicks.filter((tick) => tick >= from && tick <= to)
      : x.ticks(Math.max(2, Math.floor(room / 90)));
  return writeTicks(values, unit, formats).map(({ tick, text }) => ({ x: round(x(tick)), text }));
};

const tipOf = (row: IntervalRow, options: IntervalOptions) => ({
  title: row.label || options.above,
  lines: [
    { name: '', text: options.formats.value(row.value, options.unit), tone: 'focus' as const },
    ...(spanWords(row, options) ? [{ name: 'Likely', text: spanWords(row, options) }] : []),
    ...(row.note ? [{ name: '', text: row.note }] : []),
  ],
});

interface Frame {
  readonly width: number;
  readonly isStacked: boolean;
  readonly hasLabels: boolean;
  readonly labelRoom: number;
  readonly left: number;
  readonly right: number;
}

const frameOf = (rows: readonly IntervalRow[], options: IntervalOptions): Frame => {
  const { width } = options;
  const hasLabels = rows.some((row) => row.label !== '');
  const isStacked = width < 560;
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, label)));
  const labelRoom = hasLabels && !isStacked ? Math.min(widest, width * 0.36) + 16 : 0;
  const figureRoom = Math.max(0, ...rows.map((row) => textWidth(figureOf(row, options), strong))) + 14;
  const left = labelRoom + 4;
  return { width, isStacked, hasLabels, labelRoom, left, right: Math.max(left + 40, width - figureRoom) };
};

type Axis = ScaleContinuousNumeric<number, number>;

const whiskerOf = ({ low, high }: IntervalRow, x: Axis): DrawnInterval['whisker'] => {
  if (!isKnown(low) || !isKnown(high)) return null;
  const [from = 0, to = 1] = x.domain();
  return { x1: round(x(low)), x2: round(x(high)), cutLow: low < from, cutHigh: high > to };
};

/** Where the figure stands: right of the whisker, or left of it where a threshold would cross it. */
const placeFigure = (
  text: string,
  ends: readonly [number, number],
  thresholds: readonly number[],
  left: number,
): DrawnInterval['text'] => {
  const room = textWidth(text, strong) + 12;
  const [start, end] = ends;
  const isCrossed = (from: number): boolean => thresholds.some((line) => line > from && line < from + room);
  return isCrossed(end) && start - room > left && !isCrossed(start - room)
    ? { text, x: round(start - 10), anchor: 'end' }
    : { text, x: round(end + 10), anchor: 'start' };
};

/** The words of a row and the height that they need. */
const setWords = (row: IntervalRow, top: number, { width, isStacked, hasLabels, labelRoom }: Frame) => {
  const room = isStacked ? width : labelRoom - 12;
  const lines = hasLabels ? wrapText(row.label, room, label, isStacked ? 1 : 2) : [];
  const [note = ''] = hasLabels ? wrapText(row.note ?? '', room, small, 1) : [];
  const words = (lines.length + (note ? 1 : 0)) * lineHeight;
  const height = isStacked ? words + 28 : Math.max(words + 10, 30);
  const middle = isStacked ? top + words + 13 : top + height / 2;
  const firstLine = isStacked ? top + 13 : middle - words / 2 + 12.5;
  return {
    height,
    y: round(middle),
    label: { lines, y: round(firstLine) },
    note: { text: note, y: round(firstLine + lines.length * lineHeight) },
  };
};

const drawRow = (
  row: IntervalRow,
  top: number,
  frame: Frame,
  x: Axis,
  thresholds: readonly number[],
  options: IntervalOptions,
): { readonly drawn: DrawnInterval; readonly height: number } => {
  const { height, ...words } = setWords(row, top, frame);
  const whisker = whiskerOf(row, x);
  const at = isKnown(row.value) ? round(x(row.value)) : null;
  const spot = at ?? frame.left;
  const { x1, x2 } = whisker ?? { x1: spot, x2: spot };
  const ends = [Math.min(spot, x1), Math.max(spot, x2)] as const;
  return {
    height,
    drawn: {
      key: row.key,
      isOpen: row.isOpen ?? false,
      ...words,
      x: at,
      whisker,
      text: placeFigure(figureOf(row, options), ends, thresholds, frame.left),
    },
  };
};

/** The words at the sides of the threshold, each only where it fits. */
const wordsOf = (
  line: number,
  left: number,
  { width, below, above }: IntervalOptions,
): IntervalGeometry['words'] => {
  const fits = (text: string, space: number): boolean => text !== '' && textWidth(text, small) <= space;
  const hasBelow = fits(below, line - 6 - left);
  const start = { x: round(line + 6), text: above, anchor: 'start' as const };
  const end = { x: round(line - 6), anchor: 'end' as const };
  const isRight = fits(above, width - line - 6);
  return [
    ...(hasBelow ? [{ ...end, text: below }] : []),
    ...(isRight ? [start] : []),
    ...(!isRight && !hasBelow && fits(above, line - 6) ? [{ ...end, text: above }] : []),
  ];
};

const claimedOf = (thresholds: readonly number[], { left, right }: Frame): IntervalGeometry['claimed'] => {
  const [from = left, to = right] = thresholds;
  const start = Math.max(left, from);
  return { x: round(start), width: round(Math.max(0, Math.min(right, to) - start)) };
};

/**
 * Effects as points with whiskers on one axis, against a threshold: a forest plot, or a single claim. Labels stand on the
 * left, above their row where the drawing is narrow; the figure stands right of the whisker.
 */
export const layoutIntervals = (
  rows: readonly IntervalRow[],
  options: IntervalOptions,
  isClaim: boolean,
): IntervalGeometry => {
  const frame = frameOf(rows, options);
  const { width, left, right } = frame;
  const x = scaleOf(rows, options, left, right);
  const lines = [options.threshold, ...(isKnown(options.upTo) ? [options.upTo] : [])];
  const thresholds = lines.map((value) => round(x(value)));
  const top = 22;
  let y = top;
  const drawn: DrawnInterval[] = [];
  const marks: Mark[] = [];
  for (const [at, row] of rows.entries()) {
    const next = drawRow(row, y, frame, x, thresholds, options);
    drawn.push(next.drawn);
    marks.push({
      key: row.key,
      hit: rectBetween(0, y, width, y + next.height - 1),
      anchor: { x: next.drawn.x ?? round((left + right) / 2), y: round(next.drawn.y - 8) },
      at: { x: 0, y: at },
      tip: tipOf(row, options),
    });
    y += next.height;
  }
  const bottom = y + 4;
  return {
    width,
    height: round(bottom + 22),
    marks,
    rows: drawn,
    left: round(left),
    right: round(right),
    top,
    bottom: round(bottom),
    ticks: ticksOf(x, options, right - left),
    thresholds,
    claimed: isClaim ? claimedOf(thresholds, frame) : null,
    words: wordsOf(thresholds[0] ?? left, left, options),
  };
};
