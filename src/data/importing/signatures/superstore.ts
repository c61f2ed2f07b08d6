import type { Signature } from './signature.ts';

/** Tableau's Superstore: one row per order line; sales are after discount, the discount is a share. */
export const superstore: Signature = {
  id: 'superstore',
  title: 'Superstore',
  needs: ['order id', 'customer id', 'sub category', 'sales', 'profit', 'segment'],
  columns: {
    'row id': 'ignore',
    'order id': 'orders.order_id',
    'order date': 'orders.ordered_at',
    'ship date': 'ignore',
    'ship mode': 'ignore',
    'customer id': 'orders.customer_id',
    'customer name': 'customers.name',
    segment: 'attribute',
    country: 'customers.country',
    'country region': 'customers.country',
    city: 'customers.city',
    state: 'customers.region',
    'state province': 'customers.region',
    'postal code': 'ignore',
    'product id': 'lines.product_id',
    category: 'products.category',
    'product name': 'products.name',
    sales: 'lines.net',
    quantity: 'lines.quantity',
    discount: 'lines.discount_rate',
    profit: 'lines.profit',
  },
  others: 'ignore',
};
