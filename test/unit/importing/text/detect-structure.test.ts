import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../../../src/data/importing/contract.ts';
import { detectDialect } from '../../../../src/data/importing/dialect/detect-dialect.ts';
import { layOut, type TableLayout } from '../../../../src/data/importing/text/lay-out.ts';

const read = (head: string, given: Partial<Dialect> = {}): TableLayout & ReturnType<typeof detectDialect> => {
  const found = detectDialect({ head, isWhole: true, later: [] }, 'utf-8', given);
  return { ...found, ...layOut(head, found.dialect) };
};

const rows = (count: number, from = 1): string =>
  Array.from(
    { length: count },
    (_, index) => `${from + index},2024-01-0${1 + (index % 9)},${index}.50,Bonn\n`,
  ).join('');
const table = `id,day,amount,city\n${rows(6)}`;

describe('delimiters', () => {
  it.each([
    ['||', 'a||b||c\n1||2||x y\n3||4||z\n'],
    ['::', 'a::b::c\n1::2::x\n3::4::z\n'],
    [', ', 'a, b, c\n1, 2, "x, y"\n3, 4, z\n'],
    ['~|~', 'a~|~b~|~c\n1~|~2~|~x\n3~|~4~|~z\n'],
    ['\u0001', 'a\u0001b\u0001c\n1\u00012\u0001x\n3\u00014\u0001z\n'],
    ['|', 'one|two,two|three\n4|five,five|6\n7|eight,eight|9\n'],
    [';', 'a;b;;c\n1,5;2;;x\n3,5;4;;z\n'],
  ])('finds %j', (delimiter, text) => {
    expect(read(text).dialect).toMatchObject({ delimiter, hasHeader: true });
  });

  it('finds quotes that are escaped by a backslash', () => {
    const found = read(
      'id,note,city\n1,"table 48\\" wide, red",Bonn\n2,"so \\"called\\" thing",Ulm\n3,plain,Ulm\n',
    );
    expect(found.dialect.escape).toBe('\\');
    expect(found.rows.map(({ fields }) => fields[1])).toEqual([
      'table 48" wide, red',
      'so "called" thing',
      'plain',
    ]);
  });

  it('finds the columns of a fixed-width text', () => {
    const text =
      'name        city        since       sum\nAnna Lee    New York    2024-01-01 12.5\nBo          Ulm         2024-02-01  3.0\nCy de Vries Den Haag    2024-03-01  4.1\nD           Bonn        2024-04-01 11.0\n';
    const found = read(text);
    expect(found.dialect.widths).toBeDefined();
    expect(found.names).toEqual(['name', 'city', 'since', 'sum']);
    expect(found.rows[2]?.fields).toEqual(['Cy de Vries', 'Den Haag', '2024-03-01', '4.1']);
  });

  it('keeps what the user says and finds the rest in its light', () => {
    const text = 'x;y\n1,5;2\n3,5;4\n';
    expect(read(text, { delimiter: ',' }).dialect).toMatchObject({ delimiter: ',' });
    expect(read(text, { hasHeader: false }).rows).toHaveLength(3);
  });
});

describe('headers', () => {
  it('joins several header rows', () => {
    const found = read(
      'Customer,Order,Order,Order\nname,day,sum,city\nA,2024-01-01,1,Ulm\nB,2024-01-02,2,Ulm\nC,2024-01-03,3,Ulm\n',
    );
    expect(found.dialect.headerRows).toBe(2);
    expect(found.names).toEqual(['Customer name', 'Order day', 'Order sum', 'Order city']);
    expect(found.rows).toHaveLength(3);
  });

  it('names a repeated header once, but keeps it as written', () => {
    const found = read(`id,day,amount,city\n${table}`);
    expect(found.dialect.headerRows).toBe(2);
    expect(found.names).toEqual(['id', 'day', 'amount', 'city']);
    expect(found.headers[0]).toBe('id id');
  });

  it('leaves out an empty cell too many, and reads a header with another delimiter', () => {
    expect(read(table.replace('id,day', 'id,,day')).names).toEqual(['id', 'day', 'amount', 'city']);
    expect(read(table.replace('id,day,amount,city', 'id day amount city')).names).toEqual([
      'id',
      'day',
      'amount',
      'city',
    ]);
    expect(read(table.replace('id,day', '"id,day')).headers).toEqual(['"id', 'day', 'amount', 'city']);
  });

  it('takes codes like those below for a row', () => {
    expect(read('John 418-Y11-41\nMary 319-Z19-43\nEvan 219-Q32-30\n').dialect.hasHeader).toBe(false);
  });
});

describe('what stands around a table', () => {
  it('leaves out titles above it and totals and notes below it', () => {
    const found = read(`Orders of January\n\n${table}Total,,15.00,\n\nCreated by the shop system\n`);
    expect(found.dialect).toMatchObject({ skipLines: 2, footerLines: 3, hasHeader: true });
    expect(found.rows).toHaveLength(6);
  });

  it('keeps short rows and empty rows for rows', () => {
    expect(read(`${table}7,2024-01-01\n`).dialect.footerLines).toBeUndefined();
    expect(read(`${table},,,\n`).rows).toHaveLength(7);
  });

  it('finds a footer at the end of a file that is longer than its head', () => {
    const tail = `${rows(20, 500)}Total,,99.00,\n`;
    const { dialect } = detectDialect({ head: table, isWhole: false, later: [tail] }, 'utf-8');
    expect(dialect.footerLines).toBe(1);
  });
});

describe('several tables in one file', () => {
  const second = 'sku,name\nA1,Chair\nA2,Table\nA3,Lamp\n';

  it('reads the largest and names the places of all', () => {
    const found = read(`${second}\n${table}`);
    expect(found.tables).toEqual([
      { firstLine: 1, lastLine: 4, rows: 3, columns: 2 },
      { firstLine: 6, lastLine: 12, rows: 6, columns: 4 },
    ]);
    expect(found.dialect).toMatchObject({ table: 1, skipLines: 5 });
    expect(found.rows).toHaveLength(6);
  });

  it('reads another one when the user chooses it', () => {
    const found = read(`${table}Products\n${second}`, { table: 0 });
    expect(found.dialect).toMatchObject({ skipLines: 0, lastLine: 7 });
    expect(found.rows).toHaveLength(6);
    expect(read(`${table}Products\n${second}`, { table: 1 }).names).toEqual(['sku', 'name']);
  });

  it('takes files put one after the other for one table', () => {
    const found = read(`${table}id,day,amount,city\n${rows(3, 70)}`);
    expect(found.dialect.table).toBeUndefined();
    expect(found.rows).toHaveLength(9);
  });

  it('reads a table once that occurs twice', () => {
    const found = read(`${table}${table}`);
    expect(found.tables).toHaveLength(2);
    expect(found.rows).toHaveLength(6);
  });
});
