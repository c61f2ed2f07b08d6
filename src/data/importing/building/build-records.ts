import { canonicalTables, type TableName } from '../../tables/canonical-tables.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

const recordTables: readonly TableName[] = [
  'interactions',
  'tickets',
  'campaigns',
  'surveys',
  'referrals',
  'usage',
  'stage_events',
  'costs',
];

const valueSql = (file: TypedFile, table: TableName, column: string): string => {
  const target = `${table}.${column}`;
  if (column === 'customer_id')
    return file.targets.has(`${table}.order_id`)
      ? 'coalesce(by_order.customer_id, customer_key)'
      : 'customer_key';
  const isOwnKey = /^(interaction|ticket|campaign)_id$/.test(column);
  if (isOwnKey && !file.targets.has(target)) return `'row ' || row_no || '-${file.index}'`;
  if (target === 'surveys.instrument' && !file.targets.has(target))
    return file.targets.has('surveys.order_id') ? `'review'` : 'null::varchar';
  return columnOrNull(file, target);
};

const hasRowsFor = (file: TypedFile, table: TableName): boolean =>
  [...file.targets].some(
    (target) => target.startsWith(`${table}.`) && !/\.(customer_id|order_id|campaign_id)$/.test(target),
  );

/** Fills the tables whose rows are taken over as they are: contacts, tickets, answers, campaigns, costs and so on. */
export const buildRecords = (files: readonly TypedFile[]): readonly string[] =>
  canonicalTables
    .filter(({ name }) => recordTables.includes(name))
    .flatMap(({ name, columns }) =>
      files
        .filter((file) => hasRowsFor(file, name))
        .map((file) => {
          const values = columns.map((column) => `${valueSql(file, name, column.name)} as ${column.name}`);
          const join = file.targets.has(`${name}.order_id`)
            ? `left join next_orders as by_order on by_order.order_id = ${file.table}.${name}__order_id`
            : '';
          return `insert into next_${name} select ${values.join(', ')} from ${file.table} ${join}`;
        }),
    );
