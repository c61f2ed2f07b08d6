import { scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import { isKnown } from './known.ts';
import type { Geometry, Mark, Tip } from './marks.ts';
import { fitText, textWidth, wrapText } from './text.ts';

/** One bar. `low` and `high` are the ends of its interval; a missing value draws no bar. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly comparison?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** A few words after the value: "n = 38". */
  readonly note?: string;
}

/** What the bars are measured in and called. */
export interface BarOptions {
  readonly width: number;
  readonly unit: FormatUnit;
  readonly formats: Formats;
  readonly focusName?: string;
  readonly comparisonName?: string;
}

/** A bar, drawn. */
export interface DrawnBar {
  readonly key: string;
  readonly rect: Rect;
  readonly comparison: Rect | null;
  readonly whisker: { readonly x1: number; readonly x2: number; readonly y: number } | null;
  readonly label: { readonly lines: readonly string[]; readonly x: number; readonly y: number };
  readonly value: Point & { readonly text: string; readonly note: string; readonly anchor: 'start' | 'end' };
}

/** Where everything of a bar chart lies. */
export interface BarGeometry extends Geometry {
  readonly bars: readonly DrawnBar[];
  readonly zero: { readonly x: number; readonly y1: number; readonly y2: number };
}

const label = { size: 13 };
const value = { size: 12, face: 'strong' } as const;
const small = { size: 12 };
const lineHeight = 16;
const narrow = 480;

const tipOf = (bar: Bar, { unit, formats, focusName, comparisonName }: BarOptions): Tip => {
  const say = (number: number): string => formats.value(number, unit);
  return {
    title: bar.label,
    lines: [
      { name: focusName ?? '', text: formats.value(bar.value, unit), tone: 'focus' as const },
      ...(isKnown(bar.low) && isKnown(bar.high)
        ? [{ name: 'Likely between', text: `${say(bar.low)} and ${say(bar.high)}` }]
        : []),
      ...(isKnown(bar.comparison)
        ? [
            {
              name: comparisonName ?? 'Compared with',
              text: say(bar.comparison),
              tone: 'comparison' as const,
            },
          ]
        : []),
      ...(bar.note ? [{ name: '', text: bar.note }] : []),
    ],
  };
};

const isNegative = (bar: Bar): boolean => (bar.value ?? 0) < 0;

/** The far end of a bar or its whisker, where its figure stands. */
const tipEnd = (bar: Bar): number =>
  isNegative(bar)
    ? Math.min(...[bar.value, bar.low].filter(isKnown))
    : Math.max(0, ...[bar.value, bar.high].filter(isKnown));

interface Frame {
  readonly isStacked: boolean;
  readonly labelRoom: number;
  readonly x: (value: number) => number;
  readonly texts: readonly string[];
}

/** The scale that leaves every figure its room beyond its own bar, and notes as much as a fifth of the width. */
const frameOf = (bars: readonly Bar[], { width, unit, formats }: BarOptions): Frame => {
  const isStacked = width < narrow;
  const texts = bars.map((bar) => formats.compact(bar.value, unit));
  const widestLabel = Math.max(0, ...bars.map((bar) => textWidth(bar.label, label)));
  const labelRoom = isStacked ? 0 : Math.min(widestLabel, width * 0.34);
  const extent = [
    0,
    ...bars.flatMap((bar) => [bar.value, bar.comparison, bar.low, bar.high]).filter(isKnown),
  ];
  const least = Math.min(...extent);
  const most = Math.max(...extent);
  const domain = [least, most === least ? least + 1 : most] as const;
  const shareOf = scaleLinear(domain, [0, 1]);
  const needs = bars.map((bar, at) => ({
    fraction: shareOf(tipEnd(bar)),
    isNegative: isNegative(bar),
    figure: textWidth(texts[at] ?? '', value) + 10,
    note: bar.note ? Math.min(textWidth(bar.note, small) + 8, width * 0.2) : 0,
  }));
  const before = needs.filter((need) => need.isNegative).map(({ figure }) => figure);
  const left = labelRoom + (isStacked ? 0 : 12) + Math.max(0, ...before);
  const lengths = needs
    .filter((need) => !need.isNegative && need.fraction > 0)
    .map(({ fraction, figure, note }) => (width - left - figure - note) / fraction);
  const length = Math.min(width - left, ...lengths);
  return {
    isStacked,
    labelRoom,
    texts,
    x: scaleLinear(domain, [left, left + Math.max(length, 40)]),
  };
};

/** Baseline of the first label line: above the bar, or beside its middle. */
const labelBaseline = (isStacked: boolean, y: number, height: number, lines: number): number =>
  round(isStacked ? y + 13 : y + height / 2 - ((lines - 1) * lineHeight) / 2 + 4.5);

const drawBar = (
  bar: Bar,
  text: string,
  { x, isStacked, labelRoom }: Frame,
  { y, width, thickness, body }: { y: number; width: number; thickness: number; body: number },
): { bar: DrawnBar; height: number; top: number } => {
  const lines = isStacked ? [fitText(bar.label, width, label)] : wrapText(bar.label, labelRoom + 1, label, 2);
  const height = isStacked ? lineHeight + body + 14 : Math.max(body + 10, lines.length * lineHeight + 8, 28);
  const top = isStacked ? y + lineHeight + 5 : y + (height - body) / 2;
  const middle = top + thickness / 2;
  const isLeft = isNegative(bar);
  const end = x(tipEnd(bar)) + (isLeft ? -6 : 6);
  const noteRoom = width - end - textWidth(text, value) - 6;
  return {
    height,
    top,
    bar: {
      key: bar.key,
      rect: rectBetween(x(0), top, x(bar.value ?? 0), top + thickness),
      comparison: isKnown(bar.comparison)
        ? rectBetween(x(0), top + thickness + 2, x(bar.comparison), top + thickness + 7)
        : null,
      whisker:
        isKnown(bar.low) && isKnown(bar.high)
          ? { x1: round(x(bar.low)), x2: round(x(bar.high)), y: round(middle) }
          : null,
      label: {
        lines,
        x: 0,
        y: labelBaseline(isStacked, y, height, lines.length),
      },
      value: {
        x: round(end),
        y: round(middle + 4.3),
        text,
        note: bar.note && !isLeft ? fitText(bar.note, noteRoom, small) : '',
        anchor: isLeft ? 'end' : 'start',
      },
    },
  };
};

/** Horizontal bars from a zero line, in the order given; labels beside the bars, or above them where it is narrow. */
export const layoutBars = (bars: readonly Bar[], options: BarOptions): BarGeometry => {
  const { width } = options;
  const frame = frameOf(bars, options);
  const hasComparison = bars.some((bar) => isKnown(bar.comparison));
  const thickness = hasComparison ? 12 : 16;
  const body = thickness + (hasComparison ? 8 : 0);
  let y = 4;
  const drawn: DrawnBar[] = [];
  const marks: Mark[] = [];
  for (const [at, bar] of bars.entries()) {
    const row = drawBar(bar, frame.texts[at] ?? '', frame, { y, width, thickness, body });
    drawn.push(row.bar);
    marks.push({
      key: bar.key,
      hit: rectBetween(0, y, width, y + row.height),
      anchor: { x: round(frame.x(Math.max(bar.value ?? 0, 0))), y: round(row.top) },
      at: { x: 0, y: at },
      tip: tipOf(bar, options),
    });
    y += row.height;
  }
  return {
    width,
    height: round(y + 4),
    bars: drawn,
    marks,
    zero: { x: round(frame.x(0)), y1: 2, y2: round(y + 2) },
  };
};
