import type { IntervalRow } from '../../charts/layout/intervals.ts';

/** Odds ratios with intervals that lie above, around and below 1, one of them cut off at the axis. */
export const effects: readonly IntervalRow[] = [
  { key: 'referred', label: 'Brought by another customer', value: 2.4, low: 1.9, high: 3.1 },
  {
    key: 'rare',
    label: 'Region: Northern Isles',
    value: 4.1,
    low: 0.7,
    high: 40,
    isOpen: true,
    note: '12 customers',
  },
  { key: 'items', label: 'Pieces in the first order', value: 1.1, low: 0.9, high: 1.3, isOpen: true },
  { key: 'coupon', label: 'Coupon at the first order', value: 0.5, low: 0.4, high: 0.63 },
];
