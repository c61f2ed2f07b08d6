import type { Point, Rect } from './geometry.ts';

/** How a line of a tooltip is coloured: us, them, or neither. */
export type Tone = 'focus' | 'comparison' | 'plain';

/** What is shown on hover and keyboard focus: exact values. */
export interface Tip {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly text: string; readonly tone?: Tone }[];
}

/** Something in a chart that can be pointed at, focused and picked. */
export interface Mark {
  readonly key: string;
  /** Where the pointer and the focus ring find it. */
  readonly hit: Rect;
  /** Where the tooltip points. */
  readonly anchor: Point;
  /** Its place for the arrow keys, in any unit that orders marks along both axes. */
  readonly at: Point;
  readonly tip: Tip;
  /** False for a mark that can't become a segment. */
  readonly pickable?: boolean;
  /** How many people it is about; those about few stay out of files that leave the machine. */
  readonly people?: number | undefined;
}

/** What every layout gives: the size of the drawing, and its marks in reading order. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

const directions: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A mark as a sentence for screen readers. */
export const sentence = ({ title, lines }: Tip): string =>
  [title, ...lines.map(({ name, text }) => (name ? `${name} ${text}` : text))].join(', ');

const nearest = (marks: readonly Mark[], from: Mark, [dx, dy]: readonly [number, number]): number => {
  let best = -1;
  let bestCost = Infinity;
  for (const [index, mark] of marks.entries()) {
    const along = (mark.at.x - from.at.x) * dx + (mark.at.y - from.at.y) * dy;
    const aside = Math.abs((mark.at.x - from.at.x) * dy) + Math.abs((mark.at.y - from.at.y) * dx);
    const cost = along + 3 * aside;
    if (along > 0 && cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  }
  return best;
};

/**
 * The index of the mark that a key leads to from `current`: the nearest in an arrow's direction, or the neighbour in
 * reading order where all marks lie on one line across it; the first and last for Home and End. Undefined for any other
 * key; `current` at an edge.
 */
export const nextMark = (marks: readonly Mark[], current: number, key: string): number | undefined => {
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  const direction = directions[key];
  const from = marks[current];
  if (!direction || !from) return undefined;
  const found = nearest(marks, from, direction);
  if (found >= 0) return found;
  const [dx, dy] = direction;
  const isLine = marks.every((mark) => (dx === 0 ? mark.at.y === from.at.y : mark.at.x === from.at.x));
  return isLine ? Math.min(Math.max(current + dx + dy, 0), marks.length - 1) : current;
};
