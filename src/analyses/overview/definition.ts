import * as v from 'valibot';
import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { numberParameter } from '../parameters.ts';
import monthsSql from './months.sql?raw';
import totalsSql from './query.sql?raw';
import { overviewResult } from './result.ts';
import type { Overview } from './result.ts';

const headlines = (value: Overview): readonly Headline[] => [
  {
    key: 'byCustomerProfit',
    label: value.byCustomerProfit.basis === 'margin' ? 'Profit per customer' : 'Revenue per customer',
    value: value.byCustomerProfit.value,
    unit: 'money',
  },
  { key: 'customers', label: 'Customers', value: value.customers, unit: 'count' },
  { key: 'revenue', label: 'Revenue', value: value.revenue, unit: 'money' },
  { key: 'margin', label: 'Margin', value: value.margin, unit: 'money' },
  { key: 'marginRate', label: 'Margin rate', value: value.marginRate, unit: 'share' },
  { key: 'orders', label: 'Orders', value: value.orders, unit: 'count' },
  { key: 'averageOrderValue', label: 'Average order value', value: value.averageOrderValue, unit: 'money' },
  { key: 'ordersPerCustomer', label: 'Orders per customer', value: value.ordersPerCustomer, unit: 'ratio' },
  { key: 'repeatRate', label: 'Repeat rate', value: value.repeatRate, unit: 'share' },
  { key: 'oneTimeShare', label: 'Customers with one order', value: value.oneTimeShare, unit: 'share' },
  { key: 'refunds', label: 'Refunds', value: value.refunds, unit: 'money' },
  {
    key: 'anonymousShare',
    label: 'Revenue without a customer',
    value: value.anonymous.share,
    unit: 'share',
  },
  {
    key: 'revenueTrend',
    label: 'Revenue, last 12 months against the 12 before',
    value: value.trend?.change.revenue ?? null,
    unit: 'share',
  },
  {
    key: 'byCustomerProfitTrend',
    label: 'Per customer, last 12 months against the 12 before',
    value: value.trend?.change.byCustomerProfit ?? null,
    unit: 'share',
  },
];

/** The business at a glance: customers, orders, revenue, margin, loyalty by month, and what a customer brings. */
export const overview = defineAnalysis({
  id: 'overview',
  title: 'Overview',
  question: 'How big is the business with these customers, is it growing, and what does a customer bring?',
  needs: [{ table: 'orders' }],
  params: v.object({
    minimumCostCoverage: numberParameter(
      {
        title: 'Costs known at least for',
        help: 'Share of sales whose cost must be known before profit is shown instead of revenue',
        houseRule: true,
      },
      { default: 0.8, min: 0, max: 1, step: 0.05, unit: 'share of sales' },
    ),
  }),
  queries: { totals: totalsSql, months: monthsSql },
  result: overviewResult,
  headlines,
  formulas: [
    {
      name: 'Revenue',
      formula: 'Σ (gross − discount − refund), or Σ (gross − discount) when returns are ignored',
      meaning: 'Goods only, without shipping and tax; cancelled orders count nowhere',
    },
    {
      name: 'Order',
      formula: 'an order with sales above 0',
      meaning: 'A credit note lowers revenue and is not an order',
    },
    {
      name: 'Margin',
      formula: 'Σ (revenue − cost of goods) over orders with known cost',
      meaning:
        'A credit note of unknown cost counts as lost in full; the share of sales with known cost is stated',
    },
    {
      name: 'Profit per customer',
      formula: 'margin of known customers ÷ customers who have bought',
      meaning: 'The arrowhead. Revenue per customer while too few costs are known',
    },
    {
      name: 'Repeat rate',
      formula: 'customers with 2 or more orders ÷ customers who have bought',
      meaning: 'Its complement is the share of one-time customers',
    },
    {
      name: 'Trend',
      formula: '(last 12 months − 12 months before) ÷ 12 months before',
      meaning: 'The last 12 months end on the day before as-of',
    },
  ],
  sources: [
    'Revenue, order and margin: definitions of the workbench’s data model (house rules)',
    'Profit per customer as the end of the CRM value chain: Buttle, Customer Relationship Management, 2009',
  ],
  limits: [
    'Profit is margin on goods: cost to serve, marketing and overheads are not in it',
    'The repeat rate rises with the time observed; compare only periods or segments of like age',
    'The last month is incomplete unless the as-of date is its end',
    'Amounts in several currencies are added up as they are',
  ],
  compute: async () => (await import('./compute.ts')).computeOverview,
});
