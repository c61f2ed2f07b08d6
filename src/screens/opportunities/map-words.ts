import type { MapPoint } from '../../charts/layout/point-map.ts';

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/**
 * What a map of two scores says: who is as good as we are on both and better on one, else who stands nearest. `isMoreBetter`: higher is
 * better on both; a price level has no better end. Words for a map without us, or without others.
 */
export const mapFinding = (
  points: readonly MapPoint[],
  xLabel: string,
  yLabel: string,
  isMoreBetter: boolean,
): string => {
  const axes = `${xLabel.toLowerCase()} and ${yLabel.toLowerCase()}`;
  const us = points.find(({ isUs }) => isUs);
  const others = points.filter(({ isUs }) => !isUs);
  if (!us || others.length === 0)
    return points.length === 0 ? `Nobody is scored on ${axes} yet` : `Who stands where on ${axes}`;
  const ahead = others.filter(({ x, y }) => x >= us.x && y >= us.y && (x > us.x || y > us.y));
  if (isMoreBetter && ahead.length > 0)
    return `${listed(ahead.map(({ label }) => label))} ${ahead.length === 1 ? 'is' : 'are'} ahead of us on ${axes}`;
  const distance = ({ x, y }: MapPoint): number => Math.hypot(x - us.x, y - us.y);
  const [nearest] = [...others].sort((a, b) => distance(a) - distance(b));
  const near = `${nearest?.label ?? ''} stands nearest`;
  return isMoreBetter ? `Nobody is ahead of us on both ${axes}; ${near}` : `On ${axes}, ${near} to us`;
};
