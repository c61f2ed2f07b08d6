import type { BaseTables } from '../recipe/base-tables.ts';
import type { Entity } from './key-columns.ts';

/** What the data that are open know by a name, and how a report calls that column. */
export interface KnownNames {
  /** Select of `value`. */
  readonly sql: string;
  readonly column: string;
}

const tables: Readonly<Record<string, (base: BaseTables) => KnownNames>> = {
  order: (base) => ({ column: 'order id', sql: `select order_id as value from ${base.of('orders')}` }),
  product: (base) => ({
    column: 'product id',
    sql: `select product_id as value from ${base.of('products')}
      where name <> product_id or category is not null or list_price is not null or unit_cost is not null`,
  }),
  customer: (base) => ({
    column: 'customer id',
    sql: `select customer_id as value from ${base.of('customers')}
      where name is not null or email is not null or account_id is not null or country is not null or city is not null
        or customer_id in (select customer_id from ${base.of('customer_attributes')})
      union all select lower(email) from ${base.of('customers')} where email is not null`,
  }),
  campaign: (base) => ({
    column: 'campaign id',
    sql: `select campaign_id as value from ${base.of('campaigns')}`,
  }),
};

/**
 * Names of such things that the data before describe; undefined where they describe none. What they only name, such as
 * a customer of an order and nothing else, is no better known than what arrives.
 */
export const knownNames = ({ names }: Entity, base: BaseTables | undefined): KnownNames | undefined =>
  base && tables[names]?.(base);
