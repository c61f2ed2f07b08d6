import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { ImportIssue, ValueFix } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { RelatedFile } from './related-file.ts';
import { makeWritable } from './row-tables.ts';
import { stagedColumn } from './staged-columns.ts';

/** So many fixes are told one by one. */
const mostTold = 20;

const replace = async (
  database: ImportDatabase,
  table: string,
  column: string,
  fixes: readonly ValueFix[],
): Promise<Result<readonly ImportIssue[]>> => {
  const pairs = fixes.map(({ from, to }) => `(${quoteLiteral(from.trim())}, ${quoteLiteral(to)})`).join(', ');
  const fixed = `(values ${pairs}) as fixes(said, meant)`;
  const counted = await database.rows(
    `select said, any_value(meant) as meant, count(*)::integer as n from ${table} join ${fixed}
     on trim(${column}) = said group by said order by n desc, said`,
  );
  if (!counted.ok) return counted;
  const updated = await database.exec(
    `update ${table} set ${column} = meant from ${fixed} where trim(${column}) = said`,
  );
  if (!updated.ok) return updated;
  const name = fixes[0]?.column ?? '';
  return ok(
    counted.value.slice(0, mostTold).map(({ said, meant, n }) => ({
      severity: 'info',
      code: 'fix-applied',
      message: `“${String(said).slice(0, 80)}” in “${name}” was read as “${String(meant).slice(0, 80)}”, as you decided`,
      count: Number(n),
    })),
  );
};

/** Replaces values of a staged file by what the plan says they mean. The file itself, and what is rejected of it, stays as it is. */
export const applyFixes = async (
  database: ImportDatabase,
  { plan, staged }: RelatedFile,
): Promise<Result<readonly ImportIssue[]>> => {
  const issues: ImportIssue[] = [];
  const fixes = (plan.fixes ?? []).filter(({ from, to }) => from !== to);
  for (const column of new Set(fixes.map((fix) => fix.column))) {
    const index = staged.source.names.indexOf(column);
    if (index < 0) continue;
    const writable = await makeWritable(database, staged.table);
    if (!writable.ok) return writable;
    const ofColumn = fixes.filter((fix) => fix.column === column);
    const done = await replace(database, staged.table, stagedColumn(index), ofColumn);
    if (!done.ok) return done;
    issues.push(...done.value);
  }
  return ok(issues);
};
