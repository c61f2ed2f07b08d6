import type { Warning } from '../analysis.ts';
import type { Concentration } from './result.ts';

/** Below this many customers single ones decide shares and deciles. House rule. */
const fewCustomers = 50;

const atLeastOne = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What makes the concentration less than trustworthy, most serious first. `floored`: customers with negative revenue. */
export const concentrationWarnings = (
  value: Concentration,
  floored: number,
  asked: 'auto' | 'profit' | 'revenue',
): Warning[] => {
  const candidates: (Warning | false)[] = [
    value.customers === 0 && {
      code: 'no-customers',
      message: 'No customer in focus has bought until the as-of date.',
    },
    value.customers > 0 &&
      value.total <= 0 && {
        code: 'total-not-positive',
        message: `The ${value.measure} of all customers together is not positive, so shares of it mean nothing; the curve is in money.`,
      },
    value.customers > 0 &&
      value.customers < fewCustomers && {
        code: 'few-customers',
        message: `Only ${atLeastOne(value.customers, 'customer', 'customers')}: single ones decide the picture.`,
      },
    asked !== 'revenue' &&
      value.measure === 'revenue' &&
      value.customers > 0 && {
        code: 'costs-unknown',
        message: 'Too few costs are known, so customers are ranked by revenue instead of profit.',
      },
    value.unknownCustomers > 0 && {
      code: 'profit-partly-unknown',
      message: `${atLeastOne(value.unknownCustomers, 'customer is', 'customers are')} left out because their profit is not known.`,
    },
    floored > 0 && {
      code: 'negative-revenue',
      message: `${atLeastOne(floored, 'customer', 'customers')} returned more than they bought; they count as 0 in the Lorenz curve and the Gini coefficient.`,
    },
    value.leftOut.customers > 0 && {
      code: 'returns-only',
      message: `${atLeastOne(value.leftOut.customers, 'customer has', 'customers have')} only returns, of purchases before the data begin, and ${value.leftOut.customers === 1 ? 'is' : 'are'} left out.`,
    },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
