import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../../src/data/importing/dialect/detect-dialect.ts';
import { layOut, type LaidOutRow } from '../../../../src/data/importing/text/lay-out.ts';

const read = (text: string): readonly LaidOutRow[] => {
  const { dialect } = detectDialect({ head: text, isWhole: true, later: [] }, 'utf-8');
  return layOut(text, dialect).rows;
};

/** Three regular rows around the one that is looked at. */
const around = (row: string): string =>
  [
    'day,code,amount,note,place',
    '2024-01-31,AB-1,12.50,"red, round",Bonn',
    row,
    '2024-02-01,AB-2,3.20,"blue",Ulm',
    '2024-02-02,AB-3,4.00,plain words,Kiel',
    '',
  ].join('\n');

describe('one irregular row among regular ones', () => {
  it.each([
    [
      'a stray quote before a value',
      '2024-01-30,"AB-9,1.00,"so, so",Trier',
      ['2024-01-30', '"AB-9', '1.00', 'so, so', 'Trier'],
      'quotes',
    ],
    [
      'a stray quote at the end of the line',
      '2024-01-30,AB-9,1.00,"so, so","',
      ['2024-01-30', 'AB-9', '1.00', 'so, so', '"'],
      'quotes',
    ],
    [
      'a doubled opening quote',
      '2024-01-30,AB-9,1.00,""so, so",Trier',
      ['2024-01-30', 'AB-9', '1.00', '"so, so', 'Trier'],
      'quotes',
    ],
    [
      'inner quotes that are not doubled',
      '2024-01-30,AB-9,1.00,"so "and, so" on",Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so "and, so" on', 'Trier'],
      'quotes',
    ],
    [
      'an inch mark before the closing quote',
      '2024-01-30,AB-9,1.00,"table, 48"",Trier',
      ['2024-01-30', 'AB-9', '1.00', 'table, 48"', 'Trier'],
      'quotes',
    ],
    [
      'a delimiter lost before a quoted value',
      '2024-01-30,AB-9,1.00"so, so",Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so, so', 'Trier'],
      'quotes',
    ],
    [
      'a delimiter lost after a quoted value',
      '2024-01-30,AB-9,1.00,"so, so"Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so, so', 'Trier'],
      'quotes',
    ],
    [
      'one delimiter too many',
      '2024-01-30,,AB-9,1.00,so,Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so', 'Trier'],
      'surplus',
    ],
    ['one value too few', '2024-01-30,1.00,so,Trier', ['2024-01-30', '', '1.00', 'so', 'Trier'], 'short'],
    ['values left out at the end', '2024-01-30,AB-9,1.00', ['2024-01-30', 'AB-9', '1.00', '', ''], 'short'],
    [
      'a delimiter inside words',
      '2024-01-30,AB-9,1.00,so, so,Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so, so', 'Trier'],
      'joined',
    ],
    [
      'another delimiter',
      '2024-01-30;AB-9;1.00;so;Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so', 'Trier'],
      'delimiter',
    ],
    [
      'spaces for delimiters',
      '2024-01-30 AB-9 1.00 "so, so" Trier',
      ['2024-01-30', 'AB-9', '1.00', 'so, so', 'Trier'],
      'delimiter',
    ],
    [
      'empty fields after the last column',
      '2024-01-30,AB-9,1.00,so,Trier,,',
      ['2024-01-30', 'AB-9', '1.00', 'so', 'Trier'],
      undefined,
    ],
    [
      'an inch mark in plain words',
      '2024-01-30,AB-9,1.00,48" wide,Trier',
      ['2024-01-30', 'AB-9', '1.00', '48" wide', 'Trier'],
      undefined,
    ],
  ] as const)('%s', (_, row, fields, repair) => {
    const rows = read(around(row));
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatchObject({ fields, line: 3 });
    expect(rows[1]?.repair).toBe(repair);
    expect(rows.filter((other) => other.repair !== undefined)).toHaveLength(repair === undefined ? 0 : 1);
  });

  it('leaves a well quoted value alone that looks like two', () => {
    const rows = read(around('2024-01-30,AB-9,1.00,"he said ""no"""'));
    expect(rows[1]).toMatchObject({
      fields: ['2024-01-30', 'AB-9', '1.00', 'he said "no"', ''],
      repair: 'short',
    });
  });

  it('does not take prose for a row that is delimited by spaces', () => {
    const rows = read(around('Written by the storekeeper himself'));
    expect(rows[1]?.fields).toContain('Written by the storekeeper himself');
  });
});
