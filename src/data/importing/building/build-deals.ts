import { isClosedSql, isWonSql } from './status-sql.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Whether a file's rows are deals; one that only links them to customers has none. */
export const hasDeals = ({ targets }: TypedFile): boolean =>
  targets.has('deals.deal_id') &&
  ['deals.stage', 'deals.amount', 'deals.closed_at', 'deals.opened_at', 'deals.is_won', 'deals.owner'].some(
    (target) => targets.has(target),
  );

/** Whether a file tells the office of each sales person. */
export const hasOffices = ({ targets }: TypedFile): boolean =>
  targets.has('orders.office') && targets.has('deals.owner');

const dealsOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `deals.${name}`);
  const stage = column('stage');
  const isWon = file.targets.has('deals.is_won') ? 'coalesce(deals__is_won, false)' : isWonSql(stage);
  const isClosed = file.targets.has('deals.is_closed')
    ? 'coalesce(deals__is_closed, false)'
    : `(${isClosedSql(stage)} or ${isWon})`;
  return `select ${column('deal_id')}, customer_key, product_key, ${column('owner')}, ${stage}, ${isClosed}, ${isWon},
    ${column('opened_at')}, ${column('closed_at')}, ${column('amount')} from ${file.table}`;
};

/** Fills `next_deals`. */
export const buildDeals = (files: readonly TypedFile[]): readonly string[] =>
  files
    .filter(hasDeals)
    .map(
      (file) =>
        `insert into next_deals select * from (${dealsOf(file)}) as said(deal_id) where deal_id not in (select deal_id from next_deals)`,
    );

/**
 * Won deals become orders with one line each, on the day they were closed. Only where the files hold no orders: those
 * would be the same sales once more. The channel is the office of the sales person where a file tells it.
 */
export const buildOrdersOfDeals = (files: readonly TypedFile[]): readonly string[] => {
  const offices = files
    .filter(hasOffices)
    .map(({ table }) => `select deals__owner as owner, orders__office as office from ${table}`);
  const officeRows =
    offices.length > 0
      ? offices.join(' union all ')
      : 'select null::varchar as owner, null::varchar as office';
  const won = `next_deals where is_won and coalesce(closed_at, opened_at) is not null and amount is not null`;
  return [
    `insert into next_orders (order_id, customer_id, ordered_at, gross, discount, refund, net, status, channel)
     with offices as (select owner, any_value(office) as office from (${officeRows}) group by owner)
     select deal_id, customer_id, coalesce(closed_at, opened_at)::timestamp, greatest(amount, 0), null,
       greatest(-amount, 0), amount, 'completed', office
     from (select * from ${won}) left join offices using (owner)`,
    `insert into next_lines (order_id, line_no, product_id, quantity, discount, net, is_return)
     select deal_id, 1, product_id, 1, null, amount, amount < 0 from ${won}`,
  ];
};
