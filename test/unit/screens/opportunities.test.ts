import { describe, expect, it } from 'vitest';
import type { Overview } from '../../../src/analyses/overview/result.ts';
import { revenueFromMonths, yearFromMonths } from '../../../src/screens/opportunities/year-from-months.ts';

const month = (margin: number | null, isComplete = true): Overview['months'][number] => ({
  month: '2024-01-01',
  revenue: 100,
  orders: 1,
  customers: 1,
  newCustomers: 0,
  margin,
  isComplete,
});

describe('a year of the overview', () => {
  it('is the margin of the last twelve complete months', () => {
    const months = [month(1000), ...Array.from({ length: 12 }, () => month(40)), month(7, false)];
    expect(yearFromMonths(months)).toEqual({ value: 480, basis: 'margin' });
    expect(revenueFromMonths(months)).toBe(1200);
  });

  it('is revenue where a month’s costs are not known, and not told of less than a year', () => {
    const months = [month(null), ...Array.from({ length: 11 }, () => month(40))];
    expect(yearFromMonths(months)).toEqual({ value: 1200, basis: 'revenue' });
    expect(yearFromMonths(months.slice(1))).toBeNull();
    expect(revenueFromMonths(months.slice(1))).toBeNull();
  });
});
