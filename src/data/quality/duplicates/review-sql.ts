import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import type { ContactColumns } from './contact-columns.ts';
import { largestBlock, sureScore } from './pairs-sql.ts';
import { plainText } from './people-sql.ts';

/** Purchases and revenue by customer, to tell who of two stays. */
const totals = `
  select customer_id, count(*) filter (is_purchase) as orders, sum(net) as revenue,
    max(order_date) filter (is_purchase) as last_order
  from order_facts group by customer_id`;

/** Query of `duplicate_pairs` with who stays: `keep_id`, `drop_id` in the place of `a` and `b`. Reads `duplicate_scored`. */
export const orderedSql = `
  with totals as (${totals})
  select scored.*,
    case when (coalesce(ta.orders, 0), coalesce(tb.first_seen, date '9999-12-31')) >= (coalesce(tb.orders, 0), coalesce(ta.first_seen, date '9999-12-31'))
      then a else b end as keep_id
  from duplicate_scored as scored
  left join (select customers.customer_id, first_seen, orders from customers left join totals using (customer_id)) as ta on ta.customer_id = a
  left join (select customers.customer_id, first_seen, orders from customers left join totals using (customer_id)) as tb on tb.customer_id = b`;

const side = (alias: string, { phone, postcode }: ContactColumns): string => {
  const attribute = (column: string | undefined): string =>
    column === undefined ? 'null::VARCHAR' : plainText(`${alias}_attributes.${quoteIdentifier(column)}`);
  return [
    `${alias}.customer_id as ${alias}_id`,
    ...['name', 'email', 'city', 'country', 'first_seen'].map(
      (name) => `${alias}.${name} as ${alias}_${name}`,
    ),
    `${attribute(phone)} as ${alias}_phone`,
    `${attribute(postcode)} as ${alias}_postcode`,
    `coalesce(${alias}_totals.orders, 0)::DOUBLE as ${alias}_orders`,
    `coalesce(${alias}_totals.revenue, 0)::DOUBLE as ${alias}_revenue`,
    `${alias}_totals.last_order as ${alias}_last_order`,
  ].join(', ');
};

const joins = (alias: string, id: string, hasAttributes: boolean): string => `
  join customers as ${alias} on ${alias}.customer_id = ${id}
  left join totals as ${alias}_totals on ${alias}_totals.customer_id = ${id}
  ${hasAttributes ? `left join customer_attributes as ${alias}_attributes on ${alias}_attributes.customer_id = ${id}` : ''}`;

/** Query of the best pairs with both sides in full, at most `limit`. */
export const bestPairsSql = (columns: ContactColumns, limit: number): string => {
  const hasAttributes = columns.phone !== undefined || columns.postcode !== undefined;
  return `
    with totals as (${totals}),
    best as (
      select *, case when keep_id = a then b else a end as drop_id from duplicate_pairs
      order by score desc, a, b limit ${limit}
    )
    select best.*, ${side('keep', columns)}, ${side('drop_', columns)}
    from best ${joins('keep', 'best.keep_id', hasAttributes)} ${joins('drop_', 'best.drop_id', hasAttributes)}
    order by score desc, a, b`;
};

/** Query of all pairs that are practically certain, at most `limit`: `into_id`, `from_id`. */
export const surePairsSql = (limit: number): string => `
  select keep_id as into_id, case when keep_id = a then b else a end as from_id
  from duplicate_pairs where score >= ${sureScore} order by score desc, a, b limit ${limit}`;

/** Query of the counts of a review: one row. */
export const reviewCountsSql = `
  select (select count(*) from duplicate_pairs)::DOUBLE as total,
    (select count(*) from duplicate_people)::DOUBLE as customers,
    (select count(distinct customer_id) from (
      select customer_id from duplicate_blocks qualify count(*) over (partition by kind, key) > ${largestBlock}
    ))::DOUBLE as unblocked,
    (select count(plain_name) > 0 from duplicate_people) as has_names,
    (select count(email_key) > 0 from duplicate_people) as has_emails,
    (select count(phone_key) > 0 from duplicate_people) as has_phones,
    (select count(postcode_key) > 0 from duplicate_people) as has_postcodes,
    (select count(city_key) > 0 from duplicate_people) as has_cities`;
