import { describe, expect, it } from 'vitest';
import { dateFormatOf, isDateText } from '../../../../src/data/importing/values/date-shape.ts';
import { nameColumns } from '../../../../src/data/importing/values/name-columns.ts';
import { currencyOf } from '../../../../src/data/importing/values/currencies.ts';
import { decimalMarkEvidence, isNumberText } from '../../../../src/data/importing/values/number-grammar.ts';
import { profileColumn } from '../../../../src/data/importing/values/profile-column.ts';
import { kindOfColumn, kindOfValue } from '../../../../src/data/importing/values/value-kind.ts';

describe('numbers as text', () => {
  it.each([
    ['1.706,18', ','],
    ['-1.665,05', ','],
    ['1 234,50 €', ','],
    ['1,23', ','],
    ['0,125', ','],
    ['$1,234.50', '.'],
    ['(12.30)', '.'],
    ['12,34,567.50', '.'],
    ['0.2', '.'],
    ['EUR 10.00', '.'],
    ['€ 12,50', ','],
    ['1,234', undefined],
    ['1.234', undefined],
    ['42', undefined],
  ])('%j speaks for the decimal mark %j', (text, mark) => {
    expect(decimalMarkEvidence(text)).toBe(mark);
  });
  it.each(['R$ 10', 'USD 99', '10 €', '€\u00a050', '-5'])('%j is a number', (text) => {
    expect(isNumberText(text, '.') && isNumberText(text, ',')).toBe(true);
  });
  it.each(['CG-12520', '12-34', '1.23.4', 'abc', '-', '08.11.2016', '1,2345,678'])(
    '%j is no number',
    (text) => {
      expect(isNumberText(text, '.') || isNumberText(text, ',')).toBe(false);
    },
  );
  it.each([
    ['12 USD', 'USD'],
    ['€ 5', 'EUR'],
    ['R$ 5', 'BRL'],
    ['12', undefined],
  ])('%j is in %j', (text, code) => {
    expect(currencyOf(text)).toBe(code);
  });
});

describe('dates as text', () => {
  it.each([
    ['2010-12-01 08:26:00', '%Y-%m-%d %H:%M:%S'],
    ['2025-10-22 12:58:38 +0530', '%Y-%m-%d %H:%M:%S'],
    ['2016-11-08T10:00Z', '%Y-%m-%dT%H:%M'],
    ['08.11.2016', '%d.%m.%Y'],
    ['1/9/19 3:05 PM', '%d/%m/%y %I:%M %p'],
    ['19970101', '%Y%m%d'],
    ['Jan 12, 2020', '%m %d, %Y'],
    ['12 January 2020', '%d %m %Y'],
  ])('%j is read as %j', (text, pattern) => {
    expect(dateFormatOf(text, 'dmy')?.pattern).toBe(pattern);
    expect(isDateText(text)).toBe(true);
  });
  it('obeys the order of day and month', () => {
    expect(dateFormatOf('1/9/2019', 'mdy')?.pattern).toBe('%m/%d/%Y');
  });
  it.each(['31/31/2011', '2011-13-01', '12345678', 'May be 12, 2020', '1.5'])('%j is no date', (text) => {
    expect(isDateText(text)).toBe(false);
  });
});

describe('kinds of values', () => {
  it.each([
    ['00501', 'text'],
    ['12', 'integer'],
    ['12.5', 'number'],
    ['yes', 'boolean'],
    ['a@b.org', 'email'],
    ['2024-01-01', 'date'],
    ['2024-01-01 10:00', 'datetime'],
  ])('%j is %s', (value, kind) => {
    expect(kindOfValue(value)).toBe(kind);
  });
  it('joins kinds that belong together', () => {
    expect(kindOfColumn(['1', '2.5', '3'])).toBe('number');
    expect(kindOfColumn(['2024-01-01', '2024-01-01 10:00'])).toBe('datetime');
    expect(kindOfColumn(['1', 'a'])).toBe('text');
    expect(kindOfColumn([])).toBe('empty');
  });
  it('describes a column by its values that are not null words', () => {
    expect(profileColumn('A', 'A', ['1', 'NULL', '', '2', '2'])).toMatchObject({
      kind: 'integer',
      samples: ['1', '2'],
      emptyShare: 0.4,
      distinct: 2,
    });
  });
  it('gives every column a name of its own', () => {
    expect(nameColumns(['Id', '', 'id', 'Id'], 5)).toEqual([
      'Id',
      'Column 2',
      'id (2)',
      'Id (3)',
      'Column 5',
    ]);
  });
});
