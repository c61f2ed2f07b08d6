import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { customerTarget } from './row-keys.ts';
import type { RunAll } from './run-all.ts';
import type { TypedFile } from './typed-file.ts';
import { makeWritable } from './row-tables.ts';

const hasTwoNames = ({ targets }: TypedFile): boolean => targets.has('customers.reference');

const hasEmail = ({ targets }: TypedFile): boolean => targets.has('customers.email');

/** Whether a file knows customers by an id as well as by their e-mail address. */
const hasIdAndEmail = (file: TypedFile): boolean => {
  const target = customerTarget(file.targets);
  return (
    hasEmail(file) && target !== undefined && target !== 'customers.email' && target !== 'customers.name'
  );
};

/** Columns of typed files that name customers, beside their key. */
const otherNames: readonly (readonly [target: string, column: string])[] = [
  ['referrals.from_customer_id', 'referrals__from_customer_id'],
  ['referrals.to_customer_id', 'referrals__to_customer_id'],
];

/** What files say of the same customer: another name of theirs, or their address. */
const pairsSql = (files: readonly TypedFile[]): string => {
  const parts = files.flatMap((file) => [
    ...(hasTwoNames(file) ? [['customers__reference', file] as const] : []),
    ...(hasIdAndEmail(file) ? [['lower(customers__email)', file] as const] : []),
  ]);
  return parts
    .map(
      ([reference, { table, index }]) =>
        `select ${reference} as reference, customer_key as customer_id, ${index} as file_no from ${table}
         where ${reference} is not null and customer_key is not null and customer_key <> ${reference}`,
    )
    .join('\nunion all\n');
};

/**
 * From every other name of a customer to the one that counts. A name that means several customers in one file, such as an
 * address that a family shares, means nobody. Where files know a customer by several ids, that of the earliest file counts.
 */
const referencesSql = (files: readonly TypedFile[]): readonly string[] => [
  `create or replace table import_pairs as
   select reference, any_value(customer_id) as customer_id, file_no from (${pairsSql(files)})
   group by reference, file_no having count(distinct customer_id) = 1`,
  `create or replace table import_references as
   with first as (select reference, arg_min(customer_id, file_no) as customer_id, min(file_no) as file_no from import_pairs group by reference),
   other as (
     select pairs.customer_id as reference, any_value(first.customer_id) as customer_id
     from import_pairs as pairs join first using (reference)
     where pairs.customer_id <> first.customer_id
       and pairs.customer_id not in (select customer_id from import_pairs as same where same.file_no = first.file_no)
     group by pairs.customer_id having count(distinct first.customer_id) = 1
   ),
   known as (select reference, customer_id from first union all select reference, customer_id from other),
   single as (select reference, min(customer_id) as customer_id from known group by reference having count(distinct customer_id) = 1)
   select single.reference, coalesce(further.customer_id, single.customer_id) as customer_id
   from single left join single as further on further.reference = single.customer_id
   where single.reference <> coalesce(further.customer_id, single.customer_id)`,
];

/** The same id with different addresses in two files: perhaps two numberings. */
const clashesSql = `select count(*)::integer as n from (
  select customer_id from import_pairs where contains(reference, '@') group by customer_id
  having count(distinct file_no) > 1 and count(distinct reference) > 1)`;

const renameSql = ({ table }: TypedFile, column: string): string =>
  `update ${table} set ${column} = names.customer_id from import_references as names where ${column} = names.reference`;

const countWays = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
): Promise<Result<readonly ImportIssue[]>> => {
  const mixed = files.filter(hasIdAndEmail);
  if (mixed.length === 0) return ok([]);
  const rows = mixed.map(
    ({ table }) =>
      `select count(*) filter (customer_key <> lower(customers__email) or customers__email is null and customer_key is not null) as ids,
        count(*) filter (customer_key = lower(customers__email)) as emails from ${table}`,
  );
  const counted = await database.rows(
    `select sum(ids)::integer as ids, sum(emails)::integer as emails from (${rows.join(' union all ')})`,
  );
  if (!counted.ok) return counted;
  const { ids, emails } = counted.value[0] ?? {};
  if (Number(emails) === 0) return ok([]);
  const message = `A customer is known by the customer number, else by the e-mail address, else by the name: ${Number(ids)} rows by number, these by address`;
  return ok([{ severity: 'info', code: 'customers-identified', message, count: Number(emails) }]);
};

/** Puts the name that counts into all columns that name customers. */
const renameCustomers = async (
  database: ImportDatabase,
  columns: readonly (readonly [file: TypedFile, column: string])[],
  run: RunAll,
): Promise<Result<void>> => {
  for (const [{ table }] of columns) {
    const writable = await makeWritable(database, table);
    if (!writable.ok) return writable;
  }
  return run([
    ...columns.map(([file, column]) => renameSql(file, column)),
    'drop table import_pairs',
    'drop table import_references',
  ]);
};

/**
 * Gives every customer one name in all files, in the typed tables: their id, else their address, else their name. Says how
 * many were known by several names.
 */
export const unifyCustomers = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  run: RunAll,
): Promise<Result<readonly ImportIssue[]>> => {
  const ways = await countWays(database, files);
  if (!ways.ok) return ways;
  if (pairsSql(files) === '') return ways;
  const keyed = files.filter(({ targets }) => customerTarget(targets) !== undefined);
  const columns = [
    ...keyed.map((file) => [file, 'customer_key'] as const),
    ...files.flatMap((file) =>
      otherNames.filter(([target]) => file.targets.has(target)).map(([, column]) => [file, column] as const),
    ),
  ];
  const made = await run(referencesSql(files));
  if (!made.ok) return made;
  const named = keyed.map(({ table }) => `select customer_key from ${table}`).join(' union all ');
  const counted = await database.rows(
    `select (${clashesSql}) as clashes, (select count(*) from import_references
       where reference in (${named}))::integer as unified`,
  );
  if (!counted.ok) return counted;
  const renamed = await renameCustomers(database, columns, run);
  if (!renamed.ok) return renamed;
  const clashes = Number(counted.value[0]?.['clashes'] ?? 0);
  const unified = Number(counted.value[0]?.['unified'] ?? 0);
  const issues: ImportIssue[] = [...ways.value];
  if (unified > 0)
    issues.push({
      severity: 'info',
      code: 'customers-unified',
      message:
        'Customers whom the files know by several numbers or addresses were taken for one, by address or by the other number that a file gives',
      count: unified,
    });
  if (clashes > 0)
    issues.push({
      severity: 'warning',
      code: 'same-number-other-address',
      message:
        'Customer numbers stand for different e-mail addresses in different files: if the files number customers each in their own way, load them apart',
      count: clashes,
    });
  return ok(issues);
};
