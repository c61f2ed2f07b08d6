import { pointRadial, scaleLinear } from 'd3';
import type { Formats } from '../../core/format/formats.ts';
import { rectBetween, round, type Point, type Rect } from './geometry.ts';
import { placeLabel } from './labels.ts';
import type { Geometry, Mark, Tone } from './marks.ts';
import { textWidth } from './text.ts';

/** A ray of a star. */
export interface StarRay {
  readonly key: string;
  readonly label: string;
  /** Further lines of its tooltip. */
  readonly lines?: readonly { readonly name: string; readonly text: string }[];
}

/** One outline of a star: a score of each ray, in their order; null where it isn't scored. */
export interface StarOutline {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly scores: readonly (number | null)[];
}

/** The scale from its least to its most, and how wide the drawing is. */
export interface StarOptions {
  readonly width: number;
  readonly formats: Formats;
  readonly low: number;
  readonly high: number;
}

/** A ray, drawn: where its scale begins and ends, and its name. */
export interface DrawnRay {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
  };
}

/** An outline, drawn. A ray without a score leaves it open there. */
export interface DrawnOutline {
  readonly key: string;
  readonly tone: Tone;
  readonly path: string;
  /** Whether every ray is scored, so that it can be filled. */
  readonly isClosed: boolean;
  readonly dots: readonly (Point | null)[];
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

/** Where everything of a star lies. */
export interface StarGeometry extends Geometry {
  readonly centre: Point;
  readonly rays: readonly DrawnRay[];
  readonly outlines: readonly DrawnOutline[];
  readonly rings: readonly { readonly radius: number; readonly text: string; readonly at: Point }[];
}

const type = { size: 13 };
const strong = { size: 12, face: 'strong' } as const;
const lineHeight = 16;
/** Between the end of a ray and its name, in px. */
const labelGap = 14;
/** Of the radius, in px. */
const [least, largest] = [60, 190] as const;
/** Share of the radius at which the scale is at nothing: there the handles of rays without a score stand apart. */
const hollow = 0.16;

const centred = (x: number, y: number, width: number): Rect => ({
  x: x - width / 2,
  y: y - lineHeight / 2,
  width,
  height: lineHeight,
});

const anchorAt = (sine: number): 'start' | 'middle' | 'end' => {
  if (Math.abs(sine) < 0.1) return 'middle';
  return sine > 0 ? 'start' : 'end';
};

const turnOf = (at: number, count: number): number => (at * 2 * Math.PI) / Math.max(1, count);

/** The largest star whose labels have room at both sides, and where its centre lies: nearer to the side of the shorter labels. */
const fit = (rays: readonly StarRay[], width: number): { readonly radius: number; readonly x: number } => {
  const needs = (radius: number, side: 1 | -1): number =>
    Math.max(
      0,
      ...rays.map(({ label }, at) => {
        const sine = side * Math.sin(turnOf(at, rays.length));
        const words = textWidth(label, type) * (Math.abs(sine) < 0.1 ? 0.5 : 1);
        return sine > -0.1 ? sine * (radius + labelGap) + words : 0;
      }),
    );
  let radius = largest;
  while (radius > least && needs(radius, 1) + needs(radius, -1) > width) radius -= 1;
  const [left, right] = [needs(radius, -1), needs(radius, 1)];
  return { radius, x: left + (width - left - right) / 2 };
};

/** Small squares along an outline, which words should keep off. */
const trailOf = (dots: readonly (Point | null)[]): readonly Rect[] =>
  dots.flatMap((dot, at) => {
    const next = dots[(at + 1) % dots.length];
    if (!dot || !next) return dot ? [rectBetween(dot.x - 8, dot.y - 8, dot.x + 8, dot.y + 8)] : [];
    return [0, 0.15, 0.3, 0.5, 0.7, 0.85].map((part) => {
      const [x, y] = [dot.x + (next.x - dot.x) * part, dot.y + (next.y - dot.y) * part];
      const size = part === 0 ? 8 : 4;
      return rectBetween(x - size, y - size, x + size, y + size);
    });
  });

const pathOf = (dots: readonly (Point | null)[]): string =>
  dots
    .flatMap((dot, at) => {
      const next = dots[(at + 1) % dots.length];
      return dot && next ? [`M${dot.x},${dot.y}L${next.x},${next.y}`] : [];
    })
    .join('');

const closedPathOf = (dots: readonly (Point | null)[]): string =>
  `M${dots.map((dot) => `${dot?.x ?? 0},${dot?.y ?? 0}`).join('L')}Z`;

/** Rays on which an outline stands apart from the others, the clearest first. */
const clearest = (outline: StarOutline, all: readonly StarOutline[]): readonly number[] =>
  outline.scores
    .map((score, at) => ({
      at,
      apart:
        score === null
          ? -1
          : Math.min(
              9,
              ...all.flatMap((other) =>
                other === outline || other.scores[at] === null || other.scores[at] === undefined
                  ? []
                  : [Math.abs(other.scores[at] - score)],
              ),
            ) +
            score / 100,
    }))
    .filter(({ apart }) => apart >= 0)
    .sort((first, second) => second.apart - first.apart)
    .map(({ at }) => at);

/** Rays from a centre with outlines of scores over them; the first ray points up, the others follow clockwise. */
export const layoutStar = (
  rays: readonly StarRay[],
  outlines: readonly StarOutline[],
  { width, formats, low, high }: StarOptions,
): StarGeometry => {
  const { radius, x: middle } = fit(rays, width);
  const centre = { x: round(middle), y: round(radius + 34) };
  const height = round(centre.y + radius + 34);
  const reach = scaleLinear([0, high], [radius * hollow, radius]);
  const angleOf = (at: number): number => turnOf(at, rays.length);
  const place = (at: number, distance: number): Point => {
    const [x, y] = pointRadial(angleOf(at), distance);
    return { x: round(centre.x + x), y: round(centre.y + y) };
  };
  const drawnRays = rays.map(({ key, label }, at): DrawnRay => {
    const end = place(at, radius + labelGap);
    const [sine, cosine] = [Math.sin(angleOf(at)), Math.cos(angleOf(at))];
    return {
      key,
      from: place(at, reach(0)),
      to: place(at, radius),
      label: { x: end.x, y: round(end.y + 4.5 - cosine * 5), text: label, anchor: anchorAt(sine) },
    };
  });
  const rings = [low, (low + high) / 2, high].map((score) => {
    const tick = Math.floor(score);
    const [x, y] = pointRadial(angleOf(0.5), reach(tick));
    return {
      radius: round(reach(tick)),
      text: String(tick),
      at: { x: round(centre.x + x), y: round(centre.y + y) },
    };
  });
  const dotsOf = ({ scores }: StarOutline): readonly (Point | null)[] =>
    rays.map((_, at) => {
      const score = scores[at] ?? null;
      return score === null ? null : place(at, reach(score));
    });
  const trails = outlines.flatMap((outline) => trailOf(dotsOf(outline)));
  const taken: Rect[] = rings.map(({ at }) => centred(at.x, at.y, 18));
  const frame = { x: 0, y: 0, width, height };
  const names = drawnRays.map(({ label }) => {
    const wide = textWidth(label.text, type);
    const shift = { start: 0, middle: wide / 2, end: wide }[label.anchor];
    return rectBetween(label.x - shift, label.y - 13, label.x - shift + wide, label.y + 4);
  });
  const drawn = outlines.map((outline): DrawnOutline => {
    const dots = dotsOf(outline);
    const isClosed = dots.length > 2 && dots.every((dot) => dot !== null);
    const wide = textWidth(outline.label, strong);
    const candidates = clearest(outline, outlines).flatMap((at) =>
      [0.5, -0.5, 0].flatMap((turn) =>
        [16, 26, -18].map((away) => {
          const spot = place(at + turn * 0.6, reach(outline.scores[at] ?? 0) + away);
          return centred(spot.x + Math.sin(angleOf(at)) * (wide / 2 - 8), spot.y, wide);
        }),
      ),
    );
    const spot = placeLabel(candidates, trails, [...taken, ...names], frame);
    if (spot) taken.push(spot);
    return {
      key: outline.key,
      tone: outline.tone,
      path: isClosed ? closedPathOf(dots) : pathOf(dots),
      isClosed,
      dots,
      label: spot ? { x: round(spot.x), y: round(spot.y + 12), text: outline.label } : null,
    };
  });
  const marks = rays.map(({ key, label, lines = [] }, at): Mark => ({
    key,
    hit: names[at] ?? frame,
    anchor: { x: drawnRays[at]?.to.x ?? 0, y: (names[at]?.y ?? 0) + 2 },
    at: drawnRays[at]?.to ?? centre,
    tip: {
      title: label,
      lines: [
        ...outlines.map(({ label: name, tone, scores }) => ({
          name,
          text: formats.value(scores[at] ?? null, 'points'),
          tone,
        })),
        ...lines,
      ],
    },
  }));
  return { width, height, centre, rays: drawnRays, outlines: drawn, rings, marks };
};

/** Which whole score of a ray lies nearest to a point, from `low` to `high`. */
export const scoreAt = ({ from, to }: DrawnRay, point: Point, low: number, high: number): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy);
  return Math.round(Math.min(high, Math.max(low, along * high)));
};
