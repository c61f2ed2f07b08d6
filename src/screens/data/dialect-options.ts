import type { Dialect, TablePlace } from '../../data/importing/contract.ts';
import { dateOrders, delimiterNames } from './dialect-words.ts';

/** A choice of a chip. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

const choicesOf = <Value extends string>(names: Readonly<Record<Value, string>>): readonly Choice<Value>[] =>
  Object.entries<string>(names).map(([value, label]) => ({ value: value as Value, label }));

/** The choices, with a detected value that is not among them put first. */
export const withOption = (choices: readonly Choice[], value: string): readonly Choice[] =>
  choices.some((choice) => choice.value === value) ? choices : [{ value, label: value }, ...choices];

/** Choices for a delimiter, with names. */
export const delimiterOptions = choicesOf(delimiterNames);

/** Encodings that the mapping screen offers; any other detected one is added to the list. */
export const encodingOptions: readonly Choice[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'shift_jis',
  'gb18030',
].map((value) => ({ value, label: value }));

/** Choices for the quote character. */
export const quoteOptions: readonly Choice[] = [
  { value: '"', label: '"double"' },
  { value: "'", label: "'single'" },
  { value: '', label: 'none' },
];

/** Choices for what marks a quote inside a quoted value; empty: the quote is doubled. */
export const escapeOptions: readonly Choice[] = [
  { value: '', label: 'doubled' },
  { value: '\\', label: 'after a backslash' },
];

/** Choices for the number of rows that name the columns. */
export const headerOptions: readonly Choice[] = [
  { value: '0', label: 'not in the file' },
  { value: '1', label: 'first row' },
  { value: '2', label: 'first two rows' },
  { value: '3', label: 'first three rows' },
];

/** Choices for a number of lines: 0 to 20, and as many as were found. */
export const lineCountOptions = (found: number): readonly Choice[] =>
  Array.from({ length: Math.max(21, found + 6) }, (_, count) => ({
    value: String(count),
    label: count === 0 ? 'none' : String(count),
  }));

/** Choices for the decimal mark and the thousands mark after it. */
export const numberOptions: readonly Choice[] = [
  { value: '.', label: '1234.50' },
  { value: '.,', label: '1,234.50' },
  { value: '. ', label: '1 234.50' },
  { value: ".'", label: '1’234.50' },
  { value: ',', label: '1234,50' },
  { value: ',.', label: '1.234,50' },
  { value: ', ', label: '1 234,50' },
  { value: ",'", label: '1’234,50' },
];

/** Choices for the order of a date's parts. */
export const dateOrderOptions: readonly Choice<Dialect['dateOrder']>[] = choicesOf(dateOrders);

/** Choices between the tables of one file. */
export const tableOptions = (tables: readonly TablePlace[]): readonly Choice[] =>
  tables.map(({ firstLine, lastLine, rows, columns }, index) => ({
    value: String(index),
    label: `lines ${firstLine}–${lastLine}: ${rows} rows, ${columns} columns`,
  }));
