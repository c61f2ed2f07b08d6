import type { SourceColumn } from '../contract.ts';
import { isDateNumber, isDateText, isPeriodText } from '../values/date-shape.ts';
import { isNullWord } from '../values/null-words.ts';
import { isNumberText } from '../values/number-grammar.ts';
import { tokensOf, withoutTaxWords } from './header-tokens.ts';
import { namesPercent } from './normalise-header.ts';

/** What is known about a column when it is scored: its header and what its values look like. */
export interface ColumnEvidence {
  readonly column: SourceColumn;
  /** The words of its header. */
  readonly tokens: readonly string[];
  /** Its header in other words: without what it says of tax, or without a word that all headers share. */
  readonly otherNames: readonly (readonly string[])[];
  /** Its non-empty values in the sample. */
  readonly values: readonly string[];
  /** Share of the values that are numbers, dates of a day, months or weeks, or numbers that may be moments. */
  readonly numberShare: number;
  readonly dateShare: number;
  readonly periodShare: number;
  readonly momentShare: number;
  /** The values that are plain numbers; parted digits and signs of currencies are taken out. */
  readonly numbers: readonly number[];
  /** Different values by values, 0–1. */
  readonly distinctShare: number;
  /** How many values per cent. */
  readonly hasPercent: boolean;
}

const mostValues = 600;

/** Evenly spread over the sample, so that later parts count as well. */
const spread = (values: readonly string[]): readonly string[] => {
  if (values.length <= mostValues) return values;
  const step = values.length / mostValues;
  return Array.from({ length: mostValues }, (_, index) => values[Math.floor(index * step)] ?? '');
};

const shareOf = (values: readonly string[], is: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter((value) => is(value.trim())).length / values.length;

const isNumber = (value: string): boolean => isNumberText(value, '.') || isNumberText(value, ',');

/** A number as far as its size matters: with a decimal comma where there is no point after it. */
const roughNumber = (value: string): number => {
  const digits = value.replaceAll(/[^\d.,-]/g, '');
  return Number(
    digits.lastIndexOf(',') > digits.lastIndexOf('.')
      ? digits.replaceAll('.', '').replace(',', '.')
      : digits.replaceAll(',', ''),
  );
};

/** Looks at a column of a sample. */
export const evidenceOf = (
  column: SourceColumn,
  cells: readonly string[],
  prefix?: string,
): ColumnEvidence => {
  const tokens = tokensOf(column.header);
  const short = tokens.length > 1 && tokens[0] === prefix ? tokens.slice(1) : tokens;
  const values = cells.filter((cell) => !isNullWord(cell));
  const some = spread(values);
  const numberShare = shareOf(some, isNumber);
  return {
    column,
    tokens,
    otherNames: [short, withoutTaxWords(short)].filter((name) => name.length < tokens.length),
    values,
    numberShare,
    dateShare: shareOf(some, isDateText),
    periodShare: shareOf(some, isPeriodText),
    momentShare: shareOf(some, isDateNumber),
    numbers: numberShare < 0.5 ? [] : some.filter(isNumber).map(roughNumber).filter(Number.isFinite),
    distinctShare: values.length === 0 ? 0 : new Set(values).size / values.length,
    hasPercent: namesPercent(column.name) || values.some((value) => value.includes('%')),
  };
};
