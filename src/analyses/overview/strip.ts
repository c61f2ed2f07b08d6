import type { FormatUnit } from '../../core/format/formats.ts';
import type { Overview } from './result.ts';

/** A figure of the strip, read the same way from focus and comparison. */
export interface StripFigure {
  readonly label: string;
  readonly unit: FormatUnit;
  readonly definition: string;
  readonly read: (value: Overview) => number | null;
}

const always: readonly StripFigure[] = [
  {
    label: 'Customers',
    unit: 'count',
    definition: 'Known customers with at least one order until as-of',
    read: (value) => value.customers,
  },
  {
    label: 'Orders',
    unit: 'count',
    definition: 'Orders with sales above 0; credit notes are not orders',
    read: (value) => value.orders,
  },
  {
    label: 'Average order value',
    unit: 'money',
    definition: 'Revenue ÷ orders',
    read: (value) => value.averageOrderValue,
  },
  {
    label: 'Orders per customer',
    unit: 'ratio',
    definition: 'Orders of known customers ÷ customers',
    read: (value) => value.ordersPerCustomer,
  },
  {
    label: 'Repeat rate',
    unit: 'share',
    definition: 'Customers with two or more orders ÷ customers',
    read: (value) => value.repeatRate,
  },
  {
    label: 'Bought once',
    unit: 'share',
    definition: 'Customers with exactly one order ÷ customers',
    read: (value) => value.oneTimeShare,
  },
  {
    label: 'Refunds',
    unit: 'money',
    definition: 'Refunded or credited goods',
    read: (value) => value.refunds,
  },
];

const margins: readonly StripFigure[] = [
  {
    label: 'Margin',
    unit: 'money',
    definition: 'Revenue less cost of goods, of the orders whose cost is known',
    read: (value) => value.margin,
  },
  {
    label: 'Margin rate',
    unit: 'share',
    definition: 'Margin ÷ revenue of the orders whose cost is known',
    read: (value) => value.marginRate,
  },
  {
    label: 'Sales with known cost',
    unit: 'share',
    definition: 'Share of sales whose cost is known; profit rests on it',
    read: (value) => value.costCoverage,
  },
];

const anonymous: StripFigure = {
  label: 'Revenue without a customer',
  unit: 'share',
  definition: 'Share of revenue that can’t be traced to a customer',
  read: (value) => value.anonymous.share,
};

/** The figures worth showing beside the headline: revenue first, margins where costs are known, anonymous where there is some. */
export const stripFigures = (value: Overview): readonly StripFigure[] => [
  {
    label: value.revenueRule === 'net' ? 'Revenue, net of refunds' : 'Revenue before refunds',
    unit: 'money',
    definition: 'Goods after discounts, without shipping and tax',
    read: (overview) => overview.revenue,
  },
  ...(value.margin === null ? [] : margins),
  ...always,
  ...(value.anonymous.orders > 0 || value.anonymous.revenue !== 0 ? [anonymous] : []),
];
