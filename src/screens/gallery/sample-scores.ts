import type { MapPoint } from '../../charts/layout/point-map.ts';
import type { StarOutline, StarRay } from '../../charts/layout/star.ts';

/** Us among six, two of them in the same place. */
export const rivals: readonly MapPoint[] = [
  { key: 'us', label: 'Us', x: 5, y: 8, isUs: true },
  { key: 'north', label: 'Northwind', x: 6, y: 7 },
  { key: 'cheap', label: 'The Cheap Warehouse', x: 10, y: 3 },
  { key: 'other', label: 'Another Warehouse', x: 10, y: 3 },
  { key: 'old', label: 'Old & Sons', x: 1, y: 7 },
  { key: 'web', label: 'Web only', x: 7, y: 4 },
];

/** The eight axes of a value star. */
export const rays: readonly StarRay[] = [
  'Product',
  'Process',
  'Price',
  'Service',
  'Location',
  'Logistics',
  'Communication',
  'People',
].map((label) => ({ key: label.toLowerCase(), label }));

/** A star with all scored but one. */
export const starOutlines: readonly StarOutline[] = [
  { key: 'us', label: 'Us', tone: 'focus', scores: [8, 6, 5, 7, 4, 5, null, 8] },
  { key: 'competitor', label: 'Best other', tone: 'comparison', scores: [6, 7, 8, 4, 6, 8, 6, 4] },
  { key: 'importance', label: 'Importance', tone: 'plain', scores: [9, 5, 8, 7, 3, 9, 4, 6] },
];
