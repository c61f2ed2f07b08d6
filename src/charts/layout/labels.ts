import { overlap, type Rect } from './geometry.ts';

/** A label that wants to be centred at `y` and is `height` high. */
interface Wish {
  readonly y: number;
  readonly height: number;
}

/**
 * Moves labels of one column apart so that none overlaps, each as near as possible to where it wants to be, all between
 * `top` and `bottom` (when they fit at all). Gives the new centres in the order of the wishes.
 */
export const spread = (wishes: readonly Wish[], top: number, bottom: number): readonly number[] => {
  const order = wishes.map((wish, index) => ({ ...wish, index })).sort((a, b) => a.y - b.y);
  const centres = order.map(({ y }) => y);
  let edge = top;
  for (const [at, { height }] of order.entries()) {
    centres[at] = Math.max(centres[at] ?? 0, edge + height / 2);
    edge = (centres[at] ?? 0) + height / 2;
  }
  edge = bottom;
  for (let at = order.length - 1; at >= 0; at--) {
    const height = order[at]?.height ?? 0;
    centres[at] = Math.min(centres[at] ?? 0, edge - height / 2);
    edge = (centres[at] ?? 0) - height / 2;
  }
  const result = new Array<number>(wishes.length).fill(0);
  for (const [at, { index }] of order.entries()) result[index] = centres[at] ?? 0;
  return result;
};

/**
 * The first candidate place inside `frame` that touches no obstacle; failing that, the one that touches the fewest.
 * Never one that touches what is `taken` by other words; undefined when there is none.
 */
export const placeLabel = (
  candidates: readonly Rect[],
  obstacles: readonly Rect[],
  taken: readonly Rect[],
  frame: Rect,
): Rect | undefined => {
  const inside = candidates.filter(
    ({ x, y, width, height }) =>
      !taken.some((each) => overlap({ x, y, width, height }, each)) &&
      x >= frame.x &&
      y >= frame.y &&
      x + width <= frame.x + frame.width &&
      y + height <= frame.y + frame.height,
  );
  let best: Rect | undefined;
  let fewest = Infinity;
  for (const candidate of inside) {
    const hits = obstacles.filter((obstacle) => overlap(candidate, obstacle)).length;
    if (hits < fewest) {
      best = candidate;
      fewest = hits;
    }
    if (hits === 0) break;
  }
  return best;
};
