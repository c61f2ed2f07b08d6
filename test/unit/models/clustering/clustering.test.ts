import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kMeans, kMeansPath } from '../../../../src/models/clustering/k-means.ts';
import { clusterQuality } from '../../../../src/models/clustering/quality.ts';
import { standardise } from '../../../../src/models/clustering/standardise.ts';
import { fitted } from '../../../support/fitted.ts';

const coordinate = fc.integer({ min: -20, max: 20 });
const clouds = fc.array(fc.tuple(coordinate, coordinate), { minLength: 6, maxLength: 40 });

describe('kMeans', () => {
  it('finds clusters that lie apart, the largest first, the same for the same seed', () => {
    const points = [
      [0, 0],
      [0, 1],
      [1, 0],
      [10, 10],
      [10, 11],
    ];
    const found = fitted(kMeans(points, 2, { seed: 1 }));
    expect(found.labels).toEqual([0, 0, 0, 1, 1]);
    expect(found.sizes).toEqual([3, 2]);
    expect(found.centres[1]).toEqual([10, 10.5]);
    expect(found.inertia).toBeCloseTo(4 / 3 + 0.5, 12);
    expect(fitted(kMeans(points, 2, { seed: 1 }))).toEqual(found);
  });

  it('never gets worse with more clusters, and puts every point in one that is not empty', () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: 0, max: 1000 }), (points, seed) => {
        const path = fitted(kMeansPath(points, 6, { seed, restarts: 3 }));
        path.forEach(({ inertia, sizes, labels }, place) => {
          expect(inertia).toBeLessThanOrEqual((path[place - 1]?.inertia ?? Infinity) + 1e-9);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(points.length);
          expect(labels.every((label) => label >= 0 && label <= place)).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('copes with points that coincide', () => {
    const same = [
      [1, 1],
      [1, 1],
      [1, 1],
    ];
    expect(fitted(kMeans(same, 2, { seed: 3 })).inertia).toBe(0);
    expect(clusterQuality(same, [0, 0, 1])).toMatchObject({
      silhouette: 0,
      calinskiHarabasz: null,
      daviesBouldin: null,
    });
  });

  it('says what can’t be clustered', () => {
    expect(kMeans([[1]], 2, { seed: 1 })).toMatchObject({ error: { kind: 'too-few', have: 1, need: 2 } });
    expect(kMeans([[1]], 0, { seed: 1 })).toMatchObject({ error: { kind: 'setting-invalid' } });
    expect(kMeans([[1], [Number.NaN]], 1, { seed: 1 })).toMatchObject({
      error: { kind: 'value-invalid', index: 1 },
    });
    expect(kMeansPath([[1, 2], [3]], 1, { seed: 1 })).toMatchObject({
      error: { kind: 'value-invalid', index: 1 },
    });
  });
});

describe('clusterQuality', () => {
  it('needs two clusters, and lies in its range', () => {
    expect(clusterQuality([[1], [2]], [0, 0])).toEqual({
      silhouette: null,
      silhouettePoints: 0,
      calinskiHarabasz: null,
      daviesBouldin: null,
    });
    expect(clusterQuality([], []).silhouette).toBeNull();
    fc.assert(
      fc.property(clouds, (points) => {
        const { silhouette } = clusterQuality(
          points,
          points.map((_, place) => place % 3),
        );
        expect(silhouette).toBeGreaterThanOrEqual(-1);
        expect(silhouette).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes evenly spread points above the limit, and says how many', () => {
    const points = Array.from({ length: 100 }, (_, at) => [at < 50 ? 0 : 10]);
    const found = clusterQuality(
      points,
      points.map((_, at) => (at < 50 ? 0 : 1)),
      25,
    );
    expect(found).toMatchObject({ silhouettePoints: 25, silhouette: 1 });
  });
});

describe('standardise', () => {
  it('gives mean 0 and spread 1, zeros for a column that never varies, nothing for nobody', () => {
    const { points, means, spreads } = standardise([
      [1, 7],
      [3, 7],
    ]);
    expect(points).toEqual([
      [-1, 0],
      [1, 0],
    ]);
    expect([means, spreads]).toEqual([
      [2, 7],
      [1, 0],
    ]);
    expect(standardise([])).toEqual({ points: [], means: [], spreads: [] });
  });
});
