import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from './base-tables.ts';

/** What of the new tables was there already, said before they are merged. */
export const overlapIssues = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<readonly ImportIssue[]>> => {
  const counted = await database.rows(`select
    (select count(*) from orders where order_id in (select order_id from ${base.of('orders')}))::integer as known,
    (select count(*) from ${base.of('lines')} where order_id in (select order_id from lines))::integer as replaced,
    (select count(*) from surveys)::integer as surveys,
    (select count(*) from (from surveys except all from ${base.of('surveys')}))::integer as new_surveys,
    (select count(*) from stage_events)::integer as events,
    (select count(*) from (from stage_events except all from ${base.of('stage_events')}))::integer as new_events`);
  if (!counted.ok) return counted;
  const count = (name: string): number => Number(counted.value[0]?.[name] ?? 0);
  const skipped = count('surveys') - count('new_surveys') + count('events') - count('new_events');
  const said: readonly (readonly [code: string, message: string, count: number])[] = [
    ['orders-updated', 'Orders were there already: what the new files say of them counts', count('known')],
    ['lines-replaced', 'Lines of orders that were there already gave way to the new ones', count('replaced')],
    [
      'rows-known',
      'Answers and stage events were there already, word for word: they were not added again',
      skipped,
    ],
  ];
  return ok(
    said
      .filter(([, , number]) => number > 0)
      .map(([code, message, number]) => ({ severity: 'info', code, message, count: number })),
  );
};

/** What is said of the files alone and is not so once the data before are added. */
const outdated: ReadonlySet<string> = new Set(['orphan-lines', 'orders-without-lines']);

/** What was said of the files alone, as far as it still holds, and what was noticed while they were added. */
export const issuesAfterMerge = (
  ofFiles: readonly ImportIssue[],
  ofMerge: readonly ImportIssue[],
): readonly ImportIssue[] => {
  const dealsGaveWay = ofMerge.some(({ code }) => code === 'deals-not-orders');
  const holds = ({ code }: ImportIssue): boolean =>
    !outdated.has(code) && !(dealsGaveWay && code === 'deals-as-orders');
  return [...ofFiles.filter(holds), ...ofMerge];
};

/** Lines that belong to no order, now that all data are together. */
export const orphanIssues = async (database: ImportDatabase): Promise<Result<readonly ImportIssue[]>> => {
  const counted = await database.rows(
    'select count(*)::integer as n from lines where order_id not in (select order_id from orders)',
  );
  if (!counted.ok) return counted;
  const count = Number(counted.value[0]?.['n'] ?? 0);
  const message =
    'Order lines belong to no order, neither of these files nor of the data before: they count nowhere';
  return ok(count === 0 ? [] : [{ severity: 'warning', code: 'orphan-lines', message, count }]);
};
