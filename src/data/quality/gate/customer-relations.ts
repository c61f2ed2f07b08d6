import { countsSql, salesSql } from '../rules/order-values.ts';
import { earliestDay } from '../rules/test-orders.ts';
import { testCustomersSql } from '../rules/test-words.ts';
import { dayText, moneyText } from './example-sql.ts';
import { moves, type GateRelation } from './check.ts';
import type { GateFacts } from './gate-facts.ts';

const orderTotals = `
  select customer_id, sum(net)::DOUBLE as revenue, min(ordered_at) filter (${salesSql} > 0)::DATE as first_order
  from orders where customer_id is not null and ${countsSql} group by customer_id`;

/** Customers with what they brought. */
export const customerRelation = ({ after }: GateFacts): GateRelation => ({
  table: 'customers',
  unit: 'customers',
  key: 'customer_id',
  hasColumns: true,
  sql: `
    select customers.*, totals.first_order,
      customers.customer_id in (${testCustomersSql('customers')}) as is_test,
      count(*) over (partition by lower(trim(email))) > 1 and email is not null as shares_email,
      coalesce(totals.revenue, 0) as gate_money, customers.customer_id as gate_customer, customers.customer_id as gate_name
    from customers left join (${orderTotals}) as totals on totals.customer_id = customers.customer_id`,
  checks: [
    {
      id: 'tests',
      title: 'Test customers',
      severity: 'warning',
      where: 'is_test',
      unit: 'customers',
      explanation:
        'The name consists of nothing but words of a test, in one of six languages, or the address is one.',
      how: 'They count as customers, or as prospects who never bought.',
      analyses: moves.customers,
      treatments: [{ kind: 'exclude-test-orders' }],
      example: `coalesce(regexp_replace(email, '^.*@', '…@'), 'by the name')`,
    },
    {
      id: 'shared-emails',
      title: 'Customers with the same e-mail address',
      severity: 'warning',
      column: 'email',
      where: 'shares_email',
      among: 'email is not null',
      unit: 'customers',
      explanation:
        'At least one other customer has the same address: probably one person under several numbers.',
      how: 'One good customer counts as several poor ones: frequency and value are too low, customers too many.',
      analyses: moves.customers,
      example: `${moneyText('gate_money')} || ' in all'`,
    },
    {
      id: 'bad-emails',
      title: 'E-mail addresses that can’t be right',
      severity: 'info',
      column: 'email',
      where: `email is not null and not regexp_full_match(trim(email), '[^@\\s]+@[^@\\s]+[.][^@\\s.]{2,}')`,
      among: 'email is not null',
      unit: 'customers',
      explanation: 'There is no name before the @, no domain behind it, or a space within.',
      how: 'These customers can’t be reached, and are not found to be the same as others.',
      analyses: moves.nothing,
      example: `'address of ' || length(email) || ' characters'`,
    },
    {
      id: 'bought-before-known',
      title: 'Bought before they were known',
      severity: 'info',
      column: 'first_seen',
      where: 'first_order < first_seen',
      among: 'first_seen is not null and first_order is not null',
      unit: 'customers',
      explanation:
        'The first order lies before the day on which the customer was recorded: guests who registered later, or a change of system.',
      how: 'Time from acquaintance to first purchase is negative; cohorts go by first order and are right.',
      analyses: moves.nothing,
      example: `'recorded ' || ${dayText('first_seen')} || ', first order ' || ${dayText('first_order')}`,
    },
    {
      id: 'impossible-days',
      title: 'Recorded on an impossible day',
      severity: 'warning',
      column: 'first_seen',
      where: `first_seen > date '${after}' or first_seen < date '${earliestDay}'`,
      among: 'first_seen is not null',
      unit: 'customers',
      explanation: `Recorded before 1990 or after ${after}.`,
      how: 'Only the age of the relationship is touched.',
      analyses: moves.nothing,
      example: dayText('first_seen'),
    },
  ],
});

/** Products with what they sold. */
export const productRelation: GateRelation = {
  table: 'products',
  unit: 'products',
  key: 'product_id',
  hasColumns: true,
  sql: `
    select products.*, count(*) over (partition by lower(trim(name))) > 1 and name is not null as shares_name,
      coalesce(sold.net, 0) as gate_money, null::VARCHAR as gate_customer, products.product_id as gate_name
    from products
    left join (select product_id, sum(net)::DOUBLE as net from lines group by product_id) as sold
      on sold.product_id = products.product_id`,
  checks: [
    {
      id: 'shared-names',
      title: 'Products with the same name',
      severity: 'info',
      column: 'name',
      where: 'shares_name',
      among: 'name is not null',
      unit: 'products',
      explanation:
        'At least one other product has the same name: variants, or one product under several numbers.',
      how: 'Rankings of products and pairs of products are split.',
      analyses: moves.nothing,
      example: 'left(name, 60)',
    },
    {
      id: 'sold-at-loss',
      title: 'Cost above the list price',
      severity: 'warning',
      column: 'unit_cost',
      where: 'unit_cost > list_price and list_price > 0',
      among: 'unit_cost is not null and list_price is not null',
      unit: 'products',
      explanation: 'A piece costs more than its list price: a real loss, or two columns that changed places.',
      how: 'Margin is negative wherever these were sold.',
      analyses: moves.margin,
      example: `${moneyText('unit_cost')} || ' against ' || ${moneyText('list_price')}`,
    },
  ],
};
