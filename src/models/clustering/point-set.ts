import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';

/** Points one after the other in one list, for speed. */
export interface PointSet {
  readonly coordinates: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/** Lays the points out; fails where a coordinate is missing or not finite. */
export const pointSet = (points: readonly (readonly number[])[]): Result<PointSet, EstimationFailure> => {
  const dimensions = points[0]?.length ?? 0;
  const index = points.findIndex(
    (point) => point.length !== dimensions || !point.every((value) => Number.isFinite(value)),
  );
  if (index >= 0) return err({ kind: 'value-invalid', name: 'point', index, value: String(points[index]) });
  return ok({ coordinates: Float64Array.from(points.flat()), count: points.length, dimensions });
};

/** Squared Euclidean distance of a point of one list to a point of another. */
export const squaredDistance = (
  one: Float64Array,
  place: number,
  other: Float64Array,
  otherPlace: number,
  dimensions: number,
): number => {
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1) {
    const difference = (one[place * dimensions + d] ?? 0) - (other[otherPlace * dimensions + d] ?? 0);
    sum += difference * difference;
  }
  return sum;
};
