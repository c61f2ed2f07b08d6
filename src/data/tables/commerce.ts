import type { TableDefinition } from './table.ts';

/** Who buys. Attributes that have no column here live in `customer_attributes`, one typed column each. */
export const customers: TableDefinition<'customers'> = {
  name: 'customers',
  title: 'Customers',
  grain: 'one customer or account',
  key: ['customer_id'],
  columns: [
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Identifier of the customer', required: true },
    { name: 'name', type: 'VARCHAR', meaning: 'Name of the person or company', personal: true },
    { name: 'email', type: 'VARCHAR', meaning: 'E-mail address', personal: true },
    { name: 'kind', type: 'VARCHAR', meaning: 'Company (b2b) or person (b2c)' },
    { name: 'account_id', type: 'VARCHAR', meaning: 'Company that the person belongs to' },
    { name: 'first_seen', type: 'DATE', meaning: 'Day the record was created' },
    { name: 'acq_channel', type: 'VARCHAR', meaning: 'Channel that brought the customer' },
    { name: 'acq_campaign', type: 'VARCHAR', meaning: 'Campaign that brought the customer' },
    { name: 'country', type: 'VARCHAR', meaning: 'Country' },
    { name: 'region', type: 'VARCHAR', meaning: 'State or region' },
    { name: 'city', type: 'VARCHAR', meaning: 'City' },
    { name: 'consent', type: 'BOOLEAN', meaning: 'Has agreed to be contacted' },
  ],
};

/** What was bought, one row per order or credit note. `net = gross − discount − refund`, without shipping and tax. */
export const orders: TableDefinition<'orders'> = {
  name: 'orders',
  title: 'Orders',
  grain: 'one order, invoice or credit note',
  key: ['order_id'],
  columns: [
    { name: 'order_id', type: 'VARCHAR', meaning: 'Identifier of the order', required: true },
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Who bought; empty for an anonymous sale' },
    {
      name: 'ordered_at',
      type: 'TIMESTAMP',
      meaning: 'When it was placed, local time of the source',
      required: true,
    },
    { name: 'gross', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Goods before discount and refunds' },
    { name: 'discount', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Discount on goods, 0 or more' },
    {
      name: 'refund',
      type: 'DECIMAL(18,4)',
      unit: 'money',
      meaning: 'Refunded or credited goods, 0 or more',
    },
    {
      name: 'net',
      type: 'DECIMAL(18,4)',
      unit: 'money',
      meaning: 'gross − discount − refund',
      required: true,
    },
    { name: 'shipping', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Shipping charged' },
    { name: 'tax', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Tax charged' },
    { name: 'currency', type: 'VARCHAR', meaning: 'ISO 4217 code' },
    {
      name: 'status',
      type: 'VARCHAR',
      meaning: 'completed, open or cancelled; cancelled orders count nowhere',
    },
    { name: 'channel', type: 'VARCHAR', meaning: 'Where it was placed' },
    { name: 'payment_method', type: 'VARCHAR', meaning: 'How it was paid' },
    { name: 'promised_at', type: 'TIMESTAMP', meaning: 'Promised delivery' },
    { name: 'delivered_at', type: 'TIMESTAMP', meaning: 'Actual delivery' },
    { name: 'coupon', type: 'VARCHAR', meaning: 'Coupon or promotion used' },
    {
      name: 'guest_name',
      type: 'VARCHAR',
      meaning: 'Name left with an order that names no customer',
      personal: true,
      workedOut: true,
    },
  ],
};

/** What was in the orders. `net` and `cost` are line totals and negative for a returned line. */
export const lines: TableDefinition<'lines'> = {
  name: 'lines',
  title: 'Order lines',
  grain: 'one product on one order',
  key: ['order_id', 'line_no'],
  columns: [
    { name: 'order_id', type: 'VARCHAR', meaning: 'Order that the line belongs to', required: true },
    { name: 'line_no', type: 'INTEGER', meaning: 'Position on the order' },
    { name: 'product_id', type: 'VARCHAR', meaning: 'Product' },
    { name: 'quantity', type: 'DOUBLE', unit: 'pieces', meaning: 'Pieces; negative when returned' },
    { name: 'unit_price', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Price a piece' },
    { name: 'discount', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Discount on the line, 0 or more' },
    {
      name: 'net',
      type: 'DECIMAL(18,4)',
      unit: 'money',
      meaning: 'Line total after discount',
      required: true,
    },
    { name: 'cost', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Cost of goods of the line' },
    { name: 'is_return', type: 'BOOLEAN', meaning: 'The line takes goods back' },
  ],
};

/** What is sold. */
export const products: TableDefinition<'products'> = {
  name: 'products',
  title: 'Products',
  grain: 'one product',
  key: ['product_id'],
  columns: [
    { name: 'product_id', type: 'VARCHAR', meaning: 'Identifier of the product', required: true },
    { name: 'name', type: 'VARCHAR', meaning: 'Name' },
    { name: 'category', type: 'VARCHAR', meaning: 'Category' },
    { name: 'list_price', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'List price a piece' },
    { name: 'unit_cost', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Cost a piece' },
  ],
};

/** Sales opportunities of a CRM pipeline; won ones also become orders. */
export const deals: TableDefinition<'deals'> = {
  name: 'deals',
  title: 'Deals',
  grain: 'one sales opportunity',
  key: ['deal_id'],
  columns: [
    { name: 'deal_id', type: 'VARCHAR', meaning: 'Identifier of the deal', required: true },
    { name: 'customer_id', type: 'VARCHAR', meaning: 'Account' },
    { name: 'product_id', type: 'VARCHAR', meaning: 'Product' },
    { name: 'owner', type: 'VARCHAR', meaning: 'Sales person' },
    { name: 'stage', type: 'VARCHAR', meaning: 'Stage as the source names it' },
    { name: 'is_closed', type: 'BOOLEAN', meaning: 'Won or lost' },
    { name: 'is_won', type: 'BOOLEAN', meaning: 'Won' },
    { name: 'opened_at', type: 'DATE', meaning: 'Day the deal was opened' },
    { name: 'closed_at', type: 'DATE', meaning: 'Day the deal was won or lost' },
    { name: 'amount', type: 'DECIMAL(18,4)', unit: 'money', meaning: 'Value of the deal' },
  ],
};
