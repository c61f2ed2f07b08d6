import { aliasOf } from '../mapping/aliases.ts';
import type { SampleRecord } from '../text/parse-sample.ts';
import { isNullWord } from '../values/null-words.ts';
import { kindOfColumn, kindOfValue } from '../values/value-kind.ts';

const rowsCompared = 200;

/** Cells that are not blank. */
export const countFilled = (fields: readonly string[]): number =>
  fields.filter((field) => field.trim() !== '').length;

/** The commonest row length, of equally common ones the longer, and the share of rows that have it. */
export const usualLength = (
  records: readonly SampleRecord[],
): { readonly length: number; readonly share: number } => {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [length, rows] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { length, share: records.length === 0 ? 0 : rows / records.length };
};

/** Titles and notes around a table fill less than half of its columns. */
export const isSparse = (record: SampleRecord, columns: number): boolean => {
  if (columns <= 1) return false;
  const filled = countFilled(record.fields);
  const { fields } = record;
  // Titles don't reach to the last column.
  if (filled > 1 && fields.length === columns && fields.at(-1)?.trim() !== '') return false;
  return columns === 2
    ? record.fields.length < 2 || filled === 0
    : filled <= Math.max(1, Math.floor(columns * 0.4));
};

/** Whether a cell holds a number, a date or an address rather than words. */
export const isTyped = (cell: string): boolean =>
  cell.trim() !== '' && !['text', 'boolean'].includes(kindOfValue(cell));

/** The records below one that are compared with it; those that repeat it say nothing. */
const recordsBelow = (records: readonly SampleRecord[], index: number): readonly SampleRecord[] => {
  const head = records[index]?.fields.join('\u0001').toLowerCase();
  return records
    .slice(index + 1, index + 1 + rowsCompared)
    .filter(({ fields }) => fields.join('\u0001').toLowerCase() !== head);
};

/** The non-empty values of a column. */
const valuesOf = (records: readonly SampleRecord[], column: number): readonly string[] =>
  records.map(({ fields }) => fields[column] ?? '').filter((value) => !isNullWord(value));

const isTypedColumn = (values: readonly string[]): boolean =>
  !['text', 'empty', 'boolean'].includes(kindOfColumn(values));

/** A value with its digits and letters made alike: what codes of one kind have in common. */
const shapeOf = (value: string): string =>
  value
    .trim()
    .replaceAll(/\p{L}+/gu, 'a')
    .replaceAll(/\d+/g, '9');

/** Whether a cell is a code like those below it. */
const isLikeBelow = (head: string, values: readonly string[]): boolean => {
  if (!/\d/.test(head)) return false;
  const shape = shapeOf(head);
  return values.length > 0 && values.filter((value) => shapeOf(value) === shape).length >= values.length / 2;
};

/** What one column says about a record being a header: positive for, negative against. */
const headerVote = (head: string, values: readonly string[]): number => {
  if (isNullWord(head)) return values.length === 0 ? 0 : -0.2;
  const isBelowTyped = isTypedColumn(values);
  if (isTyped(head)) return isBelowTyped ? -1 : -0.5;
  if (isBelowTyped) return 1;
  if (values.includes(head)) return -0.3;
  if (isLikeBelow(head, values)) return -0.6;
  return aliasOf(head) === undefined ? 0.1 : 0.6;
};

/** How much a record looks like the header of what stands below it: above 0 for yes. */
export const headerVotes = (records: readonly SampleRecord[], index: number): number => {
  const head = records[index]?.fields ?? [];
  const below = records[index + 1]?.fields;
  if (below === undefined) return head.every((cell) => !isTyped(cell)) ? countFilled(head) : -1;
  const rows = recordsBelow(records, index);
  return head.reduce((sum, cell, column) => sum + headerVote(cell, valuesOf(rows, column)), 0);
};

/**
 * Whether a record stands where words name the columns: in at least two columns that hold numbers or dates below it has
 * words (one when there is but one), and in none a value.
 */
export const namesTypedColumns = (
  records: readonly SampleRecord[],
  index: number,
  columns: number,
): boolean => {
  const head = records[index]?.fields ?? [];
  const rows = recordsBelow(records, index);
  let typed = 0;
  let named = 0;
  for (let column = 0; column < columns; column += 1) {
    if (!isTypedColumn(valuesOf(rows, column))) continue;
    typed += 1;
    const cell = head[column] ?? '';
    if (isTyped(cell)) return false;
    if (!isNullWord(cell)) named += 1;
  }
  return named >= Math.min(2, typed) && named > 0;
};
