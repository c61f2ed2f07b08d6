import { need, orderCustomerTargets, type Grain } from './grain.ts';

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

/** Files about orders and what was in them. */
export const orderGrains = {
  'order-lines-with-orders': {
    id: 'order-lines-with-orders',
    title: 'Order lines',
    tables: ['lines', 'orders', 'products', 'customers'],
    without: [
      'orders.paid',
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
    without: ['orders.office', 'orders.paid', ...ofCustomerLists],
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
    without: ['orders.office', 'orders.paid', ...ofCustomerLists],
    needs: [need('an order', 'orders.order_id'), customerKey, orderDate],
  },
  payments: {
    id: 'payments',
    title: 'Payments of orders',
    tables: ['orders'],
    without: ['orders.customer_id', 'orders.ordered_at', 'orders.sales', 'orders.total'],
    needs: [
      need('an order', 'orders.order_id'),
      need('a payment or a refund', 'orders.paid', 'orders.refund', 'orders.coupon'),
    ],
  },
} as const satisfies Readonly<Record<string, Grain>>;
