import { area, curveMonotoneX, line, scaleLinear, scaleUtc } from 'd3';
import type { Day } from '../../core/day.ts';
import { millisecondsOfDay } from '../../core/day.ts';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round } from './geometry.ts';
import { spread } from './labels.ts';
import { isKnown } from './known.ts';
import type { Geometry, Mark } from './marks.ts';
import { textWidth, wrapText } from './text.ts';
import { writeTicks } from './ticks.ts';

/** Whether a series is us, them, or one of the rest. */
export type Emphasis = 'focus' | 'comparison' | 'muted';

/** The value of a period, named by its first day; null where nothing is known: the line breaks. */
export interface TimePoint {
  readonly day: Day;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** One line, its points in order of time. */
export interface TimeSeries {
  readonly name: string;
  readonly emphasis: Emphasis;
  readonly points: readonly TimePoint[];
}

/** A day from which on something else holds (a forecast, a campaign), with a word for it. */
export interface TimeSplit {
  readonly day: Day;
  readonly text: string;
}

/** What the series are measured in, and the length of a period. */
export interface TimeSeriesOptions {
  readonly split?: TimeSplit | undefined;
  readonly width: number;
  readonly unit: FormatUnit;
  readonly interval: 'day' | 'week' | 'month';
  readonly formats: Formats;
}

/** A line, drawn. */
export interface DrawnSeries {
  readonly name: string;
  readonly emphasis: Emphasis;
  readonly path: string;
  readonly band: string | null;
  readonly end: { readonly x: number; readonly y: number } | null;
  readonly label: {
    readonly lines: readonly string[];
    readonly value: string;
    readonly x: number;
    readonly y: number;
  };
}

/** Where everything of a time series chart lies. */
export interface TimeSeriesGeometry extends Geometry {
  readonly series: readonly DrawnSeries[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly text: string; readonly isYear: boolean }[];
  readonly left: number;
  readonly right: number;
  readonly baseY: number;
  /** The line of the split, and its words beside the top of it, on the side where they fit. */
  readonly split: {
    readonly x: number;
    readonly text: string;
    readonly textX: number;
    readonly anchor: 'start' | 'end';
  } | null;
  /** Dots to draw while a mark is active, by its key. */
  readonly dots: Readonly<
    Record<string, readonly { readonly x: number; readonly y: number; readonly emphasis: Emphasis }[]>
  >;
}

const type = { size: 12 };
const strong = { size: 13, face: 'strong' } as const;
const lineHeight = 15;
const order: Readonly<Record<Emphasis, number>> = { muted: 0, comparison: 1, focus: 2 };

const allValues = (series: readonly TimeSeries[]): number[] =>
  series
    .flatMap(({ points }) => points.flatMap(({ value, low, high }) => [value, low, high]))
    .filter(isKnown);

/** From zero unless all values lie far from it. */
const domainOf = (values: readonly number[]): [number, number] => {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (values.length === 0) return [0, 1];
  if (least >= 0 && least < most * 0.6) return [0, most];
  return least === most ? [Math.min(0, least), Math.max(0, most, least + 1)] : [least, most];
};

const timeTicks = (times: readonly [Date, Date], room: number, locale: string) => {
  const scale = scaleUtc(times, [0, room]);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const ticks = scale.ticks(Math.max(2, Math.floor(room / 80)));
  return ticks.map((tick) => {
    const isYear = tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
    const words = tick.getUTCDate() === 1 ? month : day;
    return { tick, isYear, text: isYear ? String(tick.getUTCFullYear()) : words.format(tick) };
  });
};

const lastKnown = (points: readonly TimePoint[]): TimePoint | undefined =>
  points.findLast((point) => isKnown(point.value));

/** To the left of its line, where the past is told; to the right where the words don't fit there. */
const placeSplit = (
  { text }: TimeSplit,
  x: number,
  left: number,
  right: number,
): TimeSeriesGeometry['split'] => {
  if (x < left || x > right) return null;
  const isLeft = x - left >= textWidth(text, type) + 8;
  return { x: round(x), text, textX: round(isLeft ? x - 6 : x + 6), anchor: isLeft ? 'end' : 'start' };
};

/** Lines over time with bands where intervals are known, each named at its end. */
export const layoutTimeSeries = (
  input: readonly TimeSeries[],
  { width, unit, interval, formats, split }: TimeSeriesOptions,
): TimeSeriesGeometry => {
  const series = [...input].sort((a, b) => order[a.emphasis] - order[b.emphasis]);
  const height = Math.round(Math.min(300, Math.max(220, width * 0.36)));
  const top = 12;
  const baseY = height - 28;
  const y = scaleLinear(domainOf(allValues(series)), [baseY, top]).nice(4);
  const yTickTexts = writeTicks(y.ticks(4), unit, formats);
  const left = Math.max(...yTickTexts.map(({ text }) => textWidth(text, type))) + 10;
  const room = Math.min(Math.max(88, width * 0.22), 190);
  const labels = series.map(({ name, points }) => ({
    lines: wrapText(name, room - 12, strong, 3),
    value: formats.compact(lastKnown(points)?.value, unit),
  }));
  const widestLabel = Math.max(
    0,
    ...labels.flatMap(({ lines, value }) => [...lines, value].map((text) => textWidth(text, strong))),
  );
  const right = width - Math.min(room, widestLabel + 14);
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const times: [Date, Date] = [new Date(days[0] ?? 0), new Date(days.at(-1) ?? 0)];
  const x = scaleUtc(times, [left + 4, right]);
  const at = (day: Day): number => x(millisecondsOfDay(day));

  const draw = line<TimePoint>(
    (point) => round(at(point.day)),
    (point) => round(y(point.value ?? 0)),
  )
    .defined((point) => isKnown(point.value))
    .curve(curveMonotoneX)
    .digits(1);
  const drawBand = area<TimePoint>(
    (point) => round(at(point.day)),
    (point) => round(y(point.low ?? 0)),
    (point) => round(y(point.high ?? 0)),
  )
    .defined((point) => isKnown(point.low) && isKnown(point.high))
    .curve(curveMonotoneX)
    .digits(1);

  const ends = series.map(({ points }) => lastKnown(points));
  const places = spread(
    series.map((_each, index) => ({
      y: y(ends[index]?.value ?? 0),
      height: ((labels[index]?.lines.length ?? 1) + 1) * lineHeight + 6,
    })),
    0,
    height - 8,
  );
  const drawn = series.map(({ name, emphasis, points }, index): DrawnSeries => {
    const end = ends[index];
    const lines = labels[index]?.lines ?? [];
    return {
      name,
      emphasis,
      path: draw(points) ?? '',
      band: points.some((point) => isKnown(point.low) && isKnown(point.high)) ? drawBand(points) : null,
      end: end ? { x: round(at(end.day)), y: round(y(end.value ?? 0)) } : null,
      label: {
        lines,
        value: labels[index]?.value ?? '',
        x: round(right + 10),
        y: round((places[index] ?? 0) - (lines.length * lineHeight) / 2 + 4),
      },
    };
  });

  const byDay = series.map(({ points }) => new Map(points.map((point) => [point.day, point])));
  const centres = days.map(at);
  const dots: Record<string, { x: number; y: number; emphasis: Emphasis }[]> = {};
  const marks = days.map((day, index): Mark => {
    const here = centres[index] ?? left;
    const from = index === 0 ? left : (here + (centres[index - 1] ?? here)) / 2;
    const to = index === days.length - 1 ? right + 4 : (here + (centres[index + 1] ?? here)) / 2;
    const rows = series.map((each, lane) => ({ each, point: byDay[lane]?.get(day) })).reverse();
    dots[day] = rows.flatMap(({ each, point }) =>
      point && isKnown(point.value)
        ? [{ x: round(here), y: round(y(point.value)), emphasis: each.emphasis }]
        : [],
    );
    return {
      key: day,
      hit: rectBetween(from, top - 8, to, baseY + 4),
      anchor: { x: round(here), y: Math.min(...dots[day].map((dot) => dot.y), baseY) },
      at: { x: index, y: 0 },
      tip: {
        title: interval === 'month' ? formats.month(day) : formats.day(day),
        lines: rows.flatMap(({ each, point }) =>
          point
            ? [
                {
                  name: each.name,
                  text:
                    isKnown(point.low) && isKnown(point.high)
                      ? `${formats.value(point.value, unit)} (${formats.value(point.low, unit)} to ${formats.value(point.high, unit)})`
                      : formats.value(point.value, unit),
                  tone: each.emphasis === 'muted' ? ('plain' as const) : each.emphasis,
                },
              ]
            : [],
        ),
      },
    };
  });

  return {
    width,
    height,
    series: drawn,
    marks,
    dots,
    left: round(left),
    right: round(right),
    baseY,
    split: split ? placeSplit(split, at(split.day), left, right) : null,
    yTicks: yTickTexts.map(({ tick, text }) => ({ y: round(y(tick)), text })),
    xTicks:
      days.length === 0
        ? []
        : timeTicks(times, right - left, formats.locale).map(({ tick, text, isYear }) => ({
            x: round(x(tick)),
            text,
            isYear,
          })),
  };
};
