import type { Row } from '../../data/row.ts';
import { studentCritical95, studentTwoSidedP } from '../../models/statistics/student-t.ts';
import { knownNumberOf, numberOf } from '../cells.ts';

/** A mean or ratio with its standard error; `error` is null for fewer than two customers. */
export interface Estimate {
  readonly value: number | null;
  readonly error: number | null;
  readonly customers: number;
}

/** A difference with its 95 % interval and p-value; null where it can't be told. */
export interface Difference {
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
}

const unknown: Difference = { difference: null, low: null, high: null, p: null };

/**
 * Σy ÷ Σx over customers from their means, variances and covariance. Standard error by linearisation:
 * √((s²_y − 2R·s_xy + R²·s²_x) ÷ n) ÷ x̄ (Cochran 1977, eq. 2.39); with x = 1 it is the mean's s ÷ √n.
 */
export const estimateOf = (row: Row | undefined): Estimate => {
  const customers = numberOf(row, 'n');
  const meanX = numberOf(row, 'mean_x');
  if (customers === 0 || meanX === 0) return { value: null, error: null, customers };
  const value = numberOf(row, 'mean_y') / meanX;
  const varianceY = knownNumberOf(row, 'var_y');
  if (varianceY === null) return { value, error: null, customers };
  const variance = varianceY - 2 * value * numberOf(row, 'cov') + value * value * numberOf(row, 'var_x');
  return { value, error: Math.sqrt(Math.max(0, variance) / customers) / meanX, customers };
};

/** The 95 % interval of an estimate, by Student's t with n − 1 degrees of freedom. */
export const intervalOf = ({ value, error, customers }: Estimate): { low: number; high: number } | null => {
  if (value === null || error === null) return null;
  const half = studentCritical95(customers - 1) * error;
  return { low: value - half, high: value + half };
};

/** Focus − comparison of two independent estimates, by Welch's t (1947). Two groups without spread can't be tested. */
export const compareMeans = (focus: Estimate, comparison: Estimate): Difference => {
  if (focus.value === null || comparison.value === null) return unknown;
  const difference = focus.value - comparison.value;
  if (focus.error === null || comparison.error === null) return { ...unknown, difference };
  const [one, other] = [focus.error ** 2, comparison.error ** 2];
  const error = Math.sqrt(one + other);
  if (error === 0) return { ...unknown, difference };
  const degrees =
    (one + other) ** 2 / (one ** 2 / (focus.customers - 1) + other ** 2 / (comparison.customers - 1));
  const half = studentCritical95(degrees) * error;
  return {
    difference,
    low: difference - half,
    high: difference + half,
    p: studentTwoSidedP(difference / error, degrees),
  };
};
