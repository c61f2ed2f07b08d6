import { countsSql, salesSql } from './order-values.ts';
import { isTestCodeSql, isTestNameSql, testCustomersSql } from './test-words.ts';

/** The tables that a rule reads: the loaded ones, or those that are being treated. */
export interface RuleTables {
  readonly customers: string;
  readonly orders: string;
  readonly lines: string;
  readonly products: string;
}

const testProductsSql = (products: string): string =>
  `select product_id from ${products} where ${isTestNameSql('name')} or ${isTestCodeSql('product_id')}`;

/**
 * Query of the test orders (`order_id`): of a test customer, with a test coupon, paid by a bogus gateway, numbered as a test, of
 * test products only, or for a hundredth of a coin or less (but more than nothing).
 */
export const testOrdersSql = ({ customers, orders, lines, products }: RuleTables): string => `
  with test_products as (${testProductsSql(products)}),
  test_contents as (
    select order_id from ${lines}
    where order_id in (select order_id from ${lines} where product_id in (select product_id from test_products))
    group by order_id having bool_and(coalesce(product_id in (select product_id from test_products), false))
  )
  select order_id from ${orders}
  where customer_id in (${testCustomersSql(customers)})
    or ${isTestCodeSql('coupon')} or ${isTestCodeSql('order_id')}
    or coalesce(regexp_matches(lower(payment_method), 'bogus|^test($|[^a-z])'), false)
    or (${countsSql} and coalesce(refund, 0) = 0 and ${salesSql} > 0 and ${salesSql} <= 0.01)
    or order_id in (select order_id from test_contents)`;

/** SQL condition on an order that counts and neither sold nor credited anything. */
export const isWorthlessSql = `(${countsSql} and ${salesSql} = 0 and coalesce(refund, 0) = 0)`;

/** No order of a customer database is older. House rule. */
export const earliestDay = '1990-01-01';

/** SQL condition on an order whose day can't be right; `after` is the last day that can. */
export const isImpossibleSql = (after: string): string =>
  `(ordered_at < timestamp '${earliestDay} 00:00:00' or ordered_at >= date '${after}' + interval 1 day)`;
