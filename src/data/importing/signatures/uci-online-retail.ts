import type { Signature } from './signature.ts';

/** UCI 352 and 502, Online Retail I and II: one row per invoice line; an invoice that begins with C is a credit note. */
export const uciOnlineRetail: Signature = {
  id: 'uci-online-retail',
  title: 'UCI Online Retail',
  needs: ['stock code', 'description', 'quantity', 'invoice date', 'country'],
  columns: {
    'invoice no': 'orders.order_id',
    invoice: 'orders.order_id',
    'stock code': 'lines.product_id',
    description: 'products.name',
    quantity: 'lines.quantity',
    'invoice date': 'orders.ordered_at',
    'unit price': 'lines.unit_price',
    price: 'lines.unit_price',
    'customer id': 'orders.customer_id',
    country: 'customers.country',
  },
  others: 'ignore',
  rules: { creditNoteWhere: "starts_with(upper(orders__order_id), 'C')" },
};
