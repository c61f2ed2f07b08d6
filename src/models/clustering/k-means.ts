import { createRandom } from '../../core/numeric/random.ts';
import type { Random } from '../../core/numeric/random.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { numberAt } from '../estimation/number-at.ts';
import { hartigan, lloyd } from './improve.ts';
import { inertiaOf, nearest, recentre } from './partition.ts';
import type { Partition } from './partition.ts';
import { pointSet, squaredDistance } from './point-set.ts';
import type { PointSet } from './point-set.ts';

/** Clusters of points, the largest first. */
export interface Clustering {
  /** Cluster of each point, from 0. */
  readonly labels: readonly number[];
  readonly centres: readonly (readonly number[])[];
  readonly sizes: readonly number[];
  /** Σ squared distances to the centres, in squared units of the points. */
  readonly inertia: number;
}

/** Rounds of whole assignments alone, or followed by exchanges of single points, which often end a little lower. */
export type KMeansMethod = 'lloyd' | 'hartigan';

/** How clusters are searched. */
export interface KMeansChoice {
  readonly seed: number;
  /** Starts, of which the best counts; 60 unless said otherwise. Time is proportional to them and to the points. */
  readonly restarts?: number;
  /** `lloyd` unless said otherwise, as in scikit-learn; `hartigan` adds exchanges of single points, near R's default. */
  readonly method?: KMeansMethod;
}

/** k-means++ (Arthur & Vassilvitskii 2007): later centres are drawn in proportion to the squared distance to the nearest. */
const seedCentres = (points: PointSet, clusters: number, random: Random): Float64Array => {
  const { coordinates, count, dimensions } = points;
  const centres = new Float64Array(clusters * dimensions);
  const distances = new Float64Array(count).fill(Infinity);
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const drawn = cluster === 0 ? random.whole(0, count - 1) : random.weighted([...distances]);
    centres.set(coordinates.subarray(drawn * dimensions, (drawn + 1) * dimensions), cluster * dimensions);
    for (let place = 0; place < count; place += 1) {
      const here = squaredDistance(coordinates, place, centres, cluster, dimensions);
      distances[place] = Math.min(numberAt(distances, place), here);
    }
  }
  return centres;
};

const improved = (
  points: PointSet,
  centres: Float64Array,
  clusters: number,
  method: KMeansMethod,
): Partition => {
  const labels = new Int32Array(points.count).map((_, place) => nearest(points, place, centres, clusters));
  const partition = { labels, centres, sizes: new Float64Array(clusters) };
  recentre(points, partition);
  lloyd(points, partition);
  if (method === 'hartigan') hartigan(points, partition);
  return partition;
};

const resultOf = (
  { dimensions }: PointSet,
  { labels, centres, sizes }: Partition,
  inertia: number,
): Clustering => {
  const order = [...sizes.keys()].sort(
    (one, other) =>
      numberAt(sizes, other) - numberAt(sizes, one) ||
      numberAt(centres, one * dimensions) - numberAt(centres, other * dimensions),
  );
  const placeOf = new Map(order.map((cluster, place) => [cluster, place]));
  return {
    labels: Array.from(labels, (cluster) => placeOf.get(cluster) ?? 0),
    centres: order.map((cluster) => [...centres.subarray(cluster * dimensions, (cluster + 1) * dimensions)]),
    sizes: order.map((cluster) => numberAt(sizes, cluster)),
    inertia,
  };
};

/** The best of several starts for one number of clusters; the first start is `first` when given. */
const search = (
  points: PointSet,
  clusters: number,
  random: Random,
  { restarts = 60, method = 'lloyd' }: KMeansChoice,
  first: Float64Array | null,
): Clustering => {
  const starts = Math.max(1, restarts);
  let best = improved(points, first ?? seedCentres(points, clusters, random), clusters, method);
  let inertia = inertiaOf(points, best);
  for (let start = 1; start < starts; start += 1) {
    const other = improved(points, seedCentres(points, clusters, random), clusters, method);
    const otherInertia = inertiaOf(points, other);
    if (otherInertia < inertia) [best, inertia] = [other, otherInertia];
  }
  return resultOf(points, best, inertia);
};

const checked = (
  points: readonly (readonly number[])[],
  clusters: number,
): Result<PointSet, EstimationFailure> => {
  if (!Number.isInteger(clusters) || clusters < 1)
    return err({
      kind: 'setting-invalid',
      name: 'clusters',
      value: String(clusters),
      expected: 'a whole number, 1 or more',
    });
  if (points.length < clusters) return err({ kind: 'too-few', have: points.length, need: clusters });
  return pointSet(points);
};

/**
 * k-means (Steinhaus 1956; Lloyd 1957) by many seeded k-means++ starts, Lloyd's rounds and, if
 * asked for, Hartigan's (1975) exchanges. Bring
 * columns to one scale before (`standardise`). The same seed gives the same clusters. Fails with fewer points than
 * clusters.
 */
export const kMeans = (
  points: readonly (readonly number[])[],
  clusters: number,
  choice: KMeansChoice,
): Result<Clustering, EstimationFailure> => {
  const laid = checked(points, clusters);
  return laid.ok ? ok(search(laid.value, clusters, createRandom(choice.seed), choice, null)) : laid;
};

/** The centres of a clustering, and as one more the point that lies farthest from its own. */
const withFarthest = (points: PointSet, clustering: Clustering): Float64Array => {
  const { coordinates, count, dimensions } = points;
  const centres = Float64Array.from(clustering.centres.flat());
  let [farthest, distance] = [0, -1];
  for (let place = 0; place < count; place += 1) {
    const here = squaredDistance(coordinates, place, centres, clustering.labels[place] ?? 0, dimensions);
    if (here > distance) [farthest, distance] = [place, here];
  }
  const added = coordinates.subarray(farthest * dimensions, (farthest + 1) * dimensions);
  return Float64Array.from([...centres, ...added]);
};

/**
 * The clusterings into 1, 2, … `most` clusters, for an elbow chart: each also tries the one before with its farthest point
 * split off, so that the inertia never rises.
 */
export const kMeansPath = (
  points: readonly (readonly number[])[],
  most: number,
  choice: KMeansChoice,
): Result<Clustering[], EstimationFailure> => {
  const laid = checked(points, most);
  if (!laid.ok) return laid;
  const random = createRandom(choice.seed);
  const found: Clustering[] = [];
  for (let clusters = 1; clusters <= most; clusters += 1) {
    const before = found.at(-1);
    const first = before === undefined ? null : withFarthest(laid.value, before);
    found.push(search(laid.value, clusters, random, choice, first));
  }
  return ok(found);
};
