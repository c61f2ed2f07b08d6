import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';

/** A column that names rows of another table. */
interface Reference {
  readonly table: string;
  readonly column: string;
  readonly key: 'customer_id' | 'product_id';
  readonly keyTable: string;
  /** What the rows and the keys are, for the report. */
  readonly rows: string;
  readonly names: string;
}

const references: readonly Reference[] = [
  {
    table: 'next_lines',
    column: 'product_id',
    key: 'product_id',
    keyTable: 'next_products',
    rows: 'order lines',
    names: 'product',
  },
  {
    table: 'next_deals',
    column: 'product_id',
    key: 'product_id',
    keyTable: 'next_products',
    rows: 'deals',
    names: 'product',
  },
  {
    table: 'next_orders',
    column: 'customer_id',
    key: 'customer_id',
    keyTable: 'next_customers',
    rows: 'orders',
    names: 'customer',
  },
  {
    table: 'next_deals',
    column: 'customer_id',
    key: 'customer_id',
    keyTable: 'next_customers',
    rows: 'deals',
    names: 'customer',
  },
  {
    table: 'next_tickets',
    column: 'customer_id',
    key: 'customer_id',
    keyTable: 'next_customers',
    rows: 'tickets',
    names: 'customer',
  },
];

const plainName = (sql: string): string =>
  `regexp_replace(strip_accents(lower(${sql})), '[^\\pL\\pN]', '', 'g')`;

/** Names that match no key but are, but for spaces, case, accents and punctuation, exactly one. */
const findNearMisses = (reference: Reference): string => {
  const { table, column, key, keyTable } = reference;
  return `create or replace table import_near_misses as
    with unmatched as (
      select distinct ${column} as said from ${table}
      where ${column} is not null and ${column} not in (select ${key} from ${keyTable})
    )
    select said, min(${key}) as meant from unmatched
    join ${keyTable} on ${plainName(key)} = ${plainName('said')} and ${plainName('said')} <> ''
    group by said having count(*) = 1`;
};

const nearMissIssue = (
  { rows, names }: Reference,
  said: string,
  meant: string,
  count: number,
): ImportIssue => ({
  severity: 'info',
  code: 'near-miss-joined',
  message: `The ${names} “${said.slice(0, 80)}” in ${rows} was taken for “${meant.slice(0, 80)}”`,
  count,
});

const joinNearMisses = async (
  database: ImportDatabase,
  reference: Reference,
): Promise<Result<readonly ImportIssue[]>> => {
  const created = await database.exec(findNearMisses(reference));
  if (!created.ok) return created;
  const { table, column } = reference;
  const found = await database.rows(
    `select said, any_value(meant) as meant, count(*)::integer as n from import_near_misses
     join ${table} on ${table}.${column} = said group by said order by n desc, said limit 20`,
  );
  if (!found.ok || found.value.length === 0) return found.ok ? ok([]) : found;
  const updated = await database.exec(
    `update ${table} set ${column} = meant from import_near_misses where ${table}.${column} = said`,
  );
  if (!updated.ok) return updated;
  return ok(
    found.value.map(({ said, meant, n }) => nearMissIssue(reference, String(said), String(meant), Number(n))),
  );
};

/** What share of the rows that name something found it. */
const matchRate = async (
  database: ImportDatabase,
  { table, column, key, keyTable, rows, names }: Reference,
): Promise<Result<readonly ImportIssue[]>> => {
  const counted = await database.rows(
    `select count(${column})::integer as named,
       (count(*) filter (${column} in (select ${key} from ${keyTable})))::integer as matched from ${table}`,
  );
  if (!counted.ok) return counted;
  const named = Number(counted.value[0]?.['named'] ?? 0);
  const matched = Number(counted.value[0]?.['matched'] ?? 0);
  if (named === 0) return ok([]);
  const share = Math.floor((1000 * matched) / named) / 10;
  const isComplete = matched === named;
  return ok([
    {
      severity: isComplete ? 'info' : 'warning',
      code: 'match-rate',
      message: `${isComplete ? 'All' : `${share} % of the`} ${rows} that name a ${names} found it in the ${names} file`,
      count: matched,
    },
  ]);
};

/**
 * Joins what the files name to what they describe, before the rest is added: near-misses such as "GTXPro" for
 * "GTX Pro" are corrected and said, and each join is reported with its match rate.
 */
export const linkReferences = async (
  database: ImportDatabase,
  describedTables: ReadonlySet<string>,
): Promise<Result<readonly ImportIssue[]>> => {
  const issues: ImportIssue[] = [];
  for (const reference of references.filter(({ keyTable }) => describedTables.has(keyTable))) {
    for (const step of [joinNearMisses, matchRate]) {
      const found = await step(database, reference);
      if (!found.ok) return found;
      issues.push(...found.value);
    }
  }
  const dropped = await database.exec('drop table if exists import_near_misses');
  return dropped.ok ? ok(issues) : dropped;
};
