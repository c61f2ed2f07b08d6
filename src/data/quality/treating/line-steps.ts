import { treatedName } from '../treated-tables.ts';
import type { Treatment } from '../treatment.ts';
import { chargeProductsSql } from '../rules/charge-words.ts';
import type { RuleTables } from '../rules/test-orders.ts';
import { lineMoney, type TreatmentStep } from './treating-context.ts';

const orders = treatedName('orders');

/**
 * Lines that sell no product go. Where an order's value is the sum of its lines (to a hundredth), it is reduced by
 * them; an order of nothing else goes. Where it isn't, charges were not part of it, and it stays.
 */
export const chargeStep = (treatment: Treatment, { lines, products }: RuleTables): TreatmentStep => ({
  treatments: [treatment],
  statements: [
    `create table treatment_charges as
     select lines.rowid as line_row, lines.order_id, (lines.net * line_factor)::DECIMAL(18, 4) as net,
       (coalesce(lines.discount, 0) * line_factor)::DECIMAL(18, 4) as discount,
       coalesce(lines.is_return, lines.net < 0) as is_return
     from ${lines} as lines join ${orders} as orders on orders.order_id = lines.order_id
     where lines.product_id in (${chargeProductsSql(products)})`,
    `create table treatment_sums as
     select lines.order_id, count(*) as pieces, abs(sum(lines.net) * any_value(orders.line_factor) - any_value(orders.net)) <= 0.01 as is_sum
     from ${lines} as lines join ${orders} as orders on orders.order_id = lines.order_id
     where lines.order_id in (select order_id from treatment_charges) group by lines.order_id`,
    `update ${orders} set gross = ${orders}.gross - charged.gross, discount = ${orders}.discount - charged.discount,
       refund = ${orders}.refund - charged.refund, net = ${orders}.net - charged.net
     from (
       select charges.order_id, sum(charges.net) as net,
         coalesce(sum(charges.net + charges.discount) filter (not is_return), 0) as gross,
         coalesce(sum(charges.discount) filter (not is_return), 0) as discount,
         coalesce(sum(-charges.net) filter (is_return), 0) as refund
       from treatment_charges as charges join treatment_sums as sums using (order_id) where is_sum group by charges.order_id
     ) as charged where ${orders}.order_id = charged.order_id`,
    `delete from ${orders} where order_id in (
       select order_id from treatment_charges join treatment_sums using (order_id)
       where is_sum group by order_id having count(*) = any_value(pieces))`,
  ],
  concernedSql: 'select count(*)::double as n from treatment_charges',
  countAfter: 1,
  unit: 'lines',
});

/**
 * The treated lines: without those of orders that went and those that sell no product, their money scaled as that of their
 * orders. Lines that never had an order stay.
 */
export const treatedLines = (
  source: string,
  rawOrders: string,
  { withoutCharges, isScaled }: { readonly withoutCharges: boolean; readonly isScaled: boolean },
): readonly string[] => {
  const values = lineMoney.map(
    (column) => `(lines.${column} * coalesce(line_factor, 1))::DECIMAL(18, 4) as ${column}`,
  );
  const scaling = `left join (select order_id, line_factor from ${orders} where line_factor <> 1) as factors on factors.order_id = lines.order_id`;
  return [
    `create table treatment_gone as select order_id from ${rawOrders} where order_id not in (select order_id from ${orders})`,
    `create table ${treatedName('lines')} as
     select lines.*${isScaled ? ` replace (${values.join(', ')})` : ''} from ${source} as lines ${isScaled ? scaling : ''}
     where lines.order_id not in (select order_id from treatment_gone)
       ${withoutCharges ? 'and lines.rowid not in (select line_row from treatment_charges)' : ''}`,
  ];
};
