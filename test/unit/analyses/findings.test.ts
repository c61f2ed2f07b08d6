import { describe, expect, it } from 'vitest';
import { cohortFinding, meanFinding } from '../../../src/analyses/cohort-retention/findings.ts';
import { gridCells } from '../../../src/analyses/cohort-retention/grid.ts';
import { meanCurve } from '../../../src/analyses/cohort-retention/mean-curve.ts';
import type { Cohort, CohortRetention } from '../../../src/analyses/cohort-retention/result.ts';
import { decileFinding, whaleFinding } from '../../../src/analyses/concentration/findings.ts';
import { computeConcentration } from '../../../src/analyses/concentration/compute.ts';
import type { Concentration } from '../../../src/analyses/concentration/result.ts';
import { computeOverview } from '../../../src/analyses/overview/compute.ts';
import { customersFinding, revenueFinding } from '../../../src/analyses/overview/findings.ts';
import { monthSeries, orderColumns } from '../../../src/analyses/overview/series.ts';
import { stripFigures } from '../../../src/analyses/overview/strip.ts';
import type { MonthFigures, Overview } from '../../../src/analyses/overview/result.ts';
import { addPeriods, endOfPeriod } from '../../../src/core/calendar.ts';
import type { Day } from '../../../src/core/day.ts';
import { createFormats } from '../../../src/core/format/formats.ts';

const formats = createFormats('en-GB', 'GBP');
const context = { asOf: '2024-03-10', currency: 'GBP', seed: 1, returns: 'net' } as const;

const monthOf = (month: Day, revenue: number, isComplete = true): MonthFigures => ({
  month,
  revenue,
  orders: revenue / 10,
  customers: 8,
  newCustomers: 2,
  margin: null,
  isComplete,
});

describe('findings of the overview', () => {
  const empty = computeOverview({
    rows: { totals: [], months: [] },
    params: { minimumCostCoverage: 0.8 },
    context,
  }).value;
  const value: Overview = {
    ...empty,
    months: [monthOf('2024-01-01', 100), monthOf('2024-02-01', 300), monthOf('2024-03-01', 900, false)],
  };

  it('names the best complete month while there is no trend, and the trend when there is one', () => {
    expect(revenueFinding(value, formats)).toBe(
      `Feb 2024 was the best month, with ${formats.compact(300, 'money')}`,
    );
    expect(revenueFinding(empty, formats)).toBe('No month is complete yet');
    const period = { ...empty, from: '2024-01-01', to: '2024-01-31' } as const;
    const withChange = (revenue: number): Overview => ({
      ...value,
      trend: {
        last: period,
        before: period,
        change: { revenue, orders: null, customers: null, byCustomerProfit: null },
      },
    });
    expect(revenueFinding(withChange(0.25), formats)).toBe('Revenue grew by 25% in the last twelve months');
    expect(revenueFinding(withChange(-0.1), formats)).toBe('Revenue fell by 10% in the last twelve months');
    expect(revenueFinding(withChange(0.01), formats)).toBe(
      'Revenue stayed level over the last twelve months',
    );
  });

  it('says how many buyers of the last complete month were new', () => {
    expect(customersFinding(value, formats)).toBe('8 customers bought in Feb 2024; 25% of them were new');
  });

  it('draws the unfinished month apart', () => {
    const lines = monthSeries('revenue', { name: 'Focus', value }, { name: 'Rest', value });
    expect(lines.map(({ name, points }) => [name, points.length])).toEqual([
      ['Focus', 2],
      ['Month so far', 2],
      ['Rest', 2],
    ]);
  });

  it('sets the last twelve complete months beside those of the year before', () => {
    const months = Array.from({ length: 14 }, (_, at) =>
      monthOf(addPeriods('2022-12-01', at, 'month'), 10 * (at + 1)),
    );
    const columns = orderColumns({ ...value, months }, 'en-GB');
    expect(columns).toHaveLength(12);
    expect(columns[0]).toEqual({ key: '2023-02-01', label: 'Feb', value: 3 });
    expect(columns.at(-1)).toEqual({ key: '2024-01-01', label: 'Jan', value: 14, comparison: 2 });
  });

  it('shows margins and anonymous revenue only where there are any', () => {
    const labels = (of: Overview): string[] => stripFigures(of).map(({ label }) => label);
    expect(labels(value)).not.toContain('Margin');
    expect(labels({ ...value, margin: 5 })).toContain('Margin rate');
    expect(labels({ ...value, anonymous: { orders: 1, revenue: 0, share: 0 } })).toContain(
      'Revenue without a customer',
    );
  });
});

describe('findings of the concentration', () => {
  const empty = computeConcentration({
    rows: { groups: [] },
    params: { measure: 'auto', minimumCostCoverage: 0.8 },
    context,
  }).value;
  const value: Concentration = { ...empty, measure: 'profit', customers: 10, total: 100, top10Share: 0.6 };

  it('tells of the peak when the others take something away, else of the best tenth', () => {
    const whale = { ...value.whale, peak: 120, peakCustomers: 6, erosionMoney: 20 };
    expect(whaleFinding({ ...value, whale: { ...whale, peakShare: 1.2, erosion: 0.2 } }, formats)).toBe(
      'The best 6 customers bring 120% of profit; the others take 20% away again',
    );
    expect(whaleFinding({ ...value, whale: { ...whale, peakShare: 1, erosion: 0 } }, formats)).toBe(
      decileFinding(value, formats),
    );
    expect(whaleFinding({ ...value, whale: { ...whale, peakShare: null, erosion: null } }, formats)).toBe(
      `The best 6 customers bring ${formats.compact(120, 'money')}; the others take ${formats.compact(20, 'money')} away again`,
    );
    expect(whaleFinding(empty, formats)).toBe('Nobody in focus has bought yet');
  });
});

describe('findings of cohort retention', () => {
  const cohortOf = (start: Day, customers: number, back: number | null): Cohort => ({
    start,
    end: endOfPeriod(start, 'month'),
    customers,
    isComplete: true,
    cells: [
      { age: 0, active: customers, retention: 1, revenue: 100, revenueRetention: 1 },
      back === null
        ? { age: 1, active: null, retention: null, revenue: null, revenueRetention: null }
        : { age: 1, active: back, retention: back / customers, revenue: 50, revenueRetention: 0.5 },
    ],
  });
  const valueOf = (cohorts: Cohort[]): CohortRetention => ({
    period: 'month',
    customers: cohorts.reduce((sum, cohort) => sum + cohort.customers, 0),
    cohorts,
    mean: meanCurve(cohorts),
  });
  const starts: readonly Day[] = ['2023-09-01', '2023-10-01', '2023-11-01', '2023-12-01'];
  const of = (customers: number, back: readonly number[]): CohortRetention =>
    valueOf(starts.map((start, at) => cohortOf(start, customers, back[at] ?? null)));

  it('claims a difference between older and newer cohorts only beyond chance', () => {
    expect(cohortFinding(of(1000, [300, 300, 200, 200]), 'customers', formats)).toBe(
      'Newer customers come back less often after a month than older ones: 20% against 30%',
    );
    expect(cohortFinding(of(10, [3, 3, 2, 2]), 'customers', formats)).toBe(
      'Newer customers come back after a month about as often as older ones: 20% against 30%',
    );
    expect(cohortFinding(of(10, [3, 3, 2, 2]), 'revenue', formats)).toBe(
      'Newer cohorts bring in 50% again after a month, older ones 50%',
    );
    expect(cohortFinding(of(10, [3, 3, 2]), 'customers', formats)).toBe('Each cohort, month by month');
  });

  it('reads the mean curve', () => {
    expect(meanFinding(of(10, [3, 3, 2, 2]), 'customers', formats)).toBe(
      '25% of customers buy again 1 month later',
    );
    expect(meanFinding(of(10, []), 'customers', formats)).toBe('Too early to tell who comes back');
  });

  it('leaves the cells of tiny cohorts open', () => {
    const value = valueOf([cohortOf('2023-09-01', 4, 4), cohortOf('2023-10-01', 5, 1)]);
    expect(gridCells(value, 'customers').map((cell) => cell.value)).toEqual([null, 0.2]);
  });
});
