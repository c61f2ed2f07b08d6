import type { Dialect, TablePlace } from '../contract.ts';
import type { SampleRecord } from '../text/parse-sample.ts';
import { linesOf, readSample } from '../text/read-sample.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { defaultTable, mergeContinued } from './choose-table.ts';
import { excelHint } from './detect-delimiter.ts';
import { findTables, type FoundTable } from './find-table.ts';
import { findTailFooter } from './find-tail-footer.ts';

/** Rows of a file from its head and, for what needs more evidence, from its middle and end. */
export interface DialectSample {
  readonly head: string;
  /** The head is the whole file. */
  readonly isWhole: boolean;
  /** Whole lines from elsewhere in the file; the last ones reach to its end. */
  readonly later: readonly string[];
}

/** Where the table stands in the file, and its rows in the sample. */
export interface DetectedStructure {
  readonly place: Pick<
    Dialect,
    'skipLines' | 'hasHeader' | 'headerRows' | 'footerLines' | 'lastLine' | 'table'
  >;
  readonly tables: readonly TablePlace[];
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
}

/** Records of the head that are looked at. */
export const mostRecords = 5000;
const tailCharacters = 64 * 1024;

/** The end of a text, from a line's beginning. */
const tailOf = (text: string): string => {
  const from = Math.max(0, text.length - tailCharacters);
  return from === 0 ? text : text.slice(text.indexOf('\n', from) + 1);
};

/** The physical line on which a table ends. */
const lastLineOf = (
  head: string,
  records: readonly SampleRecord[],
  { end }: Pick<FoundTable, 'end'>,
): number => linesOf(head.slice(0, records[end - 1]?.next ?? 0));

/** Lines after the last row of the last table. */
const footerOf = (
  { head, isWhole, later }: DialectSample,
  records: readonly SampleRecord[],
  table: FoundTable,
  dialect: RecordDialect,
): number => {
  const tail = isWhole ? tailOf(head) : later.at(-1);
  if (!isWhole || records.length >= mostRecords)
    return findTailFooter(tail, { ...dialect, columns: table.columns });
  const last = records[table.end - 1];
  if (last === undefined || table.end === records.length) return 0;
  return linesOf(head) - linesOf(head.slice(0, last.next));
};

/** Lines of the header: what the user said of it, else what was found. */
const headerOf = (found: number, given: Partial<Dialect>): number => {
  const hasHeader = given.hasHeader ?? found > 0;
  return hasHeader ? Math.max(1, given.headerRows ?? found) : 0;
};

const nothing: FoundTable = { first: 0, end: 0, headerRows: 0, columns: 0 };

/** Finds the tables of a sample, chooses one, and tells its header and what stands around it. */
export const detectStructure = (
  sample: DialectSample,
  lines: RecordDialect,
  given: Partial<Dialect>,
): DetectedStructure => {
  const { head, isWhole } = sample;
  const from = Math.max(given.skipLines ?? 0, excelHint.test(head) ? 1 : 0);
  const records = readSample(head, lines, mostRecords, !isWhole).filter(({ line }) => line > from);
  const tables = mergeContinued(records, findTables(records, lines));
  const last = tables.length - 1;
  const chosen = Math.min(given.table ?? defaultTable(tables, isWhole), last);
  const table = tables[chosen] ?? nothing;
  const headerRows = headerOf(table.headerRows, given);
  const footerLines = chosen === last ? footerOf(sample, records, table, lines) : 0;
  return {
    place: {
      skipLines: (records[table.first]?.line ?? 1) - 1,
      hasHeader: headerRows > 0,
      ...(headerRows > 1 ? { headerRows } : {}),
      ...(footerLines > 0 ? { footerLines } : {}),
      ...(last > 0 ? { table: chosen } : {}),
      ...(chosen < last ? { lastLine: lastLineOf(head, records, table) } : {}),
    },
    tables: tables.map((found) => ({
      firstLine: records[found.first]?.line ?? 1,
      lastLine: lastLineOf(head, records, found),
      rows: found.end - found.first - found.headerRows,
      columns: found.columns,
    })),
    rows: records.slice(table.first + headerRows, table.end).map(({ fields }) => fields),
    columns: table.columns,
  };
};
