import type { Dialect } from '../contract.ts';
import { addEvidence, evidenceOf, noEvidence, provenOrder } from '../values/date-order.ts';
import { leadingNumbers } from '../values/date-shape.ts';
import { decimalMarkEvidence, isAmbiguousNumber, isNumberText } from '../values/number-grammar.ts';

/**
 * Number marks of a table. Ties go to what the delimiter suggests: semicolons come from where the comma is decimal. It is
 * a guess when there are numbers such as 1.234 and nothing tells what their mark means.
 */
export const detectNumberMarks = (
  cells: readonly string[],
  delimiter: string,
): Pick<Dialect, 'decimalMark' | 'thousandsMark' | 'decimalMarkIsAGuess'> => {
  let balance = 0;
  for (const cell of cells) {
    const evidence = decimalMarkEvidence(cell.trim());
    if (evidence !== undefined) balance += evidence === '.' ? 1 : -1;
  }
  const isComma = balance === 0 ? delimiter === ';' : balance < 0;
  const decimalMark = isComma ? ',' : '.';
  const grouped = /\d([.,'’ \u00a0\u2007\u2009\u202f])\d{3}(?!\d)/;
  const marks = cells
    .map((cell) => cell.trim())
    .filter((cell) => isNumberText(cell, decimalMark))
    .map((cell) => grouped.exec(cell)?.[1])
    .filter((mark) => mark !== undefined && mark !== decimalMark)
    .map((mark) => mark?.replace(/[\u00a0\u2007\u2009\u202f]/, ' ').replace('’', "'"));
  const thousandsMark = (marks[0] ?? '') as Dialect['thousandsMark'];
  const isAGuess = balance === 0 && cells.some((cell) => isAmbiguousNumber(cell.trim()));
  return { decimalMark, thousandsMark, ...(isAGuess ? { decimalMarkIsAGuess: true } : {}) };
};

/** The columns' dates that begin with day or month, as pairs of numbers. */
const leadingPairs = (column: readonly string[]): readonly (readonly [number, number, number])[] =>
  column.flatMap((cell) => {
    const numbers = leadingNumbers(cell.trim());
    return numbers ? [numbers] : [];
  });

/** How often a sequence goes against its own main direction, 0–0.5. */
const disorder = (keys: readonly string[]): number => {
  const steps = keys.slice(1).map((key, index) => key.localeCompare(keys[index] ?? ''));
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  return up + down === 0 ? 0 : Math.min(up, down) / (up + down);
};

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');

/** Logs are sorted by time: of two readings the more orderly one is likelier. */
const orderBySequence = (columns: readonly (readonly string[])[]): 'dmy' | 'mdy' | undefined => {
  for (const column of columns) {
    const pairs = leadingPairs(column);
    if (pairs.length < 8) continue;
    const asDmy = disorder(pairs.map(([day, month, year]) => four(year) + two(month) + two(day)));
    const asMdy = disorder(pairs.map(([month, day, year]) => four(year) + two(month) + two(day)));
    if (Math.abs(asDmy - asMdy) > 0.1 && Math.min(asDmy, asMdy) < 0.05) return asDmy < asMdy ? 'dmy' : 'mdy';
  }
  return undefined;
};

/**
 * The order of day, month and year in dates that are all numbers. A number over 12 settles it, column by column: where
 * columns prove different orders, the file has the one that most of them prove, and it is a guess as soon as another
 * column proves none. Where nothing does, it is a guess from the sequence of the rows, the mark between the numbers and
 * the number marks.
 * @param columns cells of each column, from all samples of the file, in file order
 */
export const detectDateOrder = (
  columns: readonly (readonly string[])[],
  decimalMark: Dialect['decimalMark'],
): Pick<Dialect, 'dateOrder' | 'dateOrderIsAGuess'> => {
  const dated = columns.map(leadingPairs).filter((pairs) => pairs.length > 0);
  if (dated.length === 0) return { dateOrder: 'ymd', dateOrderIsAGuess: false };
  const evidence = dated.map((pairs) => pairs.map(evidenceOf).reduce(addEvidence, noEvidence));
  const proven = evidence.map(provenOrder);
  const orders = [...new Set(proven.filter((order) => order !== undefined))];
  const [only, ...others] = orders;
  if (only !== undefined) {
    const isAGuess = others.length > 0 && proven.includes(undefined);
    const dateOrder = others.length === 0 ? only : (provenOrder(evidence.reduce(addEvidence)) ?? only);
    return { dateOrder, dateOrderIsAGuess: isAGuess };
  }
  const isDotted = columns.flat().some((cell) => /^\d{1,2}\. ?\d{1,2}\. ?\d{2,4}\b/.test(cell.trim()));
  const byHabit = isDotted || decimalMark === ',' ? 'dmy' : 'mdy';
  return { dateOrder: orderBySequence(columns) ?? byHabit, dateOrderIsAGuess: true };
};
