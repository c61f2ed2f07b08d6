import { accountMarkOf, isMarkedSql } from './account-marks.ts';
import { hasDoubleM, isSingleMSql } from './magnitudes.ts';
import type { NumberFormat } from './number-shape.ts';

const signBefore = /^[^\d]*[-\u2212\u2013(]/;

/**
 * SQL conditions of values that are written as numbers, but of which nobody can say which: a sign beside a mark for
 * debit or credit, no mark where both are marked, or a single M beside MM.
 */
export const unclearSql = (value: string, { main, other, accountMarks }: NumberFormat): readonly string[] => {
  const shapes = [...main, ...other];
  const { negative, needsMark } = accountMarks;
  const isMarked = (text: string): boolean => accountMarkOf(text) !== undefined;
  const marked = `(${isMarkedSql(value, 'debit')} or ${isMarkedSql(value, 'credit')})`;
  const hasUnmarked = shapes.some(({ text }) => !isMarked(text));
  const isTwice = shapes.some(({ text }) => isMarked(text) && signBefore.test(text));
  return [
    ...(needsMark && hasUnmarked ? [`(not ${marked} and regexp_matches(${value}, '[1-9]'))`] : []),
    ...(negative !== 'none' && isTwice
      ? [`(${marked} and regexp_matches(${value}, '^[^0-9]*[-\u2212\u2013(]'))`]
      : []),
    ...(hasDoubleM(shapes.map(({ text }) => text)) ? [isSingleMSql(value)] : []),
  ];
};
