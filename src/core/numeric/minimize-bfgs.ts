import { at } from './at.ts';
import type { Minimum, Objective, SearchLimits } from './minimize.ts';

const longestStep = 2;

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, index) => sum + value * at(other, index), 0);
const largest = (vector: Float64Array): number =>
  vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** −H·g, no longer than the longest step. */
const descend = (inverse: Float64Array, gradient: Float64Array): Float64Array => {
  const size = gradient.length;
  const direction = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      direction[row] = at(direction, row) - at(inverse, row * size + column) * at(gradient, column);
  const length = largest(direction);
  return length > longestStep ? direction.map((value) => (value * longestStep) / length) : direction;
};

/** The Broyden–Fletcher–Goldfarb–Shanno update of the inverse curvature by a move and the change of the gradient. */
const update = (inverse: Float64Array, move: Float64Array, change: Float64Array): void => {
  const size = move.length;
  const curvature = dot(move, change);
  if (!(curvature > 1e-300)) return;
  const image = multiply(inverse, change);
  const scale = (1 + dot(change, image) / curvature) / curvature;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      inverse[row * size + column] =
        at(inverse, row * size + column) +
        scale * at(move, row) * at(move, column) -
        (at(image, row) * at(move, column) + at(move, row) * at(image, column)) / curvature;
};

/** H·v. */
const multiply = (inverse: Float64Array, vector: Float64Array): Float64Array => {
  const size = vector.length;
  const image = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      image[row] = at(image, row) + at(inverse, row * size + column) * at(vector, column);
  return image;
};

const identity = (size: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? 1 : 0));

interface Place {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/**
 * Whether a step lowers the value enough. Where values differ by no more than rounding, the slopes decide (Hager & Zhang
 * 2005, approximate Wolfe condition).
 */
const isLower = (start: Place, place: Place, length: number, slope: number, incline: number): boolean =>
  place.value <= start.value + 1e-4 * length * slope ||
  (place.value <= start.value + 1e-13 * Math.abs(start.value) && incline <= -0.8 * slope);

/** A step that lowers the value enough and flattens the slope (weak Wolfe conditions, by bisection); null without one. */
const searchLine = (
  evaluate: (point: Float64Array) => Place,
  start: Place,
  direction: Float64Array,
): Place | null => {
  const slope = dot(direction, start.gradient);
  let [low, high, length] = [0, Infinity, 1];
  let best: Place | null = null;
  for (let round = 0; round < 40; round += 1) {
    const place = evaluate(start.point.map((value, index) => value + length * at(direction, index)));
    const incline = dot(direction, place.gradient);
    if (!isLower(start, place, length, slope, incline)) high = length;
    else if (incline < 0.9 * slope) [low, best] = [length, place];
    else return place;
    length = high === Infinity ? 2 * low : (low + high) / 2;
  }
  return best;
};

/**
 * Minimum by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal & Wright 2006, algorithm 6.1).
 * `inverseCurvature` (row order) may start it near the truth. A value of NaN or +∞ counts as a wall. Never throws.
 */
export const minimizeBfgs = (
  objective: Objective,
  start: Float64Array,
  { gradientTolerance, mostIterations, isBeyond = () => false }: SearchLimits,
  inverseCurvature?: Float64Array,
): Minimum => {
  let evaluations = 0;
  const evaluate = (point: Float64Array): Place => {
    const gradient = new Float64Array(point.length);
    evaluations += 1;
    return { point, gradient, value: objective(point, gradient) };
  };
  let inverse = inverseCurvature?.slice() ?? identity(start.length);
  let place = evaluate(start.slice());
  let iterations = 0;
  let isFresh = inverseCurvature === undefined;
  while (iterations < mostIterations && largest(place.gradient) > gradientTolerance) {
    iterations += 1;
    const next = searchLine(evaluate, place, descend(inverse, place.gradient));
    if (next === null) {
      if (isFresh) break;
      inverse = identity(start.length);
      isFresh = true;
      continue;
    }
    const move = next.point.map((value, index) => value - at(place.point, index));
    const change = next.gradient.map((value, index) => value - at(place.gradient, index));
    if (isFresh && iterations === 1) {
      const scale = Math.max(1e-6, dot(move, change) / Math.max(1e-300, dot(change, change)));
      inverse = inverse.map((value) => value * scale);
    }
    update(inverse, move, change);
    place = next;
    isFresh = false;
    if (isBeyond(place.point)) break;
  }
  const gradientNorm = largest(place.gradient);
  const converged = Number.isFinite(place.value) && gradientNorm <= gradientTolerance;
  return { point: place.point, value: place.value, gradientNorm, iterations, evaluations, converged };
};
