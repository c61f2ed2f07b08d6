import { bisector, line, scaleLinear } from 'd3';
import type { FormatUnit, Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import { placeLabel } from './labels.ts';
import type { Geometry, Mark } from './marks.ts';
import { textWidth, wrapText } from './text.ts';
import { writeTicks } from './ticks.ts';
import type { Emphasis } from './time-series.ts';

/** One curve, its points in order of x. */
export interface Curve {
  readonly name: string;
  readonly emphasis: Emphasis;
  readonly points: readonly Point[];
}

/** A remark at a place of the curve, in the units of the axes. */
export interface CurveAnnotation {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What the axes measure. */
export interface CurveOptions {
  readonly width: number;
  readonly formats: Formats;
  readonly xUnit: FormatUnit;
  readonly yUnit: FormatUnit;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly reference: 'diagonal' | 'none';
  readonly annotations: readonly CurveAnnotation[];
}

/** Words placed clear of the curves, with the point they belong to. */
export interface PlacedWords {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly point: Point;
  /** Where the line from the point to the words ends. */
  readonly elbow: Point;
}

/** Where everything of a curve chart lies. */
export interface CurveGeometry extends Geometry {
  readonly curves: readonly {
    readonly name: string;
    readonly emphasis: Emphasis;
    readonly path: string;
    readonly label: PlacedWords | null;
  }[];
  readonly reference: {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  } | null;
  readonly annotations: readonly PlacedWords[];
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string; readonly isZero: boolean }[];
  readonly left: number;
  readonly right: number;
  readonly baseY: number;
  readonly xLabel: { readonly text: string; readonly x: number; readonly y: number };
  readonly yLabel: { readonly text: string; readonly y: number };
  readonly dots: Readonly<Record<string, readonly (Point & { readonly emphasis: Emphasis })[]>>;
}

const type = { size: 12 };
const strong = { size: 13, face: 'strong' } as const;
const lineHeight = 16;
const order: Readonly<Record<Emphasis, number>> = { muted: 0, comparison: 1, focus: 2 };
const maxMarks = 50;
const top = 30;

/** Height of a curve at x, between its points on a straight line; null outside. */
const valueAt = (points: readonly Point[], x: number): number | null => {
  const at = bisector<Point, number>((point) => point.x).left(points, x);
  const after = points[at];
  const before = points[at - 1];
  if (after?.x === x) return after.y;
  if (!after || !before) return null;
  return before.y + ((x - before.x) / (after.x - before.x)) * (after.y - before.y);
};

const evenly = <T>(items: readonly T[], count: number): readonly T[] =>
  items.length <= count
    ? items
    : Array.from(
        { length: count },
        (_, at) => items[Math.round((at * (items.length - 1)) / (count - 1))] as T,
      );

const boxAround = ({ x, y }: Point, half: number): Rect => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

/** Places beside a point at a distance. */
const around = ({ x, y }: Point, width: number, height: number, distance: number): Rect[] => [
  { x: x + distance, y: y + distance * 0.4, width, height },
  { x: x - distance - width, y: y - distance * 0.4 - height, width, height },
  { x: x + distance, y: y - distance * 0.4 - height, width, height },
  { x: x - distance - width, y: y + distance * 0.4, width, height },
  { x: x - width / 2, y: y + distance, width, height },
  { x: x - width / 2, y: y - distance - height, width, height },
];

const place = (
  text: string,
  points: readonly Point[],
  { lines: obstacles, words: taken }: { readonly lines: readonly Rect[]; readonly words: readonly Rect[] },
  frame: Rect,
  face: typeof strong | typeof type,
): { words: PlacedWords; box: Rect } | null => {
  const lines = wrapText(text, Math.min(200, frame.width * 0.5), face, 3);
  const width = Math.max(0, ...lines.map((each) => textWidth(each, face)));
  const height = lines.length * lineHeight;
  const tries = [6, 12, 22, 40, 64, 96, 132].flatMap((distance) =>
    points.flatMap((point) => around(point, width, height, distance).map((box) => ({ point, box }))),
  );
  const box = placeLabel(
    tries.map((each) => each.box),
    obstacles,
    taken,
    frame,
  );
  const point = tries.find((each) => each.box === box)?.point;
  if (!box || !point) return null;
  const elbow = {
    x: round(Math.min(Math.max(point.x, box.x - 3), box.x + box.width + 3)),
    y: round(Math.min(Math.max(point.y, box.y - 1), box.y + box.height + 1)),
  };
  return { words: { lines, x: round(box.x), y: round(box.y + 12), point, elbow }, box };
};

/** Curves over two measured axes, such as Lorenz and whale curves; names and remarks stand clear of the lines. */
export const layoutCurves = (input: readonly Curve[], options: CurveOptions): CurveGeometry => {
  const { width, formats, xUnit, yUnit, xLabel, yLabel, reference } = options;
  const curves = [...input].sort((a, b) => order[a.emphasis] - order[b.emphasis]);
  const height = Math.round(Math.min(420, Math.max(280, width * 0.62)));
  const baseY = height - 46;
  const all = [...curves.flatMap(({ points }) => points), ...options.annotations];
  const xs = all.map((point) => point.x);
  const ys = [0, ...all.map((point) => point.y)];
  const y = scaleLinear([Math.min(...ys), Math.max(...ys)], [baseY, top]);
  const yTexts = writeTicks(y.ticks(5), yUnit, formats);
  const left = Math.max(0, ...yTexts.map(({ text }) => textWidth(text, type))) + 10;
  const right = width - 22;
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [left, right]);
  const toPixel = (point: Point): Point => ({ x: round(x(point.x)), y: round(y(point.y)) });
  const draw = line<Point>(
    (point) => round(x(point.x)),
    (point) => round(y(point.y)),
  ).digits(1);

  const frame = { x: left + 2, y: top - 24, width: right - left, height: baseY - top + 22 };
  const sample = (points: readonly Point[]): Point[] => evenly(points, 60).map(toPixel);
  const referenceLine =
    reference === 'diagonal'
      ? { x1: round(x.range()[0] ?? 0), y1: round(y(0)), x2: round(x.range()[1] ?? 0), y2: round(y(1)) }
      : null;
  const words: Rect[] = [];
  const lines: Rect[] = [
    ...curves.flatMap(({ points }) => sample(points).map((point) => boxAround(point, 4))),
    ...options.annotations.map((annotation) => boxAround(toPixel(annotation), 6)),
    ...(referenceLine
      ? evenly([...Array(40).keys()], 40).map((at) =>
          boxAround(
            {
              x: referenceLine.x1 + (at / 39) * (referenceLine.x2 - referenceLine.x1),
              y: referenceLine.y1 + (at / 39) * (referenceLine.y2 - referenceLine.y1),
            },
            4,
          ),
        )
      : []),
  ];
  const annotations = options.annotations.flatMap((annotation) => {
    const placed = place(annotation.text, [toPixel(annotation)], { lines, words }, frame, type);
    if (!placed) return [];
    words.push(placed.box);
    return [placed.words];
  });
  const drawn = curves.map((curve) => {
    const spots = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8].flatMap(
      (fraction) => {
        const point = curve.points[Math.round((curve.points.length - 1) * fraction)];
        return point ? [toPixel(point)] : [];
      },
    );
    const placed = curves.length > 1 ? place(curve.name, spots, { lines, words }, frame, strong) : null;
    if (placed) words.push(placed.box);
    return {
      name: curve.name,
      emphasis: curve.emphasis,
      path: draw(curve.points) ?? '',
      label: placed?.words ?? null,
    };
  });

  const main = curves.at(-1);
  const stops = evenly(main?.points ?? [], maxMarks);
  const dots: Record<string, (Point & { emphasis: Emphasis })[]> = {};
  const marks = stops.map((stop, index): Mark => {
    const here = x(stop.x);
    const before = x(stops[index - 1]?.x ?? stop.x);
    const after = x(stops[index + 1]?.x ?? stop.x);
    const key = `x${index}`;
    const rows = [...curves].reverse().flatMap((curve) => {
      const value = valueAt(curve.points, stop.x);
      return value === null ? [] : [{ curve, value }];
    });
    dots[key] = rows.map(({ curve, value }) => ({
      ...toPixel({ x: stop.x, y: value }),
      emphasis: curve.emphasis,
    }));
    return {
      key,
      hit: rectBetween((here + before) / 2, top - 10, (here + after) / 2, baseY),
      anchor: { x: round(here), y: Math.min(baseY, ...dots[key].map((dot) => dot.y)) },
      at: { x: index, y: 0 },
      pickable: false,
      tip: {
        title: `${xLabel}: ${formats.value(stop.x, xUnit)}`,
        lines: rows.map(({ curve, value }) => ({
          name: curve.name,
          text: formats.value(value, yUnit),
          tone: curve.emphasis === 'muted' ? ('plain' as const) : curve.emphasis,
        })),
      },
    };
  });

  return {
    width,
    height,
    curves: drawn,
    annotations,
    marks,
    dots,
    reference: referenceLine,
    left: round(left),
    right,
    baseY,
    xTicks: writeTicks(x.ticks(width < 480 ? 4 : 6), xUnit, formats).map(({ tick, text }) => ({
      x: round(x(tick)),
      text,
    })),
    yTicks: yTexts.map(({ tick, text }) => ({ y: round(y(tick)), text, isZero: tick === 0 })),
    xLabel: { text: xLabel, x: right, y: height - 8 },
    yLabel: { text: yLabel, y: 12 },
  };
};
