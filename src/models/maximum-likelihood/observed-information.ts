import { at } from '../../core/numeric/at.ts';
import type { Objective } from '../../core/numeric/minimize.ts';
import { invertPositiveDefinite } from '../../core/numeric/symmetric-matrix.ts';

const stepLength = 1e-4;

/**
 * Inverse of the curvature of an objective at a point, in row order, by differences of its gradient; null when it doesn't
 * curve up in every direction. Of −ln L over customers: covariance of the estimates × customers. Central differences, or with
 * `isQuick` forward ones from the gradient at the point: half of the cost, about four digits.
 */
export const inverseCurvature = (
  objective: Objective,
  point: Float64Array,
  isQuick = false,
): Float64Array | null => {
  const size = point.length;
  const curvature = new Float64Array(size * size);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  const length = isQuick ? stepLength / 10 : stepLength;
  const moved = (index: number, by: number): Float64Array =>
    point.map((value, place) => (place === index ? value + by : value));
  if (isQuick) objective(point, below);
  for (let row = 0; row < size; row += 1) {
    objective(moved(row, length), above);
    if (!isQuick) objective(moved(row, -length), below);
    for (let column = 0; column < size; column += 1) {
      const half = (at(above, column) - at(below, column)) / ((isQuick ? 2 : 4) * length);
      curvature[row * size + column] = at(curvature, row * size + column) + half;
      curvature[column * size + row] = at(curvature, column * size + row) + half;
    }
  }
  return curvature.every(Number.isFinite) ? invertPositiveDefinite(curvature, size) : null;
};
