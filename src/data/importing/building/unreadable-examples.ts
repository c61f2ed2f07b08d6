import { err, ok, type Result } from '../../../core/result.ts';
import type { ImportIssue, LineExample } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { fileProblem } from '../text/read-head.ts';
import { quoted, type TypedColumn } from './column-reading.ts';
import { streamRows } from './locate-rows.ts';
import type { StagedFile } from './stage-file.ts';

const mostExamples = 3;
/** Rows up to which a line is looked up: finding it means reading the file again up to there. */
const lastLookedUp = 200_000;

/** A value that can't be read, by the number of its row. */
interface RowValue {
  readonly row: number;
  readonly text: string;
}

const firstUnreadable = async (
  database: ImportDatabase,
  staged: StagedFile,
  { text, sql }: TypedColumn,
): Promise<Result<readonly RowValue[]>> => {
  const found = await database.rows(
    `select (rowid + 1)::integer as row, left(${text}, 60) as text from ${staged.table}
     where ${text} is not null and ${sql} is null order by rowid limit ${mostExamples}`,
  );
  return found.ok
    ? ok(found.value.map((one) => ({ row: Number(one['row']), text: String(one['text']) })))
    : found;
};

/** Physical lines of rows, of those that are near enough to the beginning. */
const linesOf = async (
  staged: StagedFile,
  rows: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> => {
  const lines = new Map<number, number>();
  const last = Math.max(0, ...[...rows].filter((row) => row <= lastLookedUp));
  if (last === 0) return lines;
  for await (const { row, line } of streamRows(staged, rows)) {
    if (rows.has(row)) lines.set(row, line);
    if (row >= last) break;
  }
  return lines;
};

const issueOf = (
  { name, unreadable }: TypedColumn,
  values: readonly RowValue[],
  lines: ReadonlyMap<number, number>,
): ImportIssue => {
  const examples: readonly LineExample[] = values.flatMap(({ row, text }) => {
    const line = lines.get(row);
    return line === undefined ? [] : [{ line, text }];
  });
  const named = examples.map(({ line, text }) => `“${text}” in line ${line}`).join(', ');
  const [first] = values;
  const far = first && named === '' ? `, the first in row ${first.row} of the data` : '';
  return {
    severity: 'warning',
    code: 'unreadable-values',
    message: `Values in ${quoted(name)} that can’t be read were left empty${named === '' ? far : `: ${named}`}`,
    count: unreadable,
    ...(examples.length > 0 ? { examples } : {}),
  };
};

/** What is said of values that can't be read and don't keep their rows from being loaded: how many, and where the first ones are. */
export const unreadableIssues = async (
  database: ImportDatabase,
  staged: StagedFile,
  columns: readonly TypedColumn[],
): Promise<Result<readonly ImportIssue[]>> => {
  const found: (readonly [TypedColumn, readonly RowValue[]])[] = [];
  for (const column of columns.filter(({ unreadable }) => unreadable > 0)) {
    const values = await firstUnreadable(database, staged, column);
    if (!values.ok) return values;
    found.push([column, values.value]);
  }
  const rows = new Set(found.flatMap(([, values]) => values.map(({ row }) => row)));
  try {
    const lines = await linesOf(staged, rows);
    return ok(found.map(([column, values]) => issueOf(column, values, lines)));
  } catch (thrown) {
    return err(fileProblem(thrown, staged.source.file.name));
  }
};
