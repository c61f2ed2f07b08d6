import type { TableName } from '../../tables/canonical-tables.ts';

/** What a file is about: which tables it can feed, and what it must have for that. */
export interface Grain {
  readonly id: string;
  readonly title: string;
  /** Names where headers leave it open: the first table is the main one. */
  readonly tables: readonly TableName[];
  /** Targets of these tables that make no sense in such a file. */
  readonly without: readonly string[];
  /** Groups of which one must be complete; `a+b` needs both. */
  readonly needs: readonly { readonly what: string; readonly anyOf: readonly string[] }[];
}

/** Targets that name the customer of an order. */
export const orderCustomerTargets: readonly string[] = [
  'orders.customer_id',
  'customers.email',
  'customers.name',
];

const customerKey = { what: 'a customer', anyOf: orderCustomerTargets };
const customerOrOrder = {
  what: 'a customer or an order',
  anyOf: [...orderCustomerTargets, 'orders.order_id'],
};
const orderDate = { what: 'a date', anyOf: ['orders.ordered_at'] };

/** What files can be about, likeliest first. */
export const grains: readonly Grain[] = [
  {
    id: 'order-lines-with-orders',
    title: 'Order lines',
    tables: ['lines', 'orders', 'products', 'customers'],
    without: [
      'orders.gross',
      'orders.net',
      'orders.sales',
      'orders.total',
      'orders.discount',
      'orders.paid',
      'lines.order_id',
      'customers.customer_id',
      'products.product_id',
      'products.list_price',
      'products.unit_cost',
      'customers.first_seen',
    ],
    needs: [
      customerOrOrder,
      orderDate,
      { what: 'an amount', anyOf: ['lines.net', 'lines.quantity+lines.unit_price'] },
      { what: 'a quantity or a product', anyOf: ['lines.quantity', 'lines.product_id', 'products.name'] },
    ],
  },
  {
    id: 'orders',
    title: 'Orders',
    tables: ['orders', 'customers'],
    without: ['customers.customer_id', 'customers.first_seen'],
    needs: [
      customerOrOrder,
      orderDate,
      { what: 'an amount', anyOf: ['orders.sales', 'orders.net', 'orders.gross', 'orders.total'] },
    ],
  },
  {
    id: 'deals',
    title: 'Deals',
    tables: ['deals'],
    without: [],
    needs: [
      { what: 'a deal', anyOf: ['deals.deal_id'] },
      { what: 'a stage', anyOf: ['deals.stage'] },
      { what: 'an amount or a closing date', anyOf: ['deals.amount', 'deals.closed_at'] },
    ],
  },
  {
    id: 'tickets',
    title: 'Tickets',
    tables: ['tickets'],
    without: [],
    needs: [
      { what: 'a ticket', anyOf: ['tickets.ticket_id'] },
      { what: 'a customer', anyOf: ['tickets.customer_id'] },
      { what: 'an opening date', anyOf: ['tickets.opened_at'] },
    ],
  },
  {
    id: 'surveys',
    title: 'Survey answers',
    tables: ['surveys'],
    without: [],
    needs: [
      { what: 'a score', anyOf: ['surveys.score'] },
      { what: 'a customer', anyOf: ['surveys.customer_id'] },
    ],
  },
  {
    id: 'order-lines',
    title: 'Order lines without dates',
    tables: ['lines', 'products'],
    without: ['products.product_id', 'products.unit_cost'],
    needs: [
      { what: 'an order', anyOf: ['lines.order_id'] },
      { what: 'an amount', anyOf: ['lines.net', 'lines.quantity+lines.unit_price'] },
      { what: 'a product', anyOf: ['lines.product_id', 'products.name'] },
    ],
  },
  {
    id: 'order-headers',
    title: 'Orders without amounts',
    tables: ['orders'],
    without: ['orders.paid'],
    needs: [{ what: 'an order', anyOf: ['orders.order_id'] }, customerKey, orderDate],
  },
  {
    id: 'products',
    title: 'Products',
    tables: ['products'],
    without: [],
    needs: [
      { what: 'a product', anyOf: ['products.product_id'] },
      {
        what: 'a name, category or price',
        anyOf: ['products.name', 'products.category', 'products.list_price'],
      },
    ],
  },
  {
    id: 'customers',
    title: 'Customers',
    tables: ['customers'],
    without: ['customers.reference'],
    needs: [{ what: 'a customer', anyOf: ['customers.customer_id', 'customers.email'] }],
  },
];

/** What a set of targets still lacks, in words; empty when it is complete. */
export const missingFor = (grain: Grain, targets: ReadonlySet<string>): readonly string[] =>
  grain.needs
    .filter(({ anyOf }) => !anyOf.some((group) => group.split('+').every((target) => targets.has(target))))
    .map(({ what }) => what);
