import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { mostRejected } from '../rejected-rows.ts';
import { isCustomerList, sourceColumn } from './key-columns.ts';
import { orderIssues } from './order-issues.ts';
import { customerTarget } from './row-keys.ts';
import { typedName, type TypedFile } from './typed-file.ts';
import { makeWritable } from './row-tables.ts';

/** Keys that only one row of a file may have. */
const uniqueKeys = ['deals.deal_id', 'tickets.ticket_id', 'interactions.interaction_id'] as const;

/** Records that are about a customer: without one they are about nobody. */
const customerRecords = ['tickets', 'interactions', 'usage', 'stage_events', 'referrals'] as const;

/** Rows of a typed table that can't stay, and why. */
interface Unsettled {
  /** Select of `row_no` and `reason`. */
  readonly sql: string;
}

/** Rows with the key of an earlier row: the same once more when all their values are equal, else a contradiction. */
const repeatsOf = (file: TypedFile): (Unsettled & { readonly repeatsSql: string }) | undefined => {
  const target = uniqueKeys.find((key) => file.targets.has(key));
  const isLink = ![...file.targets].some((one) => !one.endsWith('_id'));
  if (target === undefined || isLink) return undefined;
  const key = typedName(target);
  const values = [...file.targets].map((one) => typedName(one));
  const all = [...values, ...file.attributes.map(({ name }) => name)].join(', ');
  const ranked = `select row_no, ${key} as said, hash(${all}) as content,
      first_value(hash(${all})) over same as first_content, first_value(row_no) over same as first_row, row_number() over same as place
    from ${file.table} where ${key} is not null window same as (partition by ${key} order by row_no)`;
  const name = sourceColumn({ file, target, column: key });
  const column = quoteLiteral(`” in ${name} stands on an earlier row with other values: row `);
  return {
    sql: `select row_no, '“' || left(said, 80) || ${column} || first_row as reason from (${ranked}) where place > 1 and content <> first_content`,
    repeatsSql: `select row_no from (${ranked}) where place > 1 and content = first_content`,
  };
};

/** Rows of records about customers that name nobody; where an order or another table of the row names them they stay. */
const nobodyOf = (file: TypedFile): Unsettled | undefined => {
  const { targets, table } = file;
  const isAbout = customerRecords.some((one) => [...targets].some((target) => target.startsWith(`${one}.`)));
  const hasOther = [...targets].some((target) =>
    /^(orders|lines|deals|surveys|customers\.customer_id|tickets\.(order|case)_id|referrals|campaigns|costs)/.test(
      target,
    ),
  );
  const isList = isCustomerList(file) && customerTarget(targets) !== undefined;
  if (!isList && (!isAbout || hasOther || customerTarget(targets) === undefined)) return undefined;
  return { sql: `select row_no, 'It names no customer' as reason from ${table} where customer_key is null` };
};

const reject = async (
  database: ImportDatabase,
  file: TypedFile,
  { sql }: Unsettled,
): Promise<Result<TypedFile>> => {
  const counted = await database.rows(`select count(*)::integer as n from (${sql})`);
  if (!counted.ok) return counted;
  const count = Number(counted.value[0]?.['n'] ?? 0);
  if (count === 0) return ok(file);
  const found = await database.rows(
    `select row_no::integer as row, reason from (${sql}) order by row_no limit ${mostRejected}`,
  );
  if (!found.ok) return found;
  const writable = await makeWritable(database, file.table);
  if (!writable.ok) return writable;
  const deleted = await database.exec(
    `delete from ${file.table} where row_no in (select row_no from (${sql}))`,
  );
  if (!deleted.ok) return deleted;
  const rejected = [
    ...file.rejected,
    ...found.value.map((row) => ({ row: Number(row['row']), reason: String(row['reason']) })),
  ]
    .sort((a, b) => a.row - b.row)
    .slice(0, mostRejected);
  return ok({ ...file, rejected, rowsRejected: file.rowsRejected + count });
};

const dropRepeats = async (
  database: ImportDatabase,
  file: TypedFile,
  sql: string,
): Promise<Result<TypedFile>> => {
  const counted = await database.rows(`select count(*)::integer as n from (${sql})`);
  if (!counted.ok) return counted;
  const count = Number(counted.value[0]?.['n'] ?? 0);
  if (count === 0) return ok(file);
  const writable = await makeWritable(database, file.table);
  if (!writable.ok) return writable;
  const deleted = await database.exec(
    `delete from ${file.table} where row_no in (select row_no from (${sql}))`,
  );
  if (!deleted.ok) return deleted;
  const issue: ImportIssue = {
    severity: 'info',
    code: 'repeated-rows',
    message:
      'Rows say once more, word for word, what an earlier row with the same number says: they count once',
    count,
  };
  return ok({ ...file, issues: [...file.issues, issue] });
};

/** Customer numbers that stand for nobody are no numbers: the address counts where there is one. */
const forgetNobody = async (
  database: ImportDatabase,
  { table, targets, rules: { nobody = [] } }: TypedFile,
): Promise<Result<void>> => {
  if (nobody.length === 0) return ok(undefined);
  const email = targets.has('customers.email') ? 'lower(customers__email)' : 'null';
  const ids = nobody.map(quoteLiteral).join(', ');
  const writable = await makeWritable(database, table);
  if (!writable.ok) return writable;
  return database.exec(`update ${table} set customer_key = ${email} where customer_key in (${ids})`);
};

/**
 * Sets aside rows of a typed file whose key can't be: one that contradicts an earlier row with the same key, or a record
 * about a customer that names none. Rows that only repeat an earlier one count once.
 */
export const settleKeys = async (database: ImportDatabase, file: TypedFile): Promise<Result<TypedFile>> => {
  const named = await forgetNobody(database, file);
  if (!named.ok) return named;
  const issues = await orderIssues(database, file);
  if (!issues.ok) return issues;
  let settled: TypedFile = { ...file, issues: [...file.issues, ...issues.value] };
  const repeats = repeatsOf(file);
  if (repeats !== undefined) {
    const rejected = await reject(database, settled, repeats);
    if (!rejected.ok) return rejected;
    const dropped = await dropRepeats(database, rejected.value, repeats.repeatsSql);
    if (!dropped.ok) return dropped;
    settled = dropped.value;
  }
  const nobody = nobodyOf(settled);
  return nobody === undefined ? ok(settled) : reject(database, settled, nobody);
};
