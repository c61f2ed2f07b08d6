import * as v from 'valibot';
import { dayField, described, numberOrUnknown } from '../result-fields.ts';

const periodSchema = v.object({
  from: dayField('First day counted'),
  to: dayField('Last day counted'),
  customers: described(v.number(), 'Known customers with at least one purchase in the period'),
  orders: described(v.number(), 'Purchases of known customers and anonymous buyers'),
  revenue: described(
    v.number(),
    'Revenue by the rule in force (net of refunds, or sales before them), money',
  ),
  sales: described(v.number(), 'Goods sold after discounts, before refunds, money'),
  refunds: described(v.number(), 'Refunded or credited goods, money, 0 or more'),
  margin: numberOrUnknown('Revenue less cost of goods, of the orders whose cost is known, money'),
  marginRate: numberOrUnknown('Margin ÷ revenue of the orders whose cost is known, 0–1'),
  costCoverage: numberOrUnknown('Share of sales whose cost is known, 0–1; null without sales'),
  averageOrderValue: numberOrUnknown('Revenue ÷ orders, money'),
  identified: described(
    v.object({
      orders: described(v.number(), 'Purchases of known customers'),
      revenue: described(v.number(), 'Revenue of known customers by the rule in force, money'),
      sales: described(v.number(), 'Sales of known customers before refunds, money'),
      refunds: described(v.number(), 'Refunds to known customers, money'),
      averageOrderValue: numberOrUnknown('Revenue of known customers ÷ their orders, money'),
    }),
    'The part that can be traced to a customer',
  ),
  anonymous: described(
    v.object({
      orders: described(v.number(), 'Purchases without a customer'),
      revenue: described(v.number(), 'Revenue without a customer, money'),
      share: numberOrUnknown('Share of revenue without a customer, 0–1; null when revenue is not positive'),
    }),
    'The part that can not be traced to a customer; empty when a segment is in focus',
  ),
  byCustomerProfit: described(
    v.object({
      value: numberOrUnknown(
        'Profit a customer (or revenue a customer, see basis), money; null without customers',
      ),
      basis: described(
        v.picklist(['margin', 'revenue']),
        'margin: known margin of known customers ÷ customers; revenue: costs are not known well enough',
      ),
    }),
    'The arrowhead figure: what a customer brings',
  ),
});

const monthSchema = v.object({
  month: dayField('First day of the month'),
  revenue: described(v.number(), 'Revenue by the rule in force, money'),
  orders: described(v.number(), 'Purchases'),
  customers: described(v.number(), 'Known customers who bought in the month'),
  newCustomers: described(v.number(), 'Known customers whose first purchase was in the month'),
  margin: numberOrUnknown('Margin; null when too little of the month’s cost is known, money'),
  isComplete: described(v.boolean(), 'Whether the month had ended by the as-of date'),
});

const changeSchema = v.object({
  revenue: numberOrUnknown('Relative change of revenue, −1 or more'),
  orders: numberOrUnknown('Relative change of orders'),
  customers: numberOrUnknown('Relative change of customers'),
  byCustomerProfit: numberOrUnknown('Relative change of profit a customer; null when the basis differs'),
});

/** The documented result of the overview. */
export const overviewResult = v.object({
  ...periodSchema.entries,
  from: described(v.nullable(dayField('A day')), 'Day of the first order or credit note; null without any'),
  to: described(
    v.nullable(dayField('A day')),
    'Day of the last order or credit note until as-of; null without any',
  ),
  revenueRule: described(
    v.picklist(['net', 'ignore']),
    'net: refunds are subtracted; ignore: sales before refunds',
  ),
  ordersPerCustomer: numberOrUnknown('Orders of known customers ÷ customers'),
  oneTimeShare: numberOrUnknown('Share of customers with exactly one order, 0–1'),
  repeatRate: numberOrUnknown('Share of customers with two or more orders, 0–1'),
  repeatDayRate: numberOrUnknown('Share of customers who bought on two or more different days, 0–1'),
  repeatCustomers: described(v.number(), 'Customers with two or more orders'),
  currencies: described(v.array(v.string()), 'Currency codes of the orders, in alphabetical order'),
  months: described(v.array(monthSchema), 'Every month from the first order to the as-of date, gaps as zero'),
  trend: described(
    v.nullable(v.object({ last: periodSchema, before: periodSchema, change: changeSchema })),
    'The 12 months up to the day before as-of against the 12 before; null when the data don’t reach back that far',
  ),
});

/** {@link overviewResult}'s type. */
export type Overview = v.InferOutput<typeof overviewResult>;

/** Figures of one stretch of time. */
export type PeriodFigures = v.InferOutput<typeof periodSchema>;

/** Figures of one month. */
export type MonthFigures = v.InferOutput<typeof monthSchema>;
