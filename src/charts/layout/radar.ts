import type { Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point } from './geometry.ts';
import { isKnown } from './known.ts';
import type { Geometry, Mark } from './marks.ts';
import { textWidth, wrapText } from './text.ts';

/** One direction of the radar: what is now and what is wanted, on the scale of the chart. */
export interface RadarAxis {
  readonly key: string;
  readonly label: string;
  readonly now: number | null;
  readonly goal: number | null;
}

/** The scale of every axis, and what the two figures are called. */
export interface RadarOptions {
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly formats: Formats;
  readonly nowName: string;
  readonly goalName: string;
}

/** An axis, drawn: its spoke, its points, and its words outside the rim. */
export interface DrawnAxis {
  readonly key: string;
  readonly spoke: Point;
  readonly now: Point | null;
  readonly goal: Point | null;
  readonly label: {
    readonly lines: readonly string[];
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
  };
  /** “2.3 of 4” below the label. */
  readonly figure: { readonly text: string; readonly y: number };
}

/** Where everything of a radar lies. */
export interface RadarGeometry extends Geometry {
  readonly centre: Point;
  /** Rings at every whole step, as closed paths; the outermost last. */
  readonly rings: readonly { readonly value: number; readonly path: string; readonly y: number }[];
  readonly axes: readonly DrawnAxis[];
  /** Outlines through the known points; a missing point opens the line there. Empty while fewer than two are known. */
  readonly now: string;
  readonly goal: string;
}

const label = { size: 13 };
const lineHeight = 16;

const direction = (at: number, count: number): Point => {
  const angle = (at / count) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle), y: Math.sin(angle) };
};

/** A line through the points in their circle: closed where all are known, in pieces where some are missing. */
const outline = (points: readonly (Point | null)[]): string => {
  const known = points.filter((point) => point !== null);
  if (known.length < 2) return '';
  const write = ({ x, y }: Point): string => `${x},${y}`;
  if (known.length === points.length) return `M${known.map(write).join('L')}Z`;
  const first = points.findIndex((point) => point === null);
  const turned = [...points.slice(first), ...points.slice(0, first)];
  return turned.reduce<string>((path, point, at) => {
    if (point === null) return path;
    return `${path}${turned[at - 1] ? 'L' : 'M'}${write(point)}`;
  }, '');
};

/** Words outside the rim: to the right of the right half, to the left of the left half, centred above and below. */
const anchorOf = (x: number): 'start' | 'middle' | 'end' => {
  if (Math.abs(x) < 0.15) return 'middle';
  return x > 0 ? 'start' : 'end';
};

/** Axes as spokes of a wheel in the order given, the first upwards: what is now against what is wanted. */
export const layoutRadar = (axes: readonly RadarAxis[], options: RadarOptions): RadarGeometry => {
  const { width, low, high, formats, nowName, goalName } = options;
  const say = (value: number | null): string => formats.value(value, 'points');
  const count = Math.max(axes.length, 1);
  const widest = Math.max(
    0,
    ...axes.flatMap((axis) => axis.label.split(' ')).map((word) => textWidth(word, label)),
  );
  const room = Math.min(Math.max(widest, width * 0.2), 150);
  const radius = round(Math.max(60, Math.min((width - 2 * room - 24) / 2, 170)));
  const centre = { x: round(width / 2), y: round(radius + 62) };
  const point = (at: number, value: number): Point => {
    const { x, y } = direction(at, count);
    const away = (radius * Math.min(Math.max(value - low, 0), high - low)) / (high - low);
    return { x: round(centre.x + x * away), y: round(centre.y + y * away) };
  };
  const steps = Array.from({ length: Math.floor(high - low) }, (_, at) => low + at + 1);
  const drawn = axes.map((axis, at): DrawnAxis => {
    const { x, y } = direction(at, count);
    const anchor = anchorOf(x);
    const lines = wrapText(axis.label, anchor === 'middle' ? width * 0.5 : room, label, 3);
    const height = (lines.length + 1) * lineHeight;
    const top = centre.y + y * (radius + 14) - (height * (1 - y)) / 2;
    return {
      key: axis.key,
      spoke: point(at, high),
      now: isKnown(axis.now) ? point(at, axis.now) : null,
      goal: isKnown(axis.goal) ? point(at, axis.goal) : null,
      label: { lines, x: round(centre.x + x * (radius + 14)), y: round(top + 12), anchor },
      figure: {
        text: isKnown(axis.goal) ? `${say(axis.now)} of ${say(axis.goal)}` : say(axis.now),
        y: round(top + 12 + lines.length * lineHeight),
      },
    };
  });
  const marks = axes.map((axis, at): Mark => {
    const place = drawn[at]?.now ?? drawn[at]?.goal ?? point(at, (low + high) / 2);
    return {
      key: axis.key,
      hit: rectBetween(place.x - 14, place.y - 14, place.x + 14, place.y + 14),
      anchor: { x: place.x, y: place.y - 8 },
      at: { x: at, y: 0 },
      tip: {
        title: axis.label,
        lines: [
          { name: nowName, text: say(axis.now), tone: 'focus' },
          { name: goalName, text: say(axis.goal), tone: 'comparison' },
        ],
      },
    };
  });
  const bottom = Math.max(centre.y + radius, ...drawn.map(({ figure }) => figure.y));
  return {
    width,
    height: round(bottom + 10),
    centre,
    rings: steps.map((value) => ({
      value,
      path: outline(axes.map((_, at) => point(at, value))),
      y: point(0, value).y,
    })),
    axes: drawn,
    now: outline(drawn.map((axis) => axis.now)),
    goal: outline(drawn.map((axis) => axis.goal)),
    marks,
  };
};
