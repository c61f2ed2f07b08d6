import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { Overview } from './result.ts';

/** Below this many customers shares and averages swing with single customers. House rule. */
const fewCustomers = 30;
/** Above this share of untraceable revenue the customer figures describe a part of the business only. House rule. */
const muchAnonymous = 0.1;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const costWarning = (value: Overview): Warning | undefined => {
  if (value.byCustomerProfit.basis === 'margin') {
    const coverage = value.costCoverage ?? 1;
    return coverage < 0.995
      ? {
          code: 'costs-partly-known',
          message: `Costs are known for ${percent(coverage)} of sales; profit counts only those orders.`,
        }
      : undefined;
  }
  return {
    code: 'costs-unknown',
    message:
      value.margin === null
        ? 'Costs are not known, so revenue per customer stands in for profit. Load line costs or product costs.'
        : `Costs are known for only ${percent(value.costCoverage ?? 0)} of sales, so revenue per customer stands in for profit.`,
  };
};

/** What makes the overview less than trustworthy, most serious first. */
export const overviewWarnings = (value: Overview): Warning[] => {
  if (value.months.length === 0) {
    return [{ code: 'no-orders', message: 'There is no order of these customers until the as-of date.' }];
  }
  const warnings: Warning[] = [];
  if (value.currencies.length > 1) {
    warnings.push({
      code: 'mixed-currencies',
      message: `Orders are in ${value.currencies.join(', ')}; amounts are added up as they are.`,
    });
  }
  if (value.customers < fewCustomers) {
    warnings.push({
      code: 'few-customers',
      message:
        value.customers === 0
          ? 'No known customer has bought, so nothing can be said of customers.'
          : `Only ${counted(value.customers, 'customer', 'customers')}: one of them can move every share and average.`,
    });
  }
  if ((value.anonymous.share ?? 0) > muchAnonymous) {
    warnings.push({
      code: 'much-anonymous',
      message: `${percent(value.anonymous.share ?? 0)} of revenue can’t be traced to a customer${value.customers > 0 ? '; customer figures describe the rest' : ''}.`,
    });
  }
  const costs = costWarning(value);
  return costs ? [...warnings, costs] : warnings;
};
