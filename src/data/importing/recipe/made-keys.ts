import { ok, type Result } from '../../../core/result.ts';
import { canonicalTables } from '../../tables/canonical-tables.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from './base-tables.ts';
import { runEach } from './run-each.ts';

/** A table whose rows get keys of our own making where the file has none. */
interface MadeKeys {
  readonly table: string;
  readonly key: string;
  /** SQL condition on a row whose key was made. */
  readonly isMade: string;
  /** SQL of what makes two rows the same. */
  readonly content: string;
  /** SQL joined to the rows for {@link content}; `$table` stands for one side's table of that name. */
  readonly join: string;
  /** Other tables that name the key. */
  readonly dependents: readonly string[];
}

const recordKeys = ['interactions', 'tickets', 'campaigns'].map((table): MadeKeys => {
  const columns = canonicalTables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
  const [key = '', ...content] = columns;
  return {
    table,
    key,
    isMade: `regexp_full_match(t.${key}, 'row \\d+-\\d+( \\+\\d+)?')`,
    content: content.map((column) => `t.${column}`).join(', '),
    join: '',
    dependents: [],
  };
});

/** An order without a number is named by its customer and moment, or by its row. */
const orderKeys: MadeKeys = {
  table: 'orders',
  key: 'order_id',
  isMade: `(regexp_full_match(t.order_id, 'row \\d+( of file \\d+)?( \\+\\d+)?')
    or ends_with(regexp_replace(t.order_id, ' \\+\\d+$', ''), ' ' || t.ordered_at::varchar)
    or ends_with(regexp_replace(t.order_id, ' \\+\\d+$', ''), ' ' || t.ordered_at::date::varchar))`,
  content: 't.customer_id, t.ordered_at, t.gross, t.refund, t.net, t.currency, basket.goods',
  join: `left join (select order_id, bit_xor(hash(product_id, quantity, net)) as goods from $lines group by order_id) as basket
    on basket.order_id = t.order_id`,
  dependents: ['lines'],
};

/** Rows with made keys, numbered among those of the same content. */
const numbered = (made: MadeKeys, of: (table: string) => string): string => `
  select key, content, row_number() over (partition by content order by key) as nth from (
    select t.${made.key} as key, hash(${made.content}) as content
    from ${of(made.table)} as t ${made.join.replaceAll(/\$(\w+)/g, (_, table: string) => of(table))}
    where ${made.isMade}
  )`;

const rekeyOne = (made: MadeKeys, base: BaseTables): readonly string[] => {
  const known = `(select ${made.key} as key from ${base.of(made.table)} as t)`;
  const renamed = [made.table, ...made.dependents].map(
    (table) =>
      `update ${table} set ${made.key} = fresh.fresh from import_keys as fresh where ${table}.${made.key} = fresh.key and fresh.key <> fresh.fresh`,
  );
  return [
    // The same content is the same row, whatever its key; another content under a known key gets a key of its own.
    `create or replace temp table import_keys as
     with arriving as (${numbered(made, (table) => table)}), before as (${numbered(made, base.of)}),
     round as (
       select 1 + coalesce(max(try_cast(regexp_extract(key, ' \\+(\\d+)$', 1) as integer)), 1) as number from before
     )
     select arriving.key,
       before.key is null and not starts_with(arriving.key, 'row ') and arriving.key in (select key from ${known}) as is_beside,
       case when before.key is not null then before.key
         when arriving.key in (select key from ${known}) then arriving.key || ' +' || round.number
         else arriving.key end as fresh
     from arriving left join before using (content, nth) cross join round`,
    ...renamed,
  ];
};

const besideIssue = (count: number): readonly ImportIssue[] =>
  count === 0
    ? []
    : [
        {
          severity: 'warning',
          code: 'purchases-beside',
          message:
            'Purchases without an order number fall on the customer and moment of one that was there, with other amounts: they were added beside it. If they correct it, replace the data instead',
          count,
        },
      ];

/**
 * Rows without a key of their own: what was there with the same content is the same row, as often as it occurs;
 * everything else is another row, whatever place in its file its key was made from.
 */
export const settleMadeKeys = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<readonly ImportIssue[]>> => {
  const issues: ImportIssue[] = [];
  for (const made of [orderKeys, ...recordKeys]) {
    const present = await database.rows(
      `select exists(select 1 from ${made.table} as t where ${made.isMade}) as is_any`,
    );
    if (!present.ok) return present;
    if (present.value[0]?.['is_any'] !== true) continue;
    const done = await runEach(database, rekeyOne(made, base));
    if (!done.ok) return done;
    const counted = await database.rows(
      'select (count(*) filter (is_beside))::integer as n from import_keys',
    );
    if (!counted.ok) return counted;
    issues.push(...besideIssue(Number(counted.value[0]?.['n'] ?? 0)));
  }
  return ok(issues);
};
