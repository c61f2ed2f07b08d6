import { canonicalTables, type TableName } from '../../tables/canonical-tables.ts';
import { findTarget } from '../mapping/targets.ts';
import { customerTarget } from './row-keys.ts';
import { complaintSql, instrumentSql, satisfactionSql } from './record-values.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Tables whose rows are taken over from a file as they are. */
export const recordTables: readonly TableName[] = [
  'interactions',
  'tickets',
  'surveys',
  'referrals',
  'usage',
  'stage_events',
];

/** Columns that say when the row's own keys are missing: made from the row's number. */
const ownKeys = new Set(['interactions.interaction_id', 'tickets.ticket_id']);

/** Columns that are worked out of others, where the file does not give them. */
const worked: Readonly<Record<string, (file: TypedFile) => string>> = {
  'tickets.first_reply_at': (file) =>
    `coalesce(${columnOrNull(file, 'tickets.first_reply_at')}, ${afterOpening(file, 'first_reply_minutes')})`,
  'tickets.solved_at': (file) =>
    `coalesce(${columnOrNull(file, 'tickets.solved_at')}, ${afterOpening(file, 'solved_minutes')})`,
  'tickets.csat': (file) =>
    `coalesce(${columnOrNull(file, 'tickets.csat')}, ${satisfactionSql(columnOrNull(file, 'tickets.satisfaction'))})`,
  'tickets.is_complaint': (file) =>
    `coalesce(${columnOrNull(file, 'tickets.is_complaint')}, ${complaintSql(columnOrNull(file, 'tickets.category'))})`,
  'surveys.instrument': (file) =>
    `coalesce(${columnOrNull(file, 'surveys.instrument')}, ${instrumentSql(file)})`,
};

const afterOpening = (file: TypedFile, minutes: string): string =>
  `tickets__opened_at + to_seconds(round(${columnOrNull(file, `tickets.${minutes}`)} * 60)::bigint)`;

const valueSql = (file: TypedFile, table: TableName, column: string): string => {
  const target = `${table}.${column}`;
  if (column === 'customer_id')
    return file.targets.has(`${table}.order_id`)
      ? 'coalesce(by_order.customer_id, customer_key)'
      : 'customer_key';
  if (ownKeys.has(target))
    return `coalesce(${columnOrNull(file, target)}, 'row ' || row_no || '-${file.index}')`;
  return worked[target]?.(file) ?? columnOrNull(file, target);
};

/** Required columns of a table that a file lacks: its rows can't be of that table then. */
const lacking = ({ targets }: TypedFile, table: TableName): readonly string[] =>
  (canonicalTables.find(({ name }) => name === table)?.columns ?? [])
    .filter(({ required }) => required === true)
    .map(({ name }) => `${table}.${name}`)
    .filter((target) => !targets.has(target) && !ownKeys.has(target))
    .filter((target) =>
      target.endsWith('.customer_id')
        ? customerTarget(targets) === undefined && !targets.has(`${table}.order_id`)
        : true,
    );

/** Whether a file has all that a row of the table must have. */
export const hasRowsFor = (file: TypedFile, table: TableName): boolean =>
  [...file.targets].some((target) => findTarget(target)?.table === table) &&
  lacking(file, table).length === 0;

/** SQL of one file's rows for a table; rows that a key column shows to be there already are left out. */
const rowsSql = (file: TypedFile, table: TableName): string => {
  const columns = canonicalTables.find(({ name }) => name === table)?.columns ?? [];
  const values = columns.map(({ name }) => `${valueSql(file, table, name)} as ${name}`);
  const join = file.targets.has(`${table}.order_id`)
    ? `left join next_orders as by_order on by_order.order_id = ${file.table}.${table}__order_id`
    : '';
  return `select ${values.join(', ')} from ${file.table} ${join}`;
};

/** Tables whose rows are told apart by one column: a row of a later file with the same one is the same thing once more. */
const keyed: Readonly<Partial<Record<TableName, string>>> = {
  interactions: 'interaction_id',
  tickets: 'ticket_id',
};

const insertSql = (file: TypedFile, table: TableName): string => {
  const rows = rowsSql(file, table);
  const key = keyed[table];
  if (table === 'usage')
    return `insert into next_usage select customer_id, period, sum(quantity) from (${rows})
      where customer_id is not null group by customer_id, period`;
  return key === undefined
    ? `insert into next_${table} ${rows}`
    : `insert into next_${table} select * from (${rows}) where ${key} not in (select ${key} from next_${table})`;
};

/** Fills the tables whose rows are taken over as they are: contacts, tickets, answers, referrals, use and moves between stages. */
export const buildRecords = (files: readonly TypedFile[]): readonly string[] =>
  recordTables.flatMap((table) =>
    files.filter((file) => hasRowsFor(file, table)).map((file) => insertSql(file, table)),
  );
