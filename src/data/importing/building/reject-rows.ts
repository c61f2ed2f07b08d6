import { ok, type Result } from '../../../core/result.ts';
import { mostRejected } from '../rejected-rows.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { StagedFile } from './stage-file.ts';
import { emptyRowSql, heldColumn } from './staged-columns.ts';
import type { TypedColumn } from './column-reading.ts';
import type { TypedFile } from './typed-file.ts';

/** Condition under which a row can't be kept, and why in words. */
export interface Rejection {
  readonly condition: string;
  readonly reason: string;
}

/** The conditions under which rows of a file are rejected: a required value is empty or can’t be read. */
export const rejectionsOf = (
  columns: readonly TypedColumn[],
  required: readonly string[],
  staged: string,
): readonly Rejection[] => {
  const order = columns.find(({ target }) => target.target === 'orders.order_id');
  return columns
    .filter(({ target, empty, unreadable }) => required.includes(target.target) && empty + unreadable > 0)
    .map((column) => {
      const isInherited = column.target.target === 'orders.ordered_at' && order !== undefined;
      // An order's date may stand on its first row only.
      const inherited = isInherited
        ? ` and (${column.text} is not null or coalesce(${order.sql} not in (select ${order.sql} from ${staged} where ${column.sql} is not null and ${order.sql} is not null), true))`
        : '';
      const isDate = column.target.type === 'DATE' || column.target.type === 'TIMESTAMP';
      const words = `” in ${column.name} can’t be read${isDate ? ' as a date between 1900 and 2199' : ''}`;
      const unreadable = `'“' || left(${column.text}, 80) || ${quoteLiteral(words)}`;
      return {
        condition: `(${column.sql} is null${inherited})`,
        reason: `coalesce(${unreadable}, ${quoteLiteral(`${column.name} is empty`)})`,
      };
    });
};

/** What is special about the rows of a file. */
export interface RowCounts {
  readonly empty: number;
  readonly rejected: number;
  /** Absent where they are still being counted. */
  readonly duplicates?: number;
}

/** What is empty, can't be kept, or occurs twice: known from reading the rows, or by one pass over them. */
export const countRows = async (
  database: ImportDatabase,
  staged: StagedFile,
  rejections: readonly Rejection[],
): Promise<Result<RowCounts>> => {
  const { facts } = staged;
  if (facts && rejections.length === 0) return ok({ empty: facts.emptyRows, rejected: 0 });
  const { names } = staged.source;
  const isEmpty = emptyRowSql(names.length, staged.natives);
  const isRejected = rejections.map(({ condition }) => condition).join(' or ') || 'false';
  const all = names.map((_, index) => heldColumn(staged.natives, index)).join(', ');
  const counted = await database.rows(
    `select ${[
      `(count(*) filter (${isEmpty}))::integer as empty`,
      `(count(*) filter (not (${isEmpty}) and (${isRejected})))::integer as rejected`,
      `((count(*) filter (not (${isEmpty}))) - count(distinct hash(${all})) filter (not (${isEmpty})))::integer as duplicates`,
    ].join(',\n')} from ${staged.table}`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  return ok({
    empty: Number(row['empty']),
    rejected: Number(row['rejected']),
    duplicates: Number(row['duplicates']),
  });
};

/** The first rejected rows with their reasons. */
export const readRejected = async (
  database: ImportDatabase,
  staged: StagedFile,
  rejections: readonly Rejection[],
): Promise<Result<TypedFile['rejected']>> => {
  const reason = rejections.map(({ condition, reason: why }) => `when ${condition} then ${why}`).join(' ');
  const found = await database.rows(
    `select (rowid + 1)::integer as row, case ${reason} end as reason from ${staged.table}
     where not (${emptyRowSql(staged.source.names.length, staged.natives)}) and (${rejections.map(({ condition }) => condition).join(' or ')})
     order by rowid limit ${mostRejected}`,
  );
  return found.ok
    ? ok(found.value.map((row) => ({ row: Number(row['row']), reason: String(row['reason']) })))
    : found;
};
