import type { SampleRecord } from '../text/parse-sample.ts';
import { countFilled, isSparse, isTyped } from './table-shape.ts';

const mostFooter = 40;

/** Words that begin a row of totals, in the six languages of the header aliases. */
const totalWords =
  /^(grand |sub ?)?(total|totals|sum|sums|summe|gesamt|gesamtsumme|insgesamt|somme|suma|soma|totale|totaux|totales|totais|general total|total geral|total general|total général)s?\b[:.]?/i;

const isTotal = (record: SampleRecord, columns: number): boolean => {
  const filled = record.fields.filter((field) => field.trim() !== '');
  const first = filled[0]?.trim() ?? '';
  const isLabelled = totalWords.test(first) && first.length <= 30;
  return (
    isLabelled &&
    filled.length < columns &&
    filled.slice(1).every((cell) => isTyped(cell) || cell.trim() === '')
  );
};

/** Whether a record is a note: one text in one field where rows have several. */
const isNote = (record: SampleRecord, columns: number): boolean =>
  columns > 2 &&
  countFilled(record.fields) <= 1 &&
  (record.fields.length === 1 || (record.fields[0] ?? '').trim() !== '') &&
  record.fields.filter((field) => field.trim() !== '').every((cell) => !isTyped(cell));

const isBlank = ({ fields }: SampleRecord): boolean => countFilled(fields) === 0;

/**
 * How many records at the end are not rows: totals and notes. Rows that are merely short stay rows.
 * @param records those of one table, from its first row on
 * @param usualFilled the share of cells that rows usually fill, 0–1: where rows are sparse, a sparse one is no note
 */
export const countFooter = (
  records: readonly SampleRecord[],
  columns: number,
  usualFilled: number,
): number => {
  if (columns < 2 || records.length < 3) return 0;
  const isAside = (record: SampleRecord): boolean =>
    usualFilled > 0.5 && isNote(record, columns) && isSparse(record, columns);
  const candidates = records.slice(1).slice(-mostFooter).reverse();
  const firstRow = candidates.findIndex(
    (record) => !isBlank(record) && !isTotal(record, columns) && !isAside(record),
  );
  const below = candidates.slice(0, firstRow < 0 ? candidates.length : firstRow);
  // Rows of empty cells alone are rows.
  return below.findLastIndex((record) => !isBlank(record)) + 1;
};
