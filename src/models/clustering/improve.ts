import { addAt, numberAt } from '../estimation/number-at.ts';
import { nearest, recentre } from './partition.ts';
import type { Partition } from './partition.ts';
import { squaredDistance } from './point-set.ts';
import type { PointSet } from './point-set.ts';

const maximumRounds = 300;

/** Gives each empty cluster the point that lies farthest from its own centre, of those that share a cluster. */
const fillEmpty = (points: PointSet, partition: Partition): void => {
  const { labels, centres, sizes } = partition;
  sizes.forEach((size, cluster) => {
    if (size > 0) return;
    let [farthest, distance] = [-1, -1];
    for (let place = 0; place < points.count; place += 1) {
      const own = numberAt(labels, place);
      if (numberAt(sizes, own) < 2) continue;
      const here = squaredDistance(points.coordinates, place, centres, own, points.dimensions);
      if (here > distance) [farthest, distance] = [place, here];
    }
    if (farthest < 0) return;
    labels[farthest] = cluster;
    recentre(points, partition);
  });
};

/** Lloyd's (1957) rounds: every point to its nearest centre, every centre to its mean, until nothing moves. */
export const lloyd = (points: PointSet, partition: Partition): void => {
  const { labels, centres, sizes } = partition;
  for (let round = 0; round < maximumRounds; round += 1) {
    let hasMoved = false;
    for (let place = 0; place < points.count; place += 1) {
      const cluster = nearest(points, place, centres, sizes.length);
      if (cluster === labels[place]) continue;
      labels[place] = cluster;
      hasMoved = true;
    }
    recentre(points, partition);
    fillEmpty(points, partition);
    if (!hasMoved) return;
  }
};

/** Moves a point from one cluster to another and both centres with it. */
const move = (points: PointSet, partition: Partition, place: number, from: number, to: number): void => {
  const { labels, centres, sizes } = partition;
  const { dimensions, coordinates } = points;
  labels[place] = to;
  addAt(sizes, from, -1);
  addAt(sizes, to, 1);
  for (let d = 0; d < dimensions; d += 1) {
    const value = numberAt(coordinates, place * dimensions + d);
    const [left, joined] = [from * dimensions + d, to * dimensions + d];
    addAt(centres, left, (numberAt(centres, left) - value) / numberAt(sizes, from));
    addAt(centres, joined, (value - numberAt(centres, joined)) / numberAt(sizes, to));
  }
};

/** The cluster that a point costs least in, and what it costs there: n ÷ (n + 1) × squared distance. */
const cheapest = (points: PointSet, { centres, sizes }: Partition, place: number, own: number) => {
  let [cluster, cost] = [own, Infinity];
  sizes.forEach((size, candidate) => {
    if (candidate === own) return;
    const distance = squaredDistance(points.coordinates, place, centres, candidate, points.dimensions);
    const here = (distance * size) / (size + 1);
    if (here < cost) [cluster, cost] = [candidate, here];
  });
  return { cluster, cost };
};

/** Hartigan's (1975) exchanges: single points change cluster while that lowers the inertia; finds more than Lloyd. */
export const hartigan = (points: PointSet, partition: Partition): void => {
  const { labels, centres, sizes } = partition;
  for (let round = 0; round < maximumRounds; round += 1) {
    let hasMoved = false;
    for (let place = 0; place < points.count; place += 1) {
      const own = numberAt(labels, place);
      const size = numberAt(sizes, own);
      if (size < 2) continue;
      const distance = squaredDistance(points.coordinates, place, centres, own, points.dimensions);
      const saved = (distance * size) / (size - 1);
      const { cluster, cost } = cheapest(points, partition, place, own);
      if (!(cost < saved * (1 - 1e-12))) continue;
      move(points, partition, place, own, cluster);
      hasMoved = true;
    }
    if (!hasMoved) break;
  }
  recentre(points, partition);
};
