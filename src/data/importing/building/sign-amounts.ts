import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { meaningOf, sideSql } from '../values/account-marks.ts';
import { quoted, remark, type TypedColumn } from './column-reading.ts';

const sideTarget = 'orders.debit_credit';
/** Amounts that a debit or credit turns round; a price doesn't, as the number of pieces does. */
const signed = /^(orders|lines)\.(gross|net|sales|total|paid|tax|shipping|discount|profit|quantity)$/;

/** How many rows are on which side, and what signs the amounts have there. */
type Counts = Readonly<
  Record<'debit' | 'credit' | 'unclear' | 'below_debit' | 'below_credit' | 'above_credit', number>
>;

const countSides = async (
  database: ImportDatabase,
  table: string,
  side: string,
  amount: string,
): Promise<Result<Counts>> => {
  const counted: Readonly<Record<keyof Counts, string>> = {
    debit: `${side} = 'debit'`,
    credit: `${side} = 'credit'`,
    unclear: `${side} is null and ${amount} <> 0`,
    below_debit: `${side} = 'debit' and ${amount} < 0`,
    below_credit: `${side} = 'credit' and ${amount} < 0`,
    above_credit: `${side} = 'credit' and ${amount} > 0`,
  };
  const parts = Object.entries(counted).map(
    ([name, condition]) => `(count(*) filter (${condition}))::integer as ${name}`,
  );
  const found = await database.rows(`select ${parts.join(', ')} from ${table}`);
  if (!found.ok) return found;
  const of = (name: keyof Counts): number => Number(found.value[0]?.[name] ?? 0);
  return ok({
    debit: of('debit'),
    credit: of('credit'),
    unclear: of('unclear'),
    below_debit: of('below_debit'),
    below_credit: of('below_credit'),
    above_credit: of('above_credit'),
  });
};

/** An amount with the sign that its row's side gives it. Signs that say the same as the sides are left as they are. */
const signAmount = async (
  database: ImportDatabase,
  table: string,
  side: string,
  sideName: string,
  column: TypedColumn,
): Promise<Result<TypedColumn>> => {
  const counts = await countSides(database, table, side, column.sql);
  if (!counts.ok) return counts;
  const { debit, credit, unclear, below_debit, below_credit, above_credit } = counts.value;
  const { negative, needsMark } = meaningOf(debit, credit, unclear);
  const isSignedAlready = below_credit > 0 && above_credit === 0 && below_debit === 0;
  if (negative === 'none' || isSignedAlready) return ok(column);
  const isUnclear = needsMark && unclear > 0;
  const other = isUnclear ? `when ${side} is null and ${column.sql} <> 0 then null` : '';
  const message = `Amounts in ${quoted(column.name)} were read as negative where ${quoted(sideName)} says ${negative}`;
  const issues: readonly ImportIssue[] = [
    ...column.issues,
    ...remark('warning', 'debit-credit', negative === 'debit' ? debit : credit, message),
  ];
  return ok({
    ...column,
    sql: `(case when ${side} = '${negative}' then -${column.sql} ${other} else ${column.sql} end)`,
    unreadable: column.unreadable + (isUnclear ? unclear : 0),
    issues,
  });
};

/** Gives the amounts of a file their signs by a column that says debit or credit; without one they stay as they are. */
export const signAmounts = async (
  database: ImportDatabase,
  table: string,
  columns: readonly TypedColumn[],
): Promise<Result<readonly TypedColumn[]>> => {
  const side = columns.find(({ target }) => target.target === sideTarget);
  if (side === undefined) return ok(columns);
  const read = sideSql(`trim(${side.text})`);
  const signedColumns: TypedColumn[] = [];
  for (const column of columns) {
    const changed = signed.test(column.target.target)
      ? await signAmount(database, table, read, side.name, column)
      : ok(column);
    if (!changed.ok) return changed;
    signedColumns.push(changed.value);
  }
  return ok(signedColumns);
};
