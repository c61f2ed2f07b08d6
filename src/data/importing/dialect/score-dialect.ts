import { parseSample } from '../text/parse-sample.ts';
import type { RecordDialect } from '../text/parse-record.ts';
import { isNullWord } from '../values/null-words.ts';
import { kindOfValue } from '../values/value-kind.ts';

const identifier = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const words = /^[\p{L}\p{N}][\p{L}\p{N} .'’&()/+-]*$/u;

/** How much a cell looks like one value rather than a piece or several of them, 0–1. */
const cellQuality = (cell: string): number => {
  if (isNullWord(cell)) return 0.8;
  const text = cell.trim();
  if (kindOfValue(text) !== 'text' || identifier.test(text)) return 1;
  return words.test(text) ? 0.9 : 0.3;
};

/**
 * How well a dialect explains a sample: regular row lengths times cells that look like values (after van den Burg,
 * Nazábal & Sutton 2019, "Wrangling messy CSV files by detecting row and type patterns", eq. 1–3).
 */
export const scoreDialect = (sample: string, dialect: RecordDialect): number => {
  const records = parseSample(sample, dialect, 300);
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
