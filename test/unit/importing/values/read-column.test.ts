import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { readColumn } from '../../../support/read-column.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const money = 'orders.sales';

describe('amounts of a column', () => {
  it.each([
    [
      'comma and point',
      ',',
      ['1.234,50', '7', '0,5', '-3,20', '1.234.567,89'],
      [1234.5, 7, 0.5, -3.2, 1234567.89],
    ],
    [
      'point and comma',
      '.',
      ['1,234.50', '7.', '.5', '+3.20', '1,234,567.89'],
      [1234.5, 7, 0.5, 3.2, 1234567.89],
    ],
    ['Swiss', '.', ["1'234.50", '1’234’567.–', 'CHF 10.–', 'Fr. 5.50'], [1234.5, 1234567, 10, 5.5]],
    ['spaces', ',', ['1 234,50', '1\u202f234\u202f567,8', '12\u00a0345'], [1234.5, 1234567.8, 12345]],
    [
      'Indian',
      '.',
      ['1,00,000', '12,34,567.50', '₹ 5,000', 'Rs. 12.50', 'Rs 7'],
      [100000, 1234567.5, 5000, 12.5, 7],
    ],
    [
      'euro',
      ',',
      ['€ 1.234,50', '1 234,50 EUR', '10,- €', '5,– Euro', '-€2,00'],
      [1234.5, 1234.5, 10, 5, -2],
    ],
    ['crowns', ',', ['12,50 kr', 'kr. 1.000,00', '7 Kč', 'SEK 3'], [12.5, 1000, 7, 3]],
    ['dollars', '.', ['$1,234.50', 'US$ 5', 'R$ 6.00', '$-2', '-$3.5', 'usd 4'], [1234.5, 5, 6, -2, -3.5, 4]],
    [
      'negatives',
      '.',
      ['(12.30)', '($3.20)', '5.00-', '\u22124', '\u20131.5', '8', '$(2)'],
      [-12.3, -3.2, -5, -4, -1.5, 8, -2],
    ],
    ['per cent', ',', ['12,5 %', '100%', '0,25'], [0.125, 1, 0.25]],
    ['powers of ten', '.', ['1.5E+3', '2e-2', '7', '1,000.5'], [1500, 0.02, 7, 1000.5]],
    ['powers of ten with a comma', ',', ['1,23E+05', '1.000,5'], [123000, 1000.5]],
    ['credit', '.', ['10.00', '3.00 CR', '5.00'], [10, -3, 5]],
    ['all debit', '.', ['10.00 DR', '3.00 DR'], [10, 3]],
  ] as const)('%s', async (_, decimalMark, cells, values) => {
    const read = await readColumn(engine, money, cells, { decimalMark });
    expect(read.values).toEqual(values);
    expect(read.unreadable).toBe(0);
  });

  it('reads values under the other mark where only that explains them, and says so', async () => {
    const read = await readColumn(
      engine,
      money,
      [...Array<string>(30).fill('1.234,50'), '12.5', '1.234', '7,123.00'],
      {
        decimalMark: ',',
      },
    );
    expect(read.values.slice(30)).toEqual([12.5, 1234, 7123]);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'decimal-marks-mixed', count: 2 }));
  });
  it('leaves what could be either unread where both marks are common', async () => {
    const read = await readColumn(engine, money, ['1,50', '2,50', '3.50', '1.234', '12'], {
      decimalMark: ',',
    });
    expect(read.values).toEqual([1.5, 2.5, 3.5, null, 12]);
    expect(read.unreadable).toBe(1);
  });
  it('counts what is no number instead of guessing', async () => {
    const cells = ['1.5', 'abc', '12 apples 3', '1.2.3', '(5', '1,23,4', '08.11.2016', 'x'.repeat(500)];
    const read = await readColumn(engine, money, cells);
    expect(read.values).toEqual([1.5, ...Array<null>(7).fill(null)]);
    expect(read.unreadable).toBe(7);
  });
  it('counts numbers that are too large, and infinities', async () => {
    const read = await readColumn(engine, 'lines.quantity', ['1', 'inf', '1e400', 'Infinity']);
    expect(read.values).toEqual([1, null, null, null]);
    expect(read.unreadable).toBe(3);
    expect((await readColumn(engine, money, ['1', '999999999999999999'])).unreadable).toBe(1);
  });
  it('reads whole numbers into whole numbers only', async () => {
    expect((await readColumn(engine, 'tickets.reopened', ['1', '2.0', '2.5', '1,000'])).values).toEqual([
      1,
      2,
      null,
      1000,
    ]);
  });
  it('names the currencies', async () => {
    const read = await readColumn(engine, money, ['€ 5', '5 USD', '7', 'R$ 2', '3 kr']);
    expect(read.currencies).toEqual(expect.arrayContaining(['EUR', 'USD', 'BRL']));
    expect(read.currencies).toHaveLength(3);
  });
  it('says when it rounds', async () => {
    const read = await readColumn(engine, money, ['1.00005', '2.5']);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'decimals-rounded', count: 1 }));
  });
  it('says when nothing proves the decimal mark', async () => {
    const read = await readColumn(engine, money, ['1.234', '12.500'], { decimalMarkIsAGuess: true });
    expect(read.values).toEqual([1.234, 12.5]);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'decimal-mark-guess', count: 2 }));
  });
  it('takes words and signs for no value, and counts them', async () => {
    const read = await readColumn(engine, money, [
      '1',
      'N/A',
      '-',
      'k.A.',
      's/d',
      '#N/A',
      '(blank)',
      '',
      null,
      'NULL',
    ]);
    expect(read).toMatchObject({ empty: 9, unreadable: 0 });
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'null-words', count: 7 }));
  });
});

describe('yes and no', () => {
  it.each([
    [['yes', 'No', 'Y', 'n']],
    [['ja', 'nein', 'J', 'N']],
    [['oui', 'non', 'vrai', 'faux']],
    [['sí', 'no', 'verdadero', 'falso']],
    [['sim', 'não', 'verdadeiro', 'nao']],
    [['sì', 'no', 'vero', 'falso']],
    [['1', '0', 'true', 'FALSE']],
    [['on', 'off', 'An', 'aus']],
  ])('%j', async (cells) => {
    expect((await readColumn(engine, 'customers.consent', cells)).values).toEqual([true, false, true, false]);
  });
  it('takes blank for no where a column only ticks', async () => {
    const read = await readColumn(engine, 'customers.consent', ['x', '', 'X', null]);
    expect(read.values).toEqual([true, false, true, false]);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'blank-is-no' }));
  });
  it('counts other words', async () => {
    expect(await readColumn(engine, 'customers.consent', ['yes', 'maybe', ''])).toMatchObject({
      empty: 1,
      unreadable: 1,
    });
  });
});

describe('identifiers', () => {
  it('warns of those that a spreadsheet has shortened', async () => {
    const read = await readColumn(engine, 'orders.customer_id', [
      '1.23E+11',
      '4,56E+11',
      '17850.0',
      "'0012",
      'unknown',
    ]);
    expect(read.values).toEqual(['1.23E+11', '4,56E+11', '17850', '0012', null]);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'identifiers-shortened', count: 2 }));
  });

  it('takes the first of some lists of customers and says so, but leaves identifiers of two parts whole', async () => {
    const some = await readColumn(engine, 'deals.customer_id', ['12', '12; 15', '7;8;9', '15', '21']);
    expect(some.values).toEqual(['12', '12', '7', '15', '21']);
    expect(some.issues).toContainEqual(expect.objectContaining({ code: 'first-of-list', count: 2 }));
    const parts = await readColumn(engine, 'orders.customer_id', ['1|12', '1|15', '2|12']);
    expect(parts).toMatchObject({ values: ['1|12', '1|15', '2|12'], issues: [] });
    const order = await readColumn(engine, 'orders.order_id', ['12', '12; 15', '21']);
    expect(order).toMatchObject({ values: ['12', '12; 15', '21'], issues: [] });
  });
});
