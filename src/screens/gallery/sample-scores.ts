import type { MapPoint } from '../../charts/layout/point-map.ts';

/** Us among six, two of them in the same place. */
export const rivals: readonly MapPoint[] = [
  { key: 'us', label: 'Us', x: 5, y: 8, isUs: true },
  { key: 'north', label: 'Northwind', x: 6, y: 7 },
  { key: 'cheap', label: 'The Cheap Warehouse', x: 10, y: 3 },
  { key: 'other', label: 'Another Warehouse', x: 10, y: 3 },
  { key: 'old', label: 'Old & Sons', x: 1, y: 7 },
  { key: 'web', label: 'Web only', x: 7, y: 4 },
];
