import type { Cohort, MeanPoint } from './result.ts';

const meanAt = (cohorts: readonly Cohort[], age: number): MeanPoint => {
  let observed = 0;
  let customers = 0;
  let active = 0;
  let revenue = 0;
  let firstRevenue = 0;
  for (const cohort of cohorts) {
    const cell = cohort.cells[age];
    if (!cell || cell.active === null) continue;
    observed += 1;
    customers += cohort.customers;
    active += cell.active;
    revenue += cell.revenue ?? 0;
    firstRevenue += cohort.cells[0]?.revenue ?? 0;
  }
  return {
    age,
    cohorts: observed,
    customers,
    retention: customers > 0 ? active / customers : null,
    revenueRetention: firstRevenue > 0 ? revenue / firstRevenue : null,
  };
};

/**
 * Retention by age over all cohorts old enough to be observed at that age, weighted by their size (customers) or their
 * first revenue. Ages that no cohort has been observed at are left out.
 */
export const meanCurve = (cohorts: readonly Cohort[]): MeanPoint[] => {
  const ages = Math.max(0, ...cohorts.map((cohort) => cohort.cells.length));
  return Array.from({ length: ages }, (_, age) => meanAt(cohorts, age)).filter((point) => point.cohorts > 0);
};
