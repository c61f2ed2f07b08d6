import { aliasOf } from '../mapping/aliases.ts';
import type { SampleRecord } from '../text/parse-sample.ts';
import { isNullWord } from '../values/null-words.ts';
import { kindOfColumn, kindOfValue } from '../values/value-kind.ts';

/** Where the table begins in a sample. */
export interface TableStart {
  /** Index of its first record: the header, or the first row when there is none. */
  readonly first: number;
  readonly hasHeader: boolean;
  readonly columns: number;
}

const longestPreamble = 40;
const rowsCompared = 200;

const countFilled = (fields: readonly string[]): number =>
  fields.filter((field) => field.trim() !== '').length;

/** The commonest row length; of equally common ones the longer. */
const usualLength = (records: readonly SampleRecord[]): number => {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
};

/** Titles and notes above a table fill less than half of its columns. */
const isAboveTable = (record: SampleRecord, columns: number): boolean => {
  const filled = countFilled(record.fields);
  if (columns === 1) return false;
  return columns === 2 ? record.fields.length < 2 : filled <= Math.max(1, Math.floor(columns * 0.4));
};

/** The first record of the table. When everything is sparse, nothing is skipped. */
const findFirst = (records: readonly SampleRecord[], columns: number): number => {
  const most = Math.min(longestPreamble, records.length - 1);
  const first = records.slice(0, most + 1).findIndex((record) => !isAboveTable(record, columns));
  const following = records.slice(first + 1, first + 6);
  const isDense = following.length === 0 || following.some((record) => !isAboveTable(record, columns));
  return first > 0 && isDense ? first : 0;
};

const isTyped = (cell: string): boolean => !['text', 'boolean'].includes(kindOfValue(cell));

/** What one column says about the first record being a header: positive for, negative against. */
const headerVote = (head: string, values: readonly string[]): number => {
  if (isNullWord(head)) return values.length === 0 ? 0 : -0.2;
  const kind = kindOfColumn(values);
  const isTypedColumn = kind !== 'text' && kind !== 'empty' && kind !== 'boolean';
  if (isTyped(head)) return isTypedColumn ? -1 : -0.5;
  if (isTypedColumn) return 1;
  if (values.includes(head)) return -0.3;
  return aliasOf(head) === undefined ? 0.1 : 0.6;
};

/** Whether the first record names the columns: its cells differ in kind from what stands below, or are known names. */
const isHeader = (records: readonly SampleRecord[], first: number): boolean => {
  const head = records[first]?.fields ?? [];
  const below = records.slice(first + 1, first + 1 + rowsCompared);
  if (below.length === 0) return head.every((cell) => !isTyped(cell)) && countFilled(head) > 0;
  const votes = head.map((cell, index) =>
    headerVote(
      cell,
      below.map(({ fields }) => fields[index] ?? '').filter((value) => !isNullWord(value)),
    ),
  );
  return votes.reduce((sum, vote) => sum + vote, 0) > 0;
};

/** An artefact of re-saved files: the whole header in one quoted cell, the rows not. */
export const unwrapHeader = (
  fields: readonly string[],
  columns: number,
  delimiter: string,
): readonly string[] => {
  const only = fields.length === 1 ? fields[0] : undefined;
  if (only === undefined || columns < 2 || delimiter === ' ') return fields;
  const names = only.split(delimiter).map((name) => name.trim().replaceAll(/^"+|"+$/g, ''));
  return names.length === columns ? names : fields;
};

/** Finds the table in a sample: the lines above it, its header if it has one, and how many columns it has. */
export const findTable = (records: readonly SampleRecord[], delimiter: string): TableStart => {
  const body = records.length > 3 ? records.slice(1) : records;
  const columns = usualLength(body.length > 0 ? body : records);
  const wrapped = records.findIndex(
    ({ fields }) =>
      fields.length === 1 && unwrapHeader(fields, columns, delimiter).length === columns && columns > 1,
  );
  if (wrapped >= 0 && wrapped < 3) return { first: wrapped, hasHeader: true, columns };
  const first = findFirst(records, columns);
  const hasHeader = isHeader(records, first);
  return {
    first,
    hasHeader,
    columns: Math.max(columns, hasHeader ? (records[first]?.fields.length ?? 0) : 0),
  };
};
