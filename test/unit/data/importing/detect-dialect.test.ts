import { describe, expect, it } from 'vitest';
import { detectDialect } from '../../../../src/data/importing/dialect/detect-dialect.ts';
import type { Dialect } from '../../../../src/data/importing/contract.ts';

const detect = (head: string, later: readonly string[] = []): Dialect =>
  detectDialect({ head, isWhole: later.length === 0, later }, 'utf-8').dialect;

describe('detectDialect', () => {
  it.each([
    ['customer,date,amount\nA,2024-01-31,12.50\nB,2024-02-01,3.20\n', ','],
    ['Kunde;Datum;Betrag\nA;31.01.2024;12,50\nB;01.02.2024;3,20\n', ';'],
    ['customer\tdate\tamount\nA, Ltd\t2024-01-31\t12\nB\t2024-02-01\t3\n', '\t'],
    ['customer|note|amount\nA|one, two|12\nB|three; four|3\n', '|'],
    [' customer  date  amount\n 001 19970101  2.5\n 002 19970102 10.0\n', ' '],
    ['only\none\ncolumn\n', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(detect(text)).toMatchObject({ delimiter, hasHeader: true, skipLines: 0 });
  });

  it('finds a table without a header', () => {
    expect(detect('4,19970101,2,29.33\n4,19970118,2,29.73\n21,19970101,3,63.34\n').hasHeader).toBe(false);
  });

  it('skips titles above the header, padded or not', () => {
    const body = 'customer,date,amount,city\nA,2024-01-31,12,Bonn\nB,2024-02-01,3,Ulm\nC,2024-02-03,4,Ulm\n';
    expect(detect(`Sales report,,,\n,,,\n${body}`)).toMatchObject({ skipLines: 2, hasHeader: true });
    expect(detect(`Sales report 2024\nExported by me\n\n${body}`)).toMatchObject({
      skipLines: 3,
      hasHeader: true,
    });
    expect(detect(`sep=,\n${body}`)).toMatchObject({ skipLines: 1, hasHeader: true, delimiter: ',' });
  });

  it('reads number marks from the values', () => {
    expect(detect('a;b\nx;1.234,50\ny;12,5\n')).toMatchObject({ decimalMark: ',', thousandsMark: '.' });
    expect(detect('a;b\nx;1,234.50\ny;12.5\n')).toMatchObject({ decimalMark: '.', thousandsMark: ',' });
    expect(detect('a,b\nx,"1\u00a0234,50"\ny,"12,5"\n')).toMatchObject({
      decimalMark: ',',
      thousandsMark: ' ',
    });
  });

  it('knows the date order when a day is over 12, also when only a later part of the file shows it', () => {
    const head = 'a,b\nx,01/02/2024\ny,03/04/2024\n';
    expect(detect(head, ['z,25/04/2024\n'])).toMatchObject({ dateOrder: 'dmy', dateOrderIsAGuess: false });
    expect(detect(head, ['z,04/25/2024\n'])).toMatchObject({ dateOrder: 'mdy', dateOrderIsAGuess: false });
  });

  it('says that the date order is a guess when every day is 12 or less', () => {
    expect(detect('a,b\nx,01/02/2024\ny,03/04/2024\n')).toMatchObject({ dateOrderIsAGuess: true });
    expect(detect('a;b\nx;01.02.2024\ny;03.04.2024\n')).toMatchObject({
      dateOrder: 'dmy',
      dateOrderIsAGuess: true,
    });
  });

  it('guesses from the sequence of a log', () => {
    const days = [
      [9, 3],
      [10, 3],
      [11, 3],
      [12, 3],
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
      [5, 4],
      [6, 4],
    ] as const;
    const log = (write: (day: number, month: number) => string): string =>
      `id,day\n${days.map(([day, month], row) => `${row},${write(day, month)}/2024`).join('\n')}`;
    expect(detect(log((day, month) => `${day}/${month}`)).dateOrder).toBe('dmy');
    expect(detect(log((day, month) => `${month}/${day}`)).dateOrder).toBe('mdy');
  });

  it('asks nothing about ISO dates', () => {
    expect(detect('a,b\nx,2024-01-02\n')).toMatchObject({ dateOrder: 'ymd', dateOrderIsAGuess: false });
  });
});
