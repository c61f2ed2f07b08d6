import type { Signature } from './signature.ts';

/** Orders grid of Magento / Adobe Commerce. The subtotal is before discounts; base amounts are in the shop's currency. */
export const magentoOrders: Signature = {
  id: 'magento-orders',
  title: 'Magento orders',
  needs: ['id', 'purchase point', 'purchase date', 'grand total', 'status'],
  columns: {
    id: 'orders.order_id',
    'purchase point': 'orders.channel',
    'purchase date': 'orders.ordered_at',
    'grand total base': 'orders.total',
    'grand total': 'orders.total',
    'grand total purchased': 'ignore',
    status: 'orders.status',
    subtotal: 'orders.gross',
    'shipping and handling': 'orders.shipping',
    'customer name': 'customers.name',
    'customer email': 'customers.email',
    'customer group': 'attribute',
    'payment method': 'orders.payment_method',
    'total refunded': 'orders.refund',
    'bill to name': 'ignore',
    'ship to name': 'ignore',
    'shipping information': 'ignore',
  },
  others: 'ignore',
};
