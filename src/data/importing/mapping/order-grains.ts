import { need, orderCustomerTargets, type Grain } from './grain.ts';
import { mappingTargets } from './targets.ts';

const customerKey = need('a customer', ...orderCustomerTargets);
const customerOrOrder = need('a customer or an order', ...orderCustomerTargets, 'orders.order_id');
const orderDate = need('a date', 'orders.ordered_at');

/** What rows of orders don't say of their customers. */
const ofCustomerLists: readonly string[] = [
  'customers.customer_id',
  'customers.reference',
  'customers.first_seen',
  'customers.consent_at',
  'customers.consent_withdrawn_at',
];

/** What only files of payments and refunds say. */
const ofPayments: readonly string[] = [
  'orders.paid',
  'orders.payment_kind',
  'orders.refunded_goods',
  'orders.refund_id',
];

/** All that files of refunded lines say: their tax and shipping are not the order's. */
const ofRefundLines: readonly string[] = ['orders.refund_id', 'orders.refunded_goods'];

/** Files about orders and what was in them. */
export const orderGrains = {
  'order-lines-with-orders': {
    id: 'order-lines-with-orders',
    title: 'Order lines',
    tables: ['lines', 'orders', 'products', 'customers'],
    without: [
      ...ofPayments,
      'orders.office',
      'lines.order_id',
      'products.product_id',
      'products.list_price',
      'products.unit_cost',
      ...ofCustomerLists,
    ],
    needs: [
      customerOrOrder,
      orderDate,
      need(
        'an amount',
        'lines.net',
        'lines.gross',
        'lines.quantity+lines.unit_price',
        'lines.quantity+orders.sales',
        'lines.quantity+orders.net',
        'lines.quantity+orders.total',
      ),
      {
        ...need('a quantity or a product', 'lines.quantity', 'lines.product_id', 'products.name'),
        plain: 'always',
      },
    ],
  },
  orders: {
    id: 'orders',
    title: 'Orders',
    tables: ['orders', 'customers'],
    without: ['orders.office', ...ofPayments, ...ofCustomerLists],
    needs: [
      customerOrOrder,
      orderDate,
      need('an amount', 'orders.sales', 'orders.net', 'orders.gross', 'orders.total'),
    ],
  },
  'order-lines': {
    id: 'order-lines',
    title: 'Order lines without dates',
    tables: ['lines', 'products'],
    without: ['products.product_id', 'products.unit_cost', 'products.list_price'],
    needs: [
      need('an order', 'lines.order_id'),
      need('an amount', 'lines.net', 'lines.gross', 'lines.quantity+lines.unit_price'),
      need('a product', 'lines.product_id', 'products.name'),
    ],
  },
  'order-headers': {
    id: 'order-headers',
    title: 'Orders without amounts',
    tables: ['orders', 'customers'],
    without: ['orders.office', ...ofPayments, ...ofCustomerLists],
    needs: [need('an order', 'orders.order_id'), customerKey, orderDate],
  },
  payments: {
    id: 'payments',
    title: 'Payments of orders',
    tables: ['orders'],
    without: [
      'orders.customer_id',
      'orders.ordered_at',
      'orders.sales',
      'orders.total',
      'orders.refunded_goods',
      'orders.refund_id',
    ],
    needs: [
      need('an order', 'orders.order_id'),
      need('a payment or a refund', 'orders.paid', 'orders.refund', 'orders.coupon'),
    ],
  },
  'refund-lines': {
    id: 'refund-lines',
    title: 'Refunded lines of orders',
    tables: ['orders'],
    also: ['lines.order_id'],
    without: mappingTargets.map(({ target }) => target).filter((target) => !ofRefundLines.includes(target)),
    names: { 'orders.refunded_goods': ['subtotal', 'amount', 'line total', 'value'] },
    needs: [
      need('an order or a refund', 'lines.order_id', 'orders.refund_id'),
      need('what was refunded', 'orders.refunded_goods'),
    ],
  },
} as const satisfies Readonly<Record<string, Grain>>;
