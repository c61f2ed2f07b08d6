import { quoteLiteral } from '../../sql/quote-literal.ts';
import { treatedName } from '../treated-tables.ts';
import type { Treatment } from '../treatment.ts';
import { orderBoundSql, sizeSql } from '../rules/order-values.ts';
import { repeatedOrdersSql } from '../rules/repeated-orders.ts';
import { isImpossibleSql, isWorthlessSql, testOrdersSql, type RuleTables } from '../rules/test-orders.ts';
import { testCustomersSql } from '../rules/test-words.ts';
import { orderMoney, type TreatmentStep } from './treating-context.ts';

const orders = treatedName('orders');

type Of<Kind extends Treatment['kind']> = Extract<Treatment, { kind: Kind }>;

/** Takes out the orders that meet a condition. */
const without = (treatment: Treatment, condition: string): TreatmentStep => ({
  treatments: [treatment],
  statements: [`delete from ${orders} where ${condition}`],
  concernedSql: `select count(*)::double as n from ${orders} where ${condition}`,
  countAfter: 0,
  unit: 'orders',
});

/** Test orders go, and so do the customers that are tests by name or address. */
export const testOrderStep = (
  treatment: Treatment,
  tables: RuleTables,
  hasCustomers: boolean,
): TreatmentStep => {
  const ids = 'order_id in (select order_id from treatment_tests)';
  return {
    ...without(treatment, ids),
    statements: [
      `create table treatment_tests as ${testOrdersSql(tables)}`,
      `delete from ${orders} where ${ids}`,
      ...(hasCustomers
        ? [`delete from ${tables.customers} where customer_id in (${testCustomersSql(tables.customers)})`]
        : []),
    ],
    countAfter: 1,
  };
};

/** Later copies of an order go. */
export const duplicateStep = (treatment: Treatment, { lines }: RuleTables): TreatmentStep =>
  without(
    treatment,
    `order_id in (select order_id from (${repeatedOrdersSql(orders, lines)}) where is_copy)`,
  );

/** Orders that neither sold nor credited anything go. */
export const worthlessStep = (treatment: Treatment): TreatmentStep => without(treatment, isWorthlessSql);

/** Orders on days that can't be right go. */
export const impossibleStep = (treatment: Of<'set-impossible-dates-aside'>): TreatmentStep =>
  without(treatment, isImpossibleSql(treatment.after));

const scaled = (columns: readonly string[], factor: string): string =>
  columns.map((column) => `${column} = (${column} * ${factor})::DECIMAL(18, 4)`).join(', ');

/** Money of orders in other currencies becomes money in one; their lines follow by `line_factor`. */
export const currencyStep = (treatment: Of<'convert-currencies'>): TreatmentStep => {
  const into = treatment.into.toUpperCase();
  const rates = Object.entries(treatment.rates)
    .filter(([code]) => code.toUpperCase() !== into)
    .map(([code, rate]) => `(${quoteLiteral(code.toUpperCase())}, ${rate}::DOUBLE)`);
  const table = `(values ${rates.length > 0 ? rates.join(', ') : '(null::varchar, 1::DOUBLE)'}) as rates(code, rate)`;
  return {
    treatments: [treatment],
    statements: [
      `update ${orders} set ${scaled(orderMoney, 'rate')}, line_factor = line_factor * rate, currency = ${quoteLiteral(into)}
       from ${table} where upper(currency) = code`,
    ],
    concernedSql: `select count(*)::double as n from ${orders} where upper(currency) in (select code from ${table})`,
    countAfter: 0,
    unit: 'orders',
  };
};

/** Orders and credit notes beyond the bound are brought down to it, with their lines and costs, or left out. */
export const outlierStep = (treatment: Of<'limit-outliers'>): TreatmentStep => {
  const isBeyond = `${sizeSql} > (select bound from treatment_bound)`;
  const factor = `((select bound from treatment_bound) / nullif(${sizeSql}, 0)::DOUBLE)`;
  return {
    ...without(treatment, isBeyond),
    statements: [
      `create table treatment_bound as ${orderBoundSql(orders, treatment.deviations)}`,
      treatment.how === 'exclude'
        ? `delete from ${orders} where ${isBeyond}`
        : `update ${orders} set ${scaled(['gross', 'discount', 'refund', 'net'], factor)}, line_factor = line_factor * ${factor}
           where ${isBeyond}`,
    ],
    countAfter: 1,
  };
};
