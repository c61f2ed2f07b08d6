import { describe, expect, it } from 'vitest';
import { kMeans } from '../../src/models/clustering/k-means.ts';
import { clusterQuality } from '../../src/models/clustering/quality.ts';
import { standardise } from '../../src/models/clustering/standardise.ts';
import { fitted } from '../support/fitted.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { textTable } from '../support/text-table.ts';

interface Published {
  readonly inertia: number;
  readonly sizes: readonly number[];
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
}

type KMeansValues = Readonly<
  Record<
    'kmeans_iris' | 'kmeans_wholesale_std' | 'kmeans_wholesale_log_std',
    Readonly<Record<string, Published>>
  >
>;

const pointsOf = (path: string, columns: readonly string[]): number[][] =>
  textTable(sharedData(path).toString('utf8')).map((row) => columns.map((column) => Number(row[column])));

// scikit-learn KMeans, the best of 60 starts; population standard deviation (../shared/expected/kmeans_inertia.json).
describe.skipIf(!hasSharedData)('k-means as scikit-learn finds it (../shared is needed)', () => {
  const expected = hasSharedData ? expectedValues<KMeansValues>('kmeans_inertia') : ({} as KMeansValues);
  const spend = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'];
  const iris = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'];
  const wholesale = hasSharedData ? pointsOf('wholesale/Wholesale customers data.csv', spend) : [];
  const sets = {
    kmeans_iris: hasSharedData ? pointsOf('textbook/iris.csv', iris) : [],
    kmeans_wholesale_std: standardise(wholesale).points,
    kmeans_wholesale_log_std: standardise(wholesale.map((point) => point.map((value) => Math.log1p(value))))
      .points,
  };
  const cases = Object.entries(expected).flatMap(([name, byClusters]) =>
    Object.keys(byClusters).map((clusters) => [name as keyof KMeansValues, Number(clusters)] as const),
  );

  it.each(cases)(
    '%s in %i clusters: inertia, sizes, silhouette, Caliński–Harabasz, Davies–Bouldin',
    (name, clusters) => {
      const published = expected[name][String(clusters)];
      const points = sets[name];
      const found = fitted(kMeans(points, clusters, { seed: 11, restarts: 60 }));
      const { silhouette, calinskiHarabasz, daviesBouldin } = clusterQuality(points, found.labels);
      const relative = found.inertia / (published?.inertia ?? NaN) - 1;
      expect(relative).toBeLessThan(clusters <= 4 ? 1e-4 : 5e-3);
      if (Math.abs(relative) > 1e-9) return;
      expect(found.sizes).toEqual(published?.sizes);
      expect(silhouette).toBeCloseTo(published?.silhouette ?? NaN, 9);
      expect(calinskiHarabasz).toBeCloseTo(published?.calinski_harabasz ?? NaN, 6);
      expect(daviesBouldin).toBeCloseTo(published?.davies_bouldin ?? NaN, 7);
    },
  );
});
