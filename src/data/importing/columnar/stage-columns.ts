import { err, ok, type Result } from '../../../core/result.ts';
import type { CopyControl } from '../building/prepare-file.ts';
import { changedColumns } from '../building/changed-columns.ts';
import type { LocatedRow, StagedFile } from '../building/stage-file.ts';
import { expectedColumns } from '../building/expected-columns.ts';
import { createStaged } from '../building/row-tables.ts';
import { stagedColumn } from '../building/staged-columns.ts';
import type { FilePlan } from '../contract.ts';
import { csvLine } from '../format/csv-writer.ts';
import { workshop, type ImportDatabase } from '../import-database.ts';
import type { ColumnarFormat, ColumnarSource } from '../import-tools.ts';
import { nameColumns } from '../values/name-columns.ts';
import type { TextFacts } from '../text/columns/text-form.ts';
import type { ColumnarFacts } from './column-facts.ts';
import { insertBatches } from './insert-batches.ts';

const rowsAgain =
  (database: ImportDatabase, table: string, columns: number) =>
  async (rows: readonly number[]): Promise<readonly LocatedRow[]> => {
    if (rows.length === 0) return [];
    const cells = Array.from({ length: columns }, (_, index) => stagedColumn(index));
    const found = await database.rows(
      `select (rowid + 1)::integer as row, ${cells.join(', ')} from ${table} where rowid + 1 in (${rows.join(', ')}) order by rowid`,
    );
    if (!found.ok) throw new Error('The rows can’t be found again');
    return found.value.map((one) => {
      const fields = cells.map((cell) => String(one[cell] ?? ''));
      const row = Number(one['row']);
      return { row, line: row, text: csvLine(fields).trimEnd(), fields };
    });
  };

/** More values than these are not kept uncompressed while they are worked on: about a gigabyte. */
const mostPlainValues = 80_000_000;

/** Where the rows are put: in the workshop when they are not too many and nothing replaces the table by a copy. */
const placeFor = (
  table: string,
  { rows = Infinity, columns }: ColumnarSource,
  { mapping }: FilePlan,
): string => {
  const isReplaced = mapping.some(({ privacy = 'keep' }) => privacy !== 'keep');
  return rows * columns.length > mostPlainValues || isReplaced ? table : `${workshop}.${table}`;
};

/** What is known of the values, for columns that will be identifiers or not. */
const textFacts = (
  { columns, ...facts }: ColumnarFacts,
  expected: ReturnType<typeof expectedColumns>,
): TextFacts => ({
  ...facts,
  filled: columns.map(({ filled }) => filled),
  isPlain: columns.map(({ isPlain, isPlainIdentifier }, index) =>
    expected[index]?.isIdentifier === true ? isPlainIdentifier : isPlain,
  ),
  hasOwnTypes: true,
});

/** Reads a typed file into a table batch by batch: the columns keep their types. */
export const stageColumns = async (
  database: ImportDatabase,
  name: string,
  source: ColumnarSource,
  { file, plan, format }: { readonly file: File; readonly plan: FilePlan; readonly format: ColumnarFormat },
  control: CopyControl,
): Promise<Result<StagedFile>> => {
  let isCounting = false;
  try {
    const names = nameColumns(
      source.columns.map(({ name }) => name),
      source.columns.length,
    );
    const table = placeFor(name, source, plan);
    const changed = changedColumns(plan);
    const natives = source.columns.map(({ type }, index) =>
      type === 'VARCHAR' || changed.has(names[index] ?? '') ? undefined : type,
    );
    const identifiers = expectedColumns(plan, { names, dialect: plan.dialect });
    const rows = await createStaged(database, table, natives, (held) =>
      insertBatches(database, held, source, control),
    );
    if (!rows.ok) return rows;
    if (rows.value === undefined || rows.value === 0)
      return err({ kind: 'file-header-only', file: file.name, columns: names.length });
    const issues = await source.issues();
    const facts = await source.facts();
    if (!facts.ok) return facts;
    isCounting = facts.value !== undefined;
    const records = { delimiter: ',', quote: '"', columns: names.length };
    return ok({
      table,
      rows: rows.value,
      issues,
      source: { file, format, dialect: plan.dialect, records, names, dataLine: 1, issues },
      wasTranscoded: false,
      natives,
      rowsAgain: rowsAgain(database, table, names.length),
      ...(facts.value && {
        facts: textFacts(facts.value, identifiers),
        repeatedRows: source.repeatedRows().finally(() => source.close()),
      }),
    });
  } finally {
    if (!isCounting) source.close();
  }
};
