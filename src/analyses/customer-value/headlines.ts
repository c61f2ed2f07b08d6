import type { Headline } from '../analysis.ts';
import type { CustomerValue } from './result.ts';

/** The numbers worth pinning. */
export const customerValueHeadlines = (value: CustomerValue): readonly Headline[] => {
  const { alive, customers, check } = value;
  return [
    {
      key: 'equity',
      label: `Customer equity, next ${value.horizon} months`,
      value: value.equity,
      unit: 'money',
    },
    { key: 'meanValue', label: 'Lifetime value of a customer, mean', value: value.meanValue, unit: 'money' },
    { key: 'alive', label: 'Customers likely still active', value: alive, unit: 'count' },
    {
      key: 'aliveShare',
      label: 'Share of customers likely still active',
      value: alive === null || customers === 0 ? null : alive / customers,
      unit: 'share',
    },
    {
      key: 'expectedOrders',
      label: `Purchases expected, next ${value.horizon} months`,
      value: value.expectedOrders,
      unit: 'count',
    },
    {
      key: 'topTenthShare',
      label: 'Share of equity in the best tenth',
      value: value.deciles[0]?.share ?? null,
      unit: 'share',
    },
    {
      key: 'forecastError',
      label: 'Purchases in the check against the forecast',
      value: check && check.expected > 0 ? check.actual / check.expected - 1 : null,
      unit: 'share',
    },
    {
      key: 'captured',
      label: 'Best fifth of customers found in the check',
      value: check?.grade?.captured ?? null,
      unit: 'share',
    },
  ];
};
