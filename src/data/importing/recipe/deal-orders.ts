import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from './base-tables.ts';
import { runEach } from './run-each.ts';

/** How many orders one side has, and how many of them are its won deals. */
const countsOf = (of: (table: string) => string, side: string): string => `
  (select count(*) from ${of('orders')})::integer as ${side}_orders,
  (select count(*) from ${of('orders')} where order_id in (select deal_id from ${of('deals')}))::integer as ${side}_deals`;

const withoutDeals = (base: BaseTables): BaseTables => ({
  of: (table) =>
    table === 'orders' || table === 'lines'
      ? `(select * from ${base.of(table)} where order_id not in (select deal_id from ${base.of('deals')}))`
      : base.of(table),
});

const issue = (count: number): readonly ImportIssue[] => [
  {
    severity: 'info',
    code: 'deals-not-orders',
    message: 'Won deals don’t count as orders, as there are orders of their own',
    count,
  },
];

/**
 * Won deals stand in for orders only where there are none: when one side has deals alone and the other has orders,
 * those of the deals go, as they would if all files were loaded at once.
 */
export const settleDealOrders = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<{ readonly base: BaseTables; readonly issues: readonly ImportIssue[] }>> => {
  const counted = await database.rows(
    `select ${countsOf((table) => table, 'new')}, ${countsOf(base.of, 'base')}`,
  );
  if (!counted.ok) return counted;
  const count = (name: string): number => Number(counted.value[0]?.[name] ?? 0);
  const isDealsOnly = (side: string): boolean =>
    count(`${side}_deals`) > 0 && count(`${side}_deals`) === count(`${side}_orders`);
  const hasOwnOrders = (side: string): boolean => count(`${side}_orders`) > count(`${side}_deals`);
  if (isDealsOnly('base') && hasOwnOrders('new'))
    return ok({ base: withoutDeals(base), issues: issue(count('base_deals')) });
  if (!isDealsOnly('new') || !hasOwnOrders('base')) return ok({ base, issues: [] });
  const dropped = await runEach(database, [
    'delete from lines where order_id in (select deal_id from deals)',
    'delete from orders where order_id in (select deal_id from deals)',
  ]);
  return dropped.ok ? ok({ base, issues: issue(count('new_deals')) }) : dropped;
};
