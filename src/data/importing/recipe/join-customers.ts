import { ok, type Result } from '../../../core/result.ts';
import { canonicalTables, customerAttributesTable } from '../../tables/canonical-tables.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from './base-tables.ts';
import { runEach } from './run-each.ts';

/** Where a customer is named: the column by table. */
const naming: readonly (readonly [table: string, column: string])[] = [
  ...canonicalTables.flatMap((table) =>
    table.columns
      .filter(({ name }) => name.endsWith('customer_id'))
      .map(({ name }) => [table.name, name] as const),
  ),
  [customerAttributesTable, 'customer_id'],
];

/**
 * Customers whom one side knows only by e-mail address and the other by a number, where the address is that of exactly
 * one: from the address (`said`) to the number (`meant`).
 */
const sameCustomersSql = (byAddress: string, byNumber: string): string => `
  select said.customer_id as said, known.customer_id as meant
  from (select customer_id from ${byAddress} where contains(customer_id, '@')) as said
  join (
    select lower(email) as email, min(customer_id) as customer_id from ${byNumber}
    where email is not null group by 1 having count(*) = 1
  ) as known on known.email = lower(said.customer_id)
  where said.customer_id <> known.customer_id
    and said.customer_id not in (select customer_id from ${byNumber})
    and known.customer_id not in (select customer_id from ${byAddress})
  qualify count(*) over (partition by known.customer_id) = 1`;

const renameArriving = (): readonly string[] =>
  naming.map(
    ([table, column]) =>
      `update ${table} set ${column} = same.meant from import_same_arriving as same where ${table}.${column} = same.said`,
  );

/** A table of the data before with its customers under the numbers that the new files give them. */
const renamedBase = (base: BaseTables, table: string): string => {
  const columns = naming.filter(([named]) => named === table).map(([, column]) => column);
  const joins = columns.map(
    (column) => `left join import_same_base as same_${column} on same_${column}.said = t.${column}`,
  );
  const values = columns.map((column) => `coalesce(same_${column}.meant, t.${column}) as ${column}`);
  return `(select t.* replace (${values.join(', ')}) from ${base.of(table)} as t ${joins.join(' ')})`;
};

const joinedIssue = (count: number): readonly ImportIssue[] =>
  count === 0
    ? []
    : [
        {
          severity: 'info',
          code: 'customers-joined-by-email',
          message: 'Customers known by e-mail address on one side and by number on the other were joined',
          count,
        },
      ];

/**
 * Brings the customers of the new tables and of those before to the same keys, by e-mail address. Gives the tables
 * before as they are to be read then, and what was joined.
 */
export const joinCustomers = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<{ readonly base: BaseTables; readonly issues: readonly ImportIssue[] }>> => {
  const found = await runEach(database, [
    `create or replace temp table import_same_arriving as ${sameCustomersSql('customers', base.of('customers'))}`,
    `create or replace temp table import_same_base as ${sameCustomersSql(base.of('customers'), 'customers')}`,
  ]);
  if (!found.ok) return found;
  const counted = await database.rows(
    `select (select count(*) from import_same_arriving)::integer as arriving, (select count(*) from import_same_base)::integer as base`,
  );
  if (!counted.ok) return counted;
  const [arriving, before] = ['arriving', 'base'].map((side) => Number(counted.value[0]?.[side] ?? 0));
  const renamed = arriving ? await runEach(database, renameArriving()) : ok(undefined);
  if (!renamed.ok) return renamed;
  const joined: BaseTables = before
    ? {
        of: (table) =>
          naming.some(([named]) => named === table) ? renamedBase(base, table) : base.of(table),
      }
    : base;
  return ok({ base: joined, issues: joinedIssue((arriving ?? 0) + (before ?? 0)) });
};
