import { addAt, numberAt } from '../estimation/number-at.ts';
import { squaredDistance } from './point-set.ts';

/** How well points lie within their clusters; every measure is null where it can't be computed. */
export interface ClusterQuality {
  /** Mean silhouette (Rousseeuw 1987), −1 to 1: how much nearer the own cluster is than the next. */
  readonly silhouette: number | null;
  /** Points whose silhouette was computed; fewer than all above the limit. */
  readonly silhouettePoints: number;
  /** Spread between clusters ÷ spread within (Caliński & Harabasz 1974); higher is better. */
  readonly calinskiHarabasz: number | null;
  /** Mean likeness of each cluster to the one most like it (Davies & Bouldin 1979); lower is better. */
  readonly daviesBouldin: number | null;
}

interface Grouped {
  readonly coordinates: Float64Array;
  readonly dimensions: number;
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
  readonly centres: Float64Array;
}

const groupedOf = (points: readonly (readonly number[])[], labels: readonly number[]): Grouped => {
  const dimensions = points[0]?.length ?? 0;
  const clusters = Math.max(-1, ...new Set(labels)) + 1;
  const sizes = Array.from({ length: clusters }, () => 0);
  const centres = new Float64Array(clusters * dimensions);
  points.forEach((point, place) => {
    const cluster = numberAt(labels, place);
    addAt(sizes, cluster, 1);
    point.forEach((value, d) => addAt(centres, cluster * dimensions + d, value));
  });
  centres.forEach((sum, at) => {
    centres[at] = sum / Math.max(1, numberAt(sizes, Math.floor(at / dimensions)));
  });
  return { coordinates: Float64Array.from(points.flat()), dimensions, labels, sizes, centres };
};

/** Silhouette of one point; 0 for a cluster of one. */
const silhouetteOf = ({ coordinates, dimensions, labels, sizes }: Grouped, place: number): number => {
  const own = numberAt(labels, place);
  if (numberAt(sizes, own) < 2) return 0;
  const sums = sizes.map(() => 0);
  labels.forEach((cluster, other) =>
    addAt(sums, cluster, Math.sqrt(squaredDistance(coordinates, place, coordinates, other, dimensions))),
  );
  const inside = numberAt(sums, own) / (numberAt(sizes, own) - 1);
  const outside = Math.min(
    ...sums.flatMap((sum, cluster) => {
      const size = numberAt(sizes, cluster);
      return cluster === own || size === 0 ? [] : [sum / size];
    }),
  );
  const larger = Math.max(inside, outside);
  return larger > 0 ? (outside - inside) / larger : 0;
};

const calinskiHarabasz = ({ coordinates, dimensions, labels, sizes, centres }: Grouped): number | null => {
  const used = sizes.filter((size) => size > 0).length;
  const middle = new Float64Array(dimensions);
  coordinates.forEach((value, at) => addAt(middle, at % dimensions, value / labels.length));
  const between = sizes.reduce(
    (sum, size, cluster) => sum + size * squaredDistance(centres, cluster, middle, 0, dimensions),
    0,
  );
  const within = labels.reduce(
    (sum, cluster, place) => sum + squaredDistance(coordinates, place, centres, cluster, dimensions),
    0,
  );
  return within > 0 && labels.length > used ? between / (used - 1) / (within / (labels.length - used)) : null;
};

const daviesBouldin = ({ coordinates, dimensions, labels, sizes, centres }: Grouped): number | null => {
  const scatters = sizes.map(() => 0);
  labels.forEach((cluster, place) => {
    const distance = Math.sqrt(squaredDistance(coordinates, place, centres, cluster, dimensions));
    addAt(scatters, cluster, distance / numberAt(sizes, cluster));
  });
  const used = sizes.flatMap((size, cluster) => (size > 0 ? [cluster] : []));
  let sum = 0;
  for (const cluster of used) {
    const likeness = used
      .filter((other) => other !== cluster)
      .map((other) => {
        const apart = Math.sqrt(squaredDistance(centres, cluster, centres, other, dimensions));
        return (numberAt(scatters, cluster) + numberAt(scatters, other)) / apart;
      });
    sum += Math.max(...likeness);
  }
  return Number.isFinite(sum) ? sum / used.length : null;
};

/**
 * Measures of a clustering, `labels` from 0 for each point. The silhouette takes time proportional to the points squared:
 * above `silhouetteLimit` points it is computed for evenly spread ones. Nulls with fewer than two clusters.
 */
export const clusterQuality = (
  points: readonly (readonly number[])[],
  labels: readonly number[],
  silhouetteLimit = 2_000,
): ClusterQuality => {
  const grouped = groupedOf(points, labels);
  if (grouped.sizes.filter((size) => size > 0).length < 2)
    return { silhouette: null, silhouettePoints: 0, calinskiHarabasz: null, daviesBouldin: null };
  const step = Math.max(1, Math.ceil(points.length / silhouetteLimit));
  const judged = [...points.keys()].filter((place) => place % step === 0);
  const total = judged.reduce((sum, place) => sum + silhouetteOf(grouped, place), 0);
  return {
    silhouette: total / judged.length,
    silhouettePoints: judged.length,
    calinskiHarabasz: calinskiHarabasz(grouped),
    daviesBouldin: daviesBouldin(grouped),
  };
};
