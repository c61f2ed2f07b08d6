import type { ImportIssue } from '../contract.ts';
import { currencyOf } from '../values/currencies.ts';
import { powerOf } from '../values/magnitudes.ts';
import type { DecimalMark } from '../values/number-grammar.ts';
import {
  countOf,
  isMarkAGuess,
  numberFormatOf,
  type CountedText,
  type NumberFormat,
} from '../values/number-shape.ts';
import { numberSql } from '../values/number-sql.ts';
import { quoted, remark, type ColumnReading, type ColumnSource } from './column-reading.ts';
import type { ColumnShapes } from './read-facts.ts';

/** How the numbers of a file are written. */
export interface NumberMarks {
  readonly decimalMark: DecimalMark;
  /** No value of the file's sample proves it. */
  readonly decimalMarkIsAGuess?: boolean | undefined;
}

const markWords = { '.': 'a point', ',': 'a comma' } as const;

const markIssues = (name: string, format: NumberFormat, isAGuess: boolean): readonly ImportIssue[] => {
  const { decimalMark, other, isMixed } = format;
  const rest = isMixed ? ' Numbers that could be either, such as 1.234, were left empty' : '';
  const mixed = `Numbers in ${quoted(name)} have ${markWords[decimalMark]} before the decimals, but not all: the others were read by the other mark.${rest}`;
  const guess = `Nothing proves whether numbers such as ${decimalMark === '.' ? '1.234' : '1,234'} in ${quoted(name)} are decimals or thousands: ${markWords[decimalMark]} was taken to stand before the decimals`;
  return [
    ...remark('warning', 'decimal-marks-mixed', countOf(other), mixed),
    ...(isAGuess && isMarkAGuess(format)
      ? remark(
          'warning',
          'decimal-mark-guess',
          countOf(format.main.filter(({ text }) => /[.,]/.test(text))),
          guess,
        )
      : []),
  ];
};

const sideWords = { debit: 'debits (S, D, DR)', credit: 'credits (H, C, CR)' } as const;

/** What is said of the marks for debit and credit that amounts carry. */
const accountIssues = (name: string, { accountMarks }: NumberFormat): readonly ImportIssue[] => {
  const { negative, debit, credit } = accountMarks;
  if (debit + credit === 0) return [];
  if (negative === 'none') {
    const side = sideWords[debit > 0 ? 'debit' : 'credit'];
    const message = `All amounts in ${quoted(name)} are marked as ${side}: they were read as they are, not as negative`;
    return remark('info', 'debit-credit', debit + credit, message);
  }
  const message = `Amounts in ${quoted(name)} marked as ${sideWords[negative]} were read as negative`;
  return remark('warning', 'debit-credit', negative === 'debit' ? debit : credit, message);
};

/** What is said of thousands and millions in words. */
export const magnitudeIssues = (name: string, shapes: readonly CountedText[]): readonly ImportIssue[] => {
  const powers = [...new Set(shapes.map(({ text }) => powerOf(text)))].filter((power) => power > 0);
  const factors = powers.sort((a, b) => a - b).map((power) => (10 ** power).toLocaleString('en'));
  const count = countOf(shapes.filter(({ text }) => powerOf(text) > 0));
  const message = `Numbers in ${quoted(name)} name their thousands or millions in words (k, Mio., bn): they were multiplied by ${factors.join(', ')}`;
  return remark('info', 'magnitudes', count, message);
};

/** Digits after the fourth decimal don't fit into money. */
const roundingIssues = (name: string, format: NumberFormat): readonly ImportIssue[] => {
  const decimals = format.decimalMark === '.' ? /\.\d{5,}/ : /,\d{5,}/;
  const count = countOf(format.main.filter(({ text }) => decimals.test(text) && powerOf(text) === 0));
  return remark(
    'info',
    'decimals-rounded',
    count,
    `Amounts in ${quoted(name)} were rounded to four decimals`,
  );
};

/** Finds out how a column's numbers are read. */
export const readNumbers = (
  { name, target }: Pick<ColumnSource, 'name' | 'target'>,
  text: string,
  { shapes, isComplete }: ColumnShapes,
  { decimalMark, decimalMarkIsAGuess }: NumberMarks,
): ColumnReading => {
  const format = numberFormatOf(shapes, decimalMark);
  const numbers = [...format.main, ...format.other];
  return {
    sql: numberSql(text, target.type, shapes, decimalMark, isComplete),
    currencies: [...new Set(numbers.flatMap((shape) => currencyOf(shape.text) ?? []))],
    issues: [
      ...markIssues(name, format, decimalMarkIsAGuess === true),
      ...accountIssues(name, format),
      ...magnitudeIssues(name, numbers),
      ...(target.type.startsWith('DECIMAL') ? roundingIssues(name, format) : []),
    ],
  };
};
