import { scaleLinear } from 'd3';
import { overlap, rectBetween, round, type Rect } from './geometry.ts';
import { placeLabel } from './labels.ts';
import type { Geometry, Mark } from './marks.ts';
import { fitText, textWidth } from './text.ts';

/** Somebody on a map of two scores. */
export interface MapPoint {
  readonly key: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Drawn as the one in focus. */
  readonly isUs?: boolean;
}

/** A score that spans one side of a map: whole numbers from `low` to `high`. */
export interface MapAxis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

/** The sides of a map. */
export interface MapOptions {
  readonly width: number;
  readonly x: MapAxis;
  readonly y: MapAxis;
}

/** A point, drawn; its label is left out where it would cover another. */
export interface DrawnPoint {
  readonly key: string;
  readonly cx: number;
  readonly cy: number;
  readonly isUs: boolean;
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

/** Where everything of a map lies. */
export interface MapGeometry extends Geometry {
  readonly frame: Rect;
  readonly points: readonly DrawnPoint[];
  /** Middle of each scale, which parts the map in four. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
}

const type = { size: 13 };
const strong = { size: 13, face: 'strong' } as const;
const radius = 7;
const lineHeight = 17;
const left = 26;
const top = 30;

const ticksOf = ({ low, high }: MapAxis): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);

/** Points of one place stand side by side, so that each can be seen and reached. */
const fannedOut = <P extends { cx: number; cy: number }>(points: readonly P[]): readonly P[] =>
  points.map((point) => {
    const same = points.filter(({ cx, cy }) => cx === point.cx && cy === point.cy);
    const at = same.indexOf(point) - (same.length - 1) / 2;
    return { ...point, cx: round(point.cx + at * (2 * radius + 1)) };
  });

/** Places of a label around its point, the best first. */
const placesOf = (cx: number, cy: number, width: number): readonly Rect[] =>
  [radius + 4, radius + 16].flatMap((away) => [
    { x: cx + away, y: cy - lineHeight / 2, width, height: lineHeight },
    { x: cx - away - width, y: cy - lineHeight / 2, width, height: lineHeight },
    { x: cx - width / 2, y: cy - away - lineHeight, width, height: lineHeight },
    { x: cx - width / 2, y: cy + away, width, height: lineHeight },
    { x: cx + away - 4, y: cy - away - lineHeight / 2, width, height: lineHeight },
    { x: cx - away - width + 4, y: cy - away - lineHeight / 2, width, height: lineHeight },
    { x: cx + away - 4, y: cy + away - lineHeight / 2, width, height: lineHeight },
    { x: cx - away - width + 4, y: cy + away - lineHeight / 2, width, height: lineHeight },
  ]);

/** Everyone on two scores, us first in reading order; labels stand beside their points and never on each other or on a point. */
export const layoutPointMap = (points: readonly MapPoint[], { width, x, y }: MapOptions): MapGeometry => {
  const height = Math.round(Math.min(460, Math.max(300, width * 0.62)));
  const frame = { x: left, y: top, width: width - left - 8, height: height - top - 46 };
  const pad = radius + 9;
  const toX = scaleLinear([x.low, x.high], [frame.x + pad, frame.x + frame.width - pad]);
  const toY = scaleLinear([y.low, y.high], [frame.y + frame.height - pad, frame.y + pad]);
  const ordered = [...points].sort((a, b) => Number(b.isUs ?? false) - Number(a.isUs ?? false));
  const placed = fannedOut(
    ordered.map((point) => ({ point, cx: round(toX(point.x)), cy: round(toY(point.y)) })),
  );
  const dots = placed.map(({ cx, cy }) => rectBetween(cx - radius, cy - radius, cx + radius, cy + radius));
  const taken: Rect[] = [];
  const drawn = placed.map(({ point, cx, cy }): DrawnPoint => {
    const isUs = point.isUs ?? false;
    const text = fitText(point.label, Math.min(180, frame.width * 0.42), isUs ? strong : type);
    const free = placesOf(cx, cy, textWidth(text, isUs ? strong : type)).filter(
      (place) => !dots.some((dot) => overlap(place, dot)),
    );
    const place = text ? placeLabel(free, [], taken, frame) : undefined;
    if (place) taken.push(place);
    return {
      key: point.key,
      cx,
      cy,
      isUs,
      label: place ? { x: round(place.x), y: round(place.y + 12.8), text } : null,
    };
  });
  const marks = placed.map(({ point, cx, cy }): Mark => ({
    key: point.key,
    hit: rectBetween(cx - 12, cy - 12, cx + 12, cy + 12),
    anchor: { x: cx, y: cy - radius },
    at: { x: cx, y: cy },
    tip: {
      title: point.label,
      lines: [
        { name: x.label, text: `${point.x} of ${x.high}`, tone: point.isUs ? 'focus' : 'plain' },
        { name: y.label, text: `${point.y} of ${y.high}`, tone: point.isUs ? 'focus' : 'plain' },
      ],
    },
  }));
  return {
    width,
    height,
    frame,
    points: drawn,
    marks,
    middle: { x: round(toX((x.low + x.high) / 2)), y: round(toY((y.low + y.high) / 2)) },
    xTicks: ticksOf(x).map((tick) => ({ x: round(toX(tick)), text: String(tick) })),
    yTicks: ticksOf(y).map((tick) => ({ y: round(toY(tick)), text: String(tick) })),
  };
};
