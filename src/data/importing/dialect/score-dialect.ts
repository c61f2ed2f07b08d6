import { parseSample } from '../text/parse-sample.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { isNullWord } from '../values/null-words.ts';
import { kindOfValue } from '../values/value-kind.ts';

const identifier = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const words = /^[\p{L}\p{N}][\p{L}\p{N} .'’&()/+-]*$/u;

/** Characters of a word for "no value", and of a number, date or address. */
const longestWord = 12;
const longestValue = 64;
const recordsScored = 200;

/** How much a cell looks like one value rather than a piece or several of them, 0–1. */
const cellQuality = (cell: string): number => {
  const text = cell.trim();
  if (text.length <= longestWord && isNullWord(text)) return 0.8;
  if (identifier.test(text)) return 1;
  if (text.length <= longestValue && kindOfValue(text) !== 'text') return 1;
  return words.test(text) ? 0.9 : 0.3;
};

/**
 * How well a dialect explains a sample: regular row lengths times cells that look like values (after van den Burg,
 * Nazábal & Sutton 2019, "Wrangling messy CSV files by detecting row and type patterns", eq. 1–3).
 * @param isCut the sample ends before the file does
 */
export const scoreDialect = (sample: string, dialect: RecordDialect, isCut: boolean): number => {
  const records = parseSample(sample, dialect, recordsScored, isCut);
  if (records.length === 0) return 0;
  const rowsByLength = new Map<number, number>();
  let quality = 0;
  let cells = 0;
  for (const { fields } of records) {
    rowsByLength.set(fields.length, (rowsByLength.get(fields.length) ?? 0) + 1);
    for (const field of fields) quality += cellQuality(field);
    cells += fields.length;
  }
  const pattern = [...rowsByLength].reduce(
    (sum, [length, rows]) => sum + rows * Math.max(0.001, (length - 1) / length),
    0,
  );
  return (pattern / rowsByLength.size / records.length) * (quality / cells);
};
