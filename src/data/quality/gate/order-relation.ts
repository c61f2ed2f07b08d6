import { countsSql, salesSql, sizeSql } from '../rules/order-values.ts';
import { repeatedOrdersSql } from '../rules/repeated-orders.ts';
import { isStandInSql } from '../rules/stand-ins.ts';
import { testOrdersSql } from '../rules/test-orders.ts';
import { dateChecks } from './order-date-checks.ts';
import type { GateFacts } from './gate-facts.ts';
import { identityChecks } from './order-identity-checks.ts';
import { valueChecks } from './order-value-checks.ts';
import type { GateRelation } from './check.ts';

const tables = { customers: 'customers', orders: 'orders', lines: 'lines', products: 'products' };

/** Orders with all that the checks ask of them. */
export const orderRelation = (facts: GateFacts): GateRelation => ({
  table: 'orders',
  unit: 'orders',
  key: 'order_id',
  hasColumns: true,
  isCostly: true,
  sql: `
    with repeated as (${repeatedOrdersSql('orders', 'lines')}),
    tests as (${testOrdersSql(tables)})
    select orders.*, ${countsSql} as counts, ${salesSql} as sales, ${sizeSql} as size,
      orders.order_id in (select order_id from tests) as is_test,
      repeated.is_copy,
      ${isStandInSql('orders.customer_id')} as is_stand_in,
      ${facts.filled.has('customers') ? 'orders.customer_id is not null and orders.customer_id not in (select customer_id from customers)' : 'false'} as is_unknown,
      ${facts.filled.has('lines') ? 'orders.order_id not in (select order_id from lines)' : 'false'} as is_without_lines,
      (case when ${countsSql} then net else 0 end)::DOUBLE as gate_money,
      orders.customer_id as gate_customer, orders.order_id as gate_name
    from orders left join repeated on repeated.order_id = orders.order_id`,
  checks: [...identityChecks(facts), ...valueChecks(facts), ...dateChecks(facts)],
});
