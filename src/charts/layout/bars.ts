import { scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
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
const lineHeight = 16;
const narrow = 480;

const isKnown = (number: number | null | undefined): number is number =>
  number !== null && number !== undefined && Number.isFinite(number);

const reach = (bar: Bar): number[] => [bar.value, bar.comparison, bar.low, bar.high].filter(isKnown);

const tipOf = (bar: Bar, { unit, formats, focusName, comparisonName }: BarOptions): Tip => ({
  title: bar.label,
  lines: [
    { name: focusName ?? '', text: formats.value(bar.value, unit), tone: 'focus' as const },
    ...(isKnown(bar.low) && isKnown(bar.high)
      ? [
          {
            name: 'Likely between',
            text: `${formats.value(bar.low, unit)} and ${formats.value(bar.high, unit)}`,
          },
        ]
      : []),
    ...(isKnown(bar.comparison)
      ? [
          {
            name: comparisonName ?? 'Compared with',
            text: formats.value(bar.comparison, unit),
            tone: 'comparison' as const,
          },
        ]
      : []),
    ...(bar.note ? [{ name: '', text: bar.note }] : []),
  ],
});

/** Horizontal bars from a zero line, in the order given; labels beside the bars, or above them where it is narrow. */
export const layoutBars = (bars: readonly Bar[], options: BarOptions): BarGeometry => {
  const { width, unit, formats } = options;
  const isStacked = width < narrow;
  const hasComparison = bars.some((bar) => isKnown(bar.comparison));
  const texts = bars.map((bar) => formats.compact(bar.value, unit));
  const valueRoom = Math.max(0, ...texts.map((text) => textWidth(text, value))) + 10;
  const noteRoom = Math.min(
    Math.max(0, ...bars.map((bar) => (bar.note ? textWidth(bar.note, { size: 12 }) + 8 : 0))),
    width * 0.2,
  );
  const labelRoom = isStacked
    ? 0
    : Math.min(Math.max(0, ...bars.map((bar) => textWidth(bar.label, label))), width * 0.34);
  const extent = [0, ...bars.flatMap(reach)];
  const least = Math.min(...extent);
  const most = Math.max(...extent);
  const left = (labelRoom > 0 ? labelRoom + 12 : 0) + (least < 0 ? valueRoom : 0);
  const right = width - valueRoom - noteRoom;
  const x = scaleLinear([least, most === least ? least + 1 : most], [left, Math.max(right, left + 40)]);

  const thickness = hasComparison ? 12 : 16;
  let y = 4;
  const drawn: DrawnBar[] = [];
  const marks: Mark[] = [];
  for (const [at, bar] of bars.entries()) {
    const lines = isStacked
      ? [fitText(bar.label, width, label)]
      : wrapText(bar.label, labelRoom + 1, label, 2);
    const body = thickness + (hasComparison ? 8 : 0);
    const height = isStacked
      ? lineHeight + body + 14
      : Math.max(body + 10, lines.length * lineHeight + 8, 28);
    const top = isStacked ? y + lineHeight + 5 : y + (height - body) / 2;
    const middle = top + thickness / 2;
    const known = isKnown(bar.value) ? bar.value : 0;
    const isNegative = known < 0;
    const ends = [known, ...(isNegative ? [bar.low] : [bar.high])].filter(isKnown);
    const end = x(isNegative ? Math.min(...ends) : Math.max(...ends));
    const noteX = width - end - 6 - textWidth(texts[at] ?? '', value) - 6;
    drawn.push({
      key: bar.key,
      rect: rectBetween(x(0), top, x(known), top + thickness),
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
        y: round(isStacked ? y + 13 : y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4.5),
      },
      value: {
        x: round(end + (isNegative ? -6 : 6)),
        y: round(middle + 4.3),
        text: texts[at] ?? '',
        note: bar.note && !isNegative ? fitText(bar.note, noteX, { size: 12 }) : '',
        anchor: isNegative ? 'end' : 'start',
      },
    });
    marks.push({
      key: bar.key,
      hit: rectBetween(0, y, width, y + height),
      anchor: { x: round(x(Math.max(known, 0))), y: round(top) },
      at: { x: 0, y: at },
      tip: tipOf(bar, options),
    });
    y += height;
  }
  return {
    width,
    height: round(y + 4),
    bars: drawn,
    marks,
    zero: { x: round(x(0)), y1: 2, y2: round(y + 2) },
  };
};
