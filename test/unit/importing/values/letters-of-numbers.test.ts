import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { fileOf, importAll } from '../../../support/importing.ts';
import { readColumn } from '../../../support/read-column.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const money = 'orders.sales';

describe('thousands and millions in words', () => {
  it.each([
    [
      'English',
      '.',
      ['1.2M', '850k', '$1.2bn', '(3.5K)', '-2 million', '7', '€4mn', '12%'],
      [1.2e6, 850e3, 1.2e9, -3500, -2e6, 7, 4e6, 0.12],
    ],
    [
      'German',
      ',',
      ['3,4 Mio.', '1,25 Mrd. €', '850 Tsd.', '12,5 TEUR', '2 Mio EUR', '3 T€'],
      [3.4e6, 1.25e9, 850e3, 12500, 2e6, 3000],
    ],
    ['nothing rounded before it is multiplied', '.', ['1.234567891bn', '1.23456M'], [1234567891, 1234560]],
    ['currencies that begin alike', '.', ['12 kr', '3 MAD', '5 KES', '2 kkr'], [12, 3, 5, 2000]],
    ['Indian', '.', ['1.5 lakh', '2 crore'], [150e3, 2e7]],
  ] as const)('%s', async (_, decimalMark, cells, values) => {
    const read = await readColumn(engine, money, cells, { decimalMark });
    expect(read.values).toEqual(values);
    expect(read.unreadable).toBe(0);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'magnitudes' }));
  });
  it('counts them whole where whole numbers are expected', async () => {
    const read = await readColumn(engine, 'tickets.reopened', ['1.001k', '2', '1.0005k']);
    expect(read.values).toEqual([1001, 2, null]);
  });
  it('leaves what could be two things unread: a lone T, and M beside MM', async () => {
    expect((await readColumn(engine, money, ['1.2T', '3'])).values).toEqual([null, 3]);
    const read = await readColumn(engine, money, ['1.2MM', '300M', '5']);
    expect(read.values).toEqual([1.2e6, null, 5]);
    expect(read.unreadable).toBe(1);
  });
});

describe('whole columns', () => {
  it('of per cent beside millions are not rounded', async () => {
    const read = await readColumn(engine, money, ['1.234567M', '12.5%', '999999999M']);
    expect(read.values).toEqual([1234567, 0.125, null]);
  });
});

describe('marks for debit and credit', () => {
  it.each([
    ['S and H', ',', ['120,00 S', '1.120,50 H', '7,00S', '8,50 € H', '0,00'], [120, -1120.5, 7, -8.5, 0]],
    ['Dr and Cr', '.', ['120.00 Dr', '12.50 Cr', '3.00CR'], [120, -12.5, -3]],
    ['D and C', '.', ['120.00 D', '12.50 C'], [120, -12.5]],
    ['words', ',', ['120,00 Soll', '12,50 Haben'], [120, -12.5]],
    ['no mark for the other side', ',', ['120,00', '12,50 H'], [120, -12.5]],
    [
      'nearly all credits',
      ',',
      [...Array<string>(19).fill('10,00 H'), '1,00 S'],
      [...Array<number>(19).fill(10), -1],
    ],
  ] as const)('%s', async (_, decimalMark, cells, values) => {
    const read = await readColumn(engine, money, cells, { decimalMark });
    expect(read.values).toEqual(values);
    expect(read.unreadable).toBe(0);
    expect(read.issues).toContainEqual(
      expect.objectContaining({ code: 'debit-credit', severity: 'warning' }),
    );
  });
  it('leaves amounts unread whose sign nobody can tell', async () => {
    const cells = ['120,00 S', '30,00 H', '7,00', '-5,00 H', '0'];
    const read = await readColumn(engine, money, cells, { decimalMark: ',' });
    expect(read.values).toEqual([120, -30, null, null, 0]);
    expect(read.unreadable).toBe(2);
  });
  it('says so where all are on one side', async () => {
    const read = await readColumn(engine, money, ['120,00 S', '30,00 S'], { decimalMark: ',' });
    expect(read.values).toEqual([120, 30]);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'debit-credit', severity: 'info' }));
  });

  const net = async (text: string): Promise<readonly unknown[]> => {
    await importAll(engine, fileOf('journal.csv', text));
    const rows = await engine.rows('select net::double as net from next_orders order by order_id');
    return rows.map((row) => row['net']);
  };
  it('may stand in a column of their own', async () => {
    const head = 'Belegnr;Kunde;Belegdatum;Umsatz;Soll/Haben-Kennzeichen\n';
    expect(
      await net(`${head}1;A;01.02.2024;120,00;S\n2;A;02.02.2024;20,00;H\n3;B;03.02.2024;5,50;S\n`),
    ).toEqual([120, -20, 5.5]);
    const signed = `${head}1;A;01.02.2024;120,00;S\n2;A;02.02.2024;-20,00;H\n3;B;03.02.2024;5,50;S\n`;
    expect(await net(signed)).toEqual([120, -20, 5.5]);
  });
  it('count what has no side beside others that have one', async () => {
    const rows =
      '1;A;01.02.2024;120,00;S\n2;A;02.02.2024;20,00;H\n3;B;03.02.2024;5,50;\n4;B;04.02.2024;6,00;S\n';
    const outcome = await importAll(
      engine,
      fileOf('journal.csv', `Belegnr;Kunde;Belegdatum;Umsatz;S/H\n${rows}`),
    );
    const [file] = outcome.files;
    expect(JSON.stringify(file)).toContain('5,50');
    const kept = await engine.rows(
      'select net::double as net from next_orders where net is not null order by order_id',
    );
    expect(kept.map((row) => row['net'])).toEqual([120, -20, 6]);
  });
});

describe('calendar weeks', () => {
  const monday = '2024-03-18T00:00:00';
  it.each([
    'KW 12/2024',
    'KW12 2024',
    '2024-W12',
    '2024W12',
    'W12 2024',
    '12. KW 2024',
    '2024 KW 12',
    'Week 12, 2024',
    '2024/KW12',
    'CW 12-2024',
  ])('%s is its Monday', async (cell) => {
    const read = await readColumn(engine, 'orders.ordered_at', [cell, cell.replace('12', '11')]);
    expect(read.values).toEqual([monday, '2024-03-11T00:00:00']);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'weeks-as-dates', count: 2 }));
  });
  it('reads weeks of one digit and of the turn of the year, and no week that a year doesn’t have', async () => {
    const cells = [
      'KW 1/2024',
      'KW 01/2021',
      'KW 53/2020',
      'KW 53/2023',
      'KW 0/2024',
      '2024-W12-3',
      'KW 54/2024',
    ];
    const read = await readColumn(engine, 'orders.ordered_at', cells);
    expect(read.values).toEqual([
      '2024-01-01T00:00:00',
      '2021-01-04T00:00:00',
      '2020-12-28T00:00:00',
      null,
      null,
      '2024-03-20T00:00:00',
      null,
    ]);
    expect(read.unreadable).toBe(3);
  });
  it('are found as the dates of a file', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `C${row % 7};KW ${(row % 52) + 1}/2024;${row + 10},50\n`,
    );
    await importAll(engine, fileOf('weeks.csv', `Kunde;Woche;Umsatz\n${rows.join('')}`));
    const [row] = await engine.rows(
      'select count(*)::integer as n, min(ordered_at) as first from next_orders',
    );
    expect(row).toMatchObject({ n: 40, first: '2024-01-01T00:00:00' });
  });
});

describe('letters that are no part of a number', () => {
  it('house numbers stay text', async () => {
    const rows = ['A;1;10,00;12 b', 'B;2;11,00;14', 'C;3;12,00;3 D'].map((row) =>
      row.replace(/;\d;/, ';01.02.2024;'),
    );
    await importAll(engine, fileOf('houses.csv', `Kunde;Datum;Umsatz;Hausnummer\n${rows.join('\n')}\n`));
    const found = await engine.rows('select * from next_customer_attributes order by customer_id');
    expect(JSON.stringify(found)).not.toContain('12000000000');
  });
});
