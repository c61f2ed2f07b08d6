import type { Signature } from './signature.ts';

/**
 * Stripe's payments export, with the older and the newer names of columns. Amounts are what was charged; where payments
 * are in several currencies, the amounts converted to the account's currency are taken. Failed payments count nowhere.
 */
export const stripePayments: Signature = {
  id: 'stripe-payments',
  title: 'Stripe payments',
  needs: ['id', 'amount', 'amount refunded', 'converted amount', 'converted amount refunded', 'status'],
  columns: {
    id: 'orders.order_id',
    created: 'orders.ordered_at',
    'created date': 'orders.ordered_at',
    amount: 'orders.total',
    'amount refunded': 'orders.refund',
    currency: 'orders.currency',
    status: 'orders.status',
    'payment source type': 'orders.payment_method',
    'card brand': 'orders.payment_method',
    'customer id': 'orders.customer_id',
    'customer email': 'customers.email',
    'converted amount': 'ignore',
    'converted amount refunded': 'ignore',
    'converted currency': 'ignore',
    'customer description': 'ignore',
    description: 'ignore',
    'seller message': 'ignore',
    'statement descriptor': 'ignore',
    fee: 'ignore',
    'card id': 'ignore',
    'card fingerprint': 'ignore',
    'card name': 'ignore',
    'invoice id': 'ignore',
  },
  whenSeveral: {
    column: 'currency',
    columns: {
      'converted amount': 'orders.total',
      'converted amount refunded': 'orders.refund',
      'converted currency': 'orders.currency',
      amount: 'ignore',
      'amount refunded': 'ignore',
      currency: 'ignore',
    },
  },
  others: 'ignore',
};
