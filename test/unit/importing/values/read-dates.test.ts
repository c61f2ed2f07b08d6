import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { readColumn } from '../../../support/read-column.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const moment = 'orders.ordered_at';
const day = 'customers.first_seen';

describe('dates of a column', () => {
  it.each([
    ['2024-01-05', '2024-01-05T00:00:00'],
    ['2024/1/5', '2024-01-05T00:00:00'],
    ['05.01.2024', '2024-01-05T00:00:00'],
    ['5. 1. 2024', '2024-01-05T00:00:00'],
    ['5/1/24', '2024-01-05T00:00:00'],
    ['5/1/69', '1969-01-05T00:00:00'],
    ['20240105', '2024-01-05T00:00:00'],
    ['15012024', '2024-01-15T00:00:00'],
    ['20240105T103000', '2024-01-05T10:30:00'],
    ['20240105103000', '2024-01-05T10:30:00'],
    ['2024年1月5日', '2024-01-05T00:00:00'],
    ['2024-01-05T10:30:00Z', '2024-01-05T10:30:00'],
    ['2024-01-05 10:30:00.123456 +0530', '2024-01-05T10:30:00'],
    ['2024-01-05 10:30 UTC', '2024-01-05T10:30:00'],
    ['2024-01-05T10:30:00-08', '2024-01-05T10:30:00'],
    ['2024-01-05T10:30:00+01:00[Europe/Berlin]', '2024-01-05T10:30:00'],
    ['Fri Jan 05 2024 10:30:00 GMT+0100 (CET)', '2024-01-05T10:30:00'],
    ['Fri, 05 Jan 2024 10:30:00 GMT', '2024-01-05T10:30:00'],
    ['5/1/2024 3:05 PM', '2024-01-05T15:05:00'],
    ['5/1/2024 12:05:09 a.m.', '2024-01-05T00:05:09'],
    ['5/1/2024, 3:05 p. m.', '2024-01-05T15:05:00'],
    ['05.01.2024 um 15:05 Uhr', '2024-01-05T15:05:00'],
    ['15:05 05/01/2024', '2024-01-05T15:05:00'],
    ['Jan  5 2024  3:05PM', '2024-01-05T15:05:00'],
    ['January 5, 2024', '2024-01-05T00:00:00'],
    ['5th January 2024', '2024-01-05T00:00:00'],
    ['05-JAN-24', '2024-01-05T00:00:00'],
    ['5. Januar 2024', '2024-01-05T00:00:00'],
    ['Freitag, 5. Jänner 2024', '2024-01-05T00:00:00'],
    ['5. Mär. 2024', '2024-03-05T00:00:00'],
    ['1er août 2024', '2024-08-01T00:00:00'],
    ['mar. 5 mars 2024 14:30', '2024-03-05T14:30:00'],
    ['5 déc. 2024', '2024-12-05T00:00:00'],
    ['5 de enero de 2024', '2024-01-05T00:00:00'],
    ['5 sept 2024', '2024-09-05T00:00:00'],
    ['5 de março de 2024 às 14:30', '2024-03-05T14:30:00'],
    ['05/out/2024', '2024-10-05T00:00:00'],
    ['5 gennaio 2024', '2024-01-05T00:00:00'],
    ['5 MAG 2024', '2024-05-05T00:00:00'],
    ['2024-Dez-05', '2024-12-05T00:00:00'],
    ['1704450600', '2024-01-05T10:30:00'],
    ['1704450600000', '2024-01-05T10:30:00'],
    ['1704450600000000', '2024-01-05T10:30:00'],
    ['45296', '2024-01-05T00:00:00'],
    ['45296.4375', '2024-01-05T10:30:00'],
    ['2024-03', '2024-03-01T00:00:00'],
    ['03/2024', '2024-03-01T00:00:00'],
    ['202403', '2024-03-01T00:00:00'],
    ['Mar-24', '2024-03-01T00:00:00'],
    ['März 2024', '2024-03-01T00:00:00'],
    ['2024-W10', '2024-03-04T00:00:00'],
    ['2024-W10-5', '2024-03-08T00:00:00'],
    ['2024-Q2', '2024-04-01T00:00:00'],
    ['Q2 2024', '2024-04-01T00:00:00'],
    ['2024', '2024-01-01T00:00:00'],
  ])('%j alone', async (cell, expected) => {
    expect((await readColumn(engine, moment, [cell])).values).toEqual([expected]);
  });

  it('reads many ways of writing in one column', async () => {
    const cells = [
      '31.12.2023',
      '1.2.24',
      '2024-01-05',
      '5. März 2024',
      '45296',
      '2024-01-05T10:30:00Z',
      '3:05 PM',
      'soon',
    ];
    const read = await readColumn(engine, day, cells);
    expect(read.values).toEqual([
      '2023-12-31',
      '2024-02-01',
      '2024-01-05',
      '2024-03-05',
      '2024-01-05',
      '2024-01-05',
      null,
      null,
    ]);
    expect(read.unreadable).toBe(2);
  });
  it('keeps the order that a column proves, whatever the file has', async () => {
    const read = await readColumn(engine, day, ['1/31/2024', '2/1/2024'], { dateOrder: 'dmy' });
    expect(read.values).toEqual(['2024-01-31', '2024-02-01']);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'date-order-column' }));
  });
  it('reads a mixture of orders value by value and leaves out what could be either', async () => {
    const read = await readColumn(engine, day, [
      '31/1/2024',
      '1/31/2024',
      '30/1/2024',
      '2/1/2024',
      '3/3/2024',
    ]);
    expect(read.values).toEqual(['2024-01-31', '2024-01-31', '2024-01-30', null, '2024-03-03']);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'date-order-mixed', count: 1 }));
    expect(read.unreadable).toBe(1);
  });
  it('reads years of two digits at the beginning when they prove it', async () => {
    const read = await readColumn(engine, day, ['98-12-31', '24-01-05']);
    expect(read.values).toEqual(['1998-12-31', '2024-01-05']);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'two-digit-years', count: 2 }));
  });
  it('names the time zones and what was done about them', async () => {
    const one = await readColumn(engine, moment, [
      '2024-01-05 10:30:00 +0530',
      '2024-01-06 10:30:00 +0530',
      '2024-01-07',
    ]);
    expect(one.issues).toContainEqual(
      expect.objectContaining({ code: 'time-zone', severity: 'info', count: 2 }),
    );
    const two = await readColumn(engine, moment, ['2024-01-05T10:30:00Z', '2024-01-06T10:30:00+02:00']);
    expect(two.issues).toContainEqual(
      expect.objectContaining({ code: 'time-zone', severity: 'warning', count: 2 }),
    );
  });
  it('counts dates that do not exist', async () => {
    const read = await readColumn(engine, day, [
      '2024-02-30',
      '0000-00-00',
      '9999-12-31',
      '31.06.2024',
      '2024-01-01',
    ]);
    expect(read.values).toEqual([null, null, null, null, '2024-01-01']);
    expect(read.unreadable).toBe(4);
  });
});
