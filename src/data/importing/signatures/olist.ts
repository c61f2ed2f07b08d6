import type { Signature } from './signature.ts';

const ofOlist = (table: string, needs: readonly string[], columns: Signature['columns']): Signature => ({
  id: `olist-${table}`,
  title: `Olist ${table.replaceAll('-', ' ')}`,
  needs,
  columns,
  others: 'ignore',
});

/**
 * The Brazilian shops of Olist, one file a table. `customer_id` is new with every order: the customer is
 * `customer_unique_id`.
 */
export const olist: readonly Signature[] = [
  ofOlist('customers', ['customer id', 'customer unique id'], {
    'customer id': 'customers.reference',
    'customer unique id': 'customers.customer_id',
    'customer city': 'customers.city',
    'customer state': 'customers.region',
  }),
  ofOlist('orders', ['order id', 'customer id', 'order status', 'order purchase timestamp'], {
    'order id': 'orders.order_id',
    'customer id': 'orders.customer_id',
    'order status': 'orders.status',
    'order purchase timestamp': 'orders.ordered_at',
    'order delivered customer date': 'orders.delivered_at',
    'order estimated delivery date': 'orders.promised_at',
  }),
  ofOlist('order-items', ['order id', 'order item id', 'product id', 'price', 'freight value'], {
    'order id': 'lines.order_id',
    'order item id': 'lines.line_no',
    'product id': 'lines.product_id',
    price: 'lines.net',
    'freight value': 'lines.shipping',
  }),
  ofOlist('payments', ['order id', 'payment sequential', 'payment type', 'payment value'], {
    'order id': 'orders.order_id',
    'payment type': 'orders.payment_method',
    'payment value': 'orders.paid',
  }),
  ofOlist('reviews', ['review id', 'order id', 'review score'], {
    'order id': 'surveys.order_id',
    'review score': 'surveys.score',
    'review comment message': 'surveys.comment',
    'review answer timestamp': 'surveys.answered_at',
  }),
  ofOlist('products', ['product id', 'product category name'], {
    'product id': 'products.product_id',
    'product category name': 'products.category',
  }),
];
