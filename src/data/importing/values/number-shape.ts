import { accountMarksOf, type AccountMarks } from './account-marks.ts';
import { isAmbiguousNumber, isNumberText, type DecimalMark } from './number-grammar.ts';

/** A text of a column with the number of rows that look like it; digits may be masked as 9. */
export interface CountedText {
  readonly text: string;
  readonly count: number;
}

/** How a whole column writes numbers. */
export interface NumberFormat {
  readonly decimalMark: DecimalMark;
  /** Shapes that are read under the decimal mark, and those that only the other mark explains. */
  readonly main: readonly CountedText[];
  readonly other: readonly CountedText[];
  /** Shapes that are no numbers. */
  readonly invalid: readonly CountedText[];
  /** Both marks are common as decimal marks: what could be either is not read. */
  readonly isMixed: boolean;
  readonly accountMarks: AccountMarks;
}

/** Rows of all these texts. */
export const countOf = (texts: readonly CountedText[]): number =>
  texts.reduce((sum, { count }) => sum + count, 0);

/** The largest share of values under the other decimal mark for which ambiguous ones still follow the column's. */
const mostOther = 0.1;

/**
 * The format of a number column from all its shapes: the file's decimal mark, unless the column has fewer
 * unreadable values under the other one. Values that only the other mark explains are read by that.
 */
export const numberFormatOf = (shapes: readonly CountedText[], preferred: DecimalMark): NumberFormat => {
  const reverse: DecimalMark = preferred === '.' ? ',' : '.';
  const readable = (mark: DecimalMark): readonly CountedText[] =>
    shapes.filter(({ text }) => isNumberText(text, mark));
  const decimalMark = countOf(readable(reverse)) > countOf(readable(preferred)) ? reverse : preferred;
  const otherMark: DecimalMark = decimalMark === '.' ? ',' : '.';
  const main = readable(decimalMark);
  const rest = shapes.filter((shape) => !main.includes(shape));
  const other = rest.filter(({ text }) => isNumberText(text, otherMark));
  const proof = main.filter(({ text }) => !isNumberText(text, otherMark));
  return {
    decimalMark,
    main,
    other,
    invalid: rest.filter((shape) => !other.includes(shape)),
    isMixed: countOf(other) > mostOther * (countOf(other) + countOf(proof)),
    accountMarks: accountMarksOf([...main, ...other]),
  };
};

/** Whether nothing in a column proves its decimal mark, though it matters: all its values are like `1.234`. */
export const isMarkAGuess = ({ main, other, decimalMark }: NumberFormat): boolean => {
  const otherMark: DecimalMark = decimalMark === '.' ? ',' : '.';
  const isProven = main.some(({ text }) => !isNumberText(text, otherMark)) || other.length > 0;
  return !isProven && main.some(({ text }) => isAmbiguousNumber(text));
};
