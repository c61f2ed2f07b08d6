import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { Concentration } from './result.ts';

/** Below this many customers single ones decide shares and deciles. House rule. */
const fewCustomers = 50;

const aboutMeasure = (value: Concentration, asked: 'auto' | 'profit' | 'revenue'): (Warning | false)[] => [
  value.total <= 0 && {
    code: 'total-not-positive',
    message: `The ${value.measure} of all customers together is not positive, so shares of it mean nothing; the curve is in money.`,
  },
  value.customers < fewCustomers && {
    code: 'few-customers',
    message: `Only ${counted(value.customers, 'customer', 'customers')}: single ones decide the picture.`,
  },
  asked !== 'revenue' &&
    value.measure === 'revenue' && {
      code: 'costs-unknown',
      message: 'Too few costs are known, so customers are ranked by revenue instead of profit.',
    },
];

const aboutCustomers = (value: Concentration, floored: number): (Warning | false)[] => [
  value.unknownCustomers > 0 && {
    code: 'profit-partly-unknown',
    message: `${counted(value.unknownCustomers, 'customer is', 'customers are')} left out because their profit is not known.`,
  },
  floored > 0 && {
    code: 'negative-revenue',
    message: `${counted(floored, 'customer', 'customers')} returned more than they bought; they count as 0 in the Lorenz curve and the Gini coefficient.`,
  },
  value.leftOut.customers > 0 && {
    code: 'returns-only',
    message: `Left out: ${counted(value.leftOut.customers, 'customer', 'customers')} with returns only, of purchases before the data begin.`,
  },
];

/** What makes the concentration less than trustworthy, most serious first. `floored`: customers with negative revenue. */
export const concentrationWarnings = (
  value: Concentration,
  floored: number,
  asked: 'auto' | 'profit' | 'revenue',
): Warning[] => {
  if (value.customers === 0) {
    return [{ code: 'no-customers', message: 'No customer in focus has bought until the as-of date.' }];
  }
  return [...aboutMeasure(value, asked), ...aboutCustomers(value, floored)].filter(
    (candidate) => candidate !== false,
  );
};
