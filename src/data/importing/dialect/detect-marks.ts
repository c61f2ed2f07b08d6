import type { Dialect } from '../contract.ts';
import { leadingNumbers } from '../values/date-shape.ts';
import { decimalMarkEvidence, isNumberText } from '../values/number-shape.ts';

/** Number marks of a table. Ties go to what the delimiter suggests: semicolons come from where the comma is decimal. */
export const detectNumberMarks = (
  cells: readonly string[],
  delimiter: string,
): Pick<Dialect, 'decimalMark' | 'thousandsMark'> => {
  let balance = 0;
  for (const cell of cells) {
    const evidence = decimalMarkEvidence(cell.trim());
    if (evidence !== undefined) balance += evidence === '.' ? 1 : -1;
  }
  const isComma = balance === 0 ? delimiter === ';' : balance < 0;
  const decimalMark = isComma ? ',' : '.';
  const grouped = /\d([.,' \u00a0\u202f])\d{3}(?!\d)/;
  const marks = cells
    .map((cell) => cell.trim())
    .filter((cell) => isNumberText(cell, decimalMark))
    .map((cell) => grouped.exec(cell)?.[1])
    .filter((mark) => mark !== undefined && mark !== decimalMark)
    .map((mark) => (mark === '\u00a0' || mark === '\u202f' ? ' ' : mark));
  const thousandsMark = (marks[0] ?? '') as Dialect['thousandsMark'];
  return { decimalMark, thousandsMark };
};

/** The columns' dates that begin with day or month, as pairs of numbers. */
const leadingPairs = (column: readonly string[]): readonly (readonly [number, number, string])[] =>
  column.flatMap((cell) => {
    const numbers = leadingNumbers(cell.trim());
    const year = /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})/.exec(cell.trim())?.[1] ?? '';
    return numbers ? [[...numbers, year] as const] : [];
  });

/** How often a sequence goes against its own main direction, 0–0.5. */
const disorder = (keys: readonly string[]): number => {
  const steps = keys.slice(1).map((key, index) => key.localeCompare(keys[index] ?? ''));
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  return up + down === 0 ? 0 : Math.min(up, down) / (up + down);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Logs are sorted by time: of two readings the more orderly one is likelier. */
const orderBySequence = (columns: readonly (readonly string[])[]): 'dmy' | 'mdy' | undefined => {
  for (const column of columns) {
    const pairs = leadingPairs(column);
    if (pairs.length < 8) continue;
    const asDmy = disorder(pairs.map(([day, month, year]) => year + two(month) + two(day)));
    const asMdy = disorder(pairs.map(([month, day, year]) => year + two(month) + two(day)));
    if (Math.abs(asDmy - asMdy) > 0.1 && Math.min(asDmy, asMdy) < 0.05) return asDmy < asMdy ? 'dmy' : 'mdy';
  }
  return undefined;
};

/**
 * The order of day, month and year in dates that are all numbers. A number over 12 settles it; otherwise it is a guess
 * from the sequence of the rows, the mark between the numbers and the number marks.
 * @param columns cells of each column, from all samples of the file, in file order
 */
export const detectDateOrder = (
  columns: readonly (readonly string[])[],
  decimalMark: Dialect['decimalMark'],
): Pick<Dialect, 'dateOrder' | 'dateOrderIsAGuess'> => {
  const pairs = columns.flatMap(leadingPairs);
  if (pairs.length === 0) return { dateOrder: 'ymd', dateOrderIsAGuess: false };
  const first = pairs.filter(([number]) => number > 12).length;
  const second = pairs.filter(([, number]) => number > 12).length;
  if (first + second > 0) return { dateOrder: first >= second ? 'dmy' : 'mdy', dateOrderIsAGuess: false };
  const isDotted = columns.flat().some((cell) => /^\d{1,2}\.\d{1,2}\.\d{2,4}\b/.test(cell.trim()));
  const byHabit = isDotted || decimalMark === ',' ? 'dmy' : 'mdy';
  return { dateOrder: orderBySequence(columns) ?? byHabit, dateOrderIsAGuess: true };
};
