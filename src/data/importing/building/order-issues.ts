import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { hasLines, isDated } from './required-targets.ts';
import type { TypedFile } from './typed-file.ts';

/** Orders whose number stands on several rows, where a row should be an order. */
export const orderIssues = async (
  database: ImportDatabase,
  { targets, table }: TypedFile,
): Promise<Result<readonly ImportIssue[]>> => {
  if (!isDated(targets) || !targets.has('orders.order_id') || hasLines(targets)) return ok([]);
  const counted = await database.rows(
    `select count(*)::integer as repeated, (count(*) filter (is_shared))::integer as shared from (
       select coalesce(min(customer_key) <> max(customer_key), false) as is_shared from ${table}
       where orders__order_id is not null group by order_key having count(*) > 1)`,
  );
  if (!counted.ok) return counted;
  const repeated = Number(counted.value[0]?.['repeated'] ?? 0);
  const shared = Number(counted.value[0]?.['shared'] ?? 0);
  const issues: ImportIssue[] = [];
  if (repeated > 0)
    issues.push({
      severity: 'info',
      code: 'repeated-orders',
      message:
        'Order numbers stand on several rows: these count as one order, and their amounts were added up',
      count: repeated,
    });
  if (shared > 0)
    issues.push({
      severity: 'warning',
      code: 'orders-of-several-customers',
      message:
        'Order numbers stand for orders of different customers: they count as one order of one of them. Is it the right column?',
      count: shared,
    });
  return ok(issues);
};
