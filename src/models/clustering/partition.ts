import { numberAt } from '../estimation/number-at.ts';
import { squaredDistance } from './point-set.ts';
import type { PointSet } from './point-set.ts';

/** A division of points into clusters that is being improved: changed in place. */
export interface Partition {
  readonly labels: Int32Array;
  readonly centres: Float64Array;
  readonly sizes: Float64Array;
}

/** The nearest centre of a point; the first of equals. */
export const nearest = (points: PointSet, place: number, centres: Float64Array, clusters: number): number => {
  let cluster = 0;
  let distance = Infinity;
  for (let candidate = 0; candidate < clusters; candidate += 1) {
    const here = squaredDistance(points.coordinates, place, centres, candidate, points.dimensions);
    if (here < distance) {
      cluster = candidate;
      distance = here;
    }
  }
  return cluster;
};

/** Puts the centres at the means of their points; an empty cluster keeps its centre. */
export const recentre = ({ coordinates, count, dimensions }: PointSet, partition: Partition): void => {
  const { labels, centres, sizes } = partition;
  const sums = new Float64Array(centres.length);
  sizes.fill(0);
  for (let place = 0; place < count; place += 1) {
    const cluster = labels[place] ?? 0;
    sizes[cluster] = (sizes[cluster] ?? 0) + 1;
    for (let d = 0; d < dimensions; d += 1) {
      const at = cluster * dimensions + d;
      sums[at] = (sums[at] ?? 0) + (coordinates[place * dimensions + d] ?? 0);
    }
  }
  sums.forEach((sum, at) => {
    const size = sizes[Math.floor(at / dimensions)] ?? 0;
    if (size > 0) centres[at] = sum / size;
  });
};

/** Σ squared distances of the points to the centres of their clusters. */
export const inertiaOf = ({ coordinates, count, dimensions }: PointSet, partition: Partition): number => {
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    const cluster = numberAt(partition.labels, place);
    sum += squaredDistance(coordinates, place, partition.centres, cluster, dimensions);
  }
  return sum;
};
