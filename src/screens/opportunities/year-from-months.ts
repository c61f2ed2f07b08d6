import type { Overview } from '../../analyses/overview/result.ts';

/** What customers brought in a year, money, and whether that is their margin or, while too few costs are known, their revenue. */
export interface YearFigure {
  readonly value: number;
  readonly basis: 'margin' | 'revenue';
}

/** The last twelve complete months added up: margin where every one of them has it, else revenue. Null with fewer than twelve. */
export const yearFromMonths = (months: Overview['months']): YearFigure | null => {
  const year = months.filter(({ isComplete }) => isComplete).slice(-12);
  if (year.length < 12) return null;
  const margins = year.flatMap(({ margin }) => margin ?? []);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return margins.length === 12
    ? { value: sum(margins), basis: 'margin' }
    : { value: sum(year.map(({ revenue }) => revenue)), basis: 'revenue' };
};

/** Revenue of the last twelve complete months; null with fewer. */
export const revenueFromMonths = (months: Overview['months']): number | null => {
  const year = months.filter(({ isComplete }) => isComplete).slice(-12);
  return year.length < 12 ? null : year.reduce((total, { revenue }) => total + revenue, 0);
};
