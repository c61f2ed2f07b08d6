import { describe, expect, it } from 'vitest';
import type { TableText } from '../../../../src/data/importing/import-tools.ts';
import { readTable } from '../../../../src/data/importing/read-table.ts';
import { valueOf } from '../../../support/engine.ts';
import { fileOf, inspectOne } from '../../../support/importing.ts';

const read = async (text: string, format: 'json' | 'ndjson' = 'json', table?: string): Promise<TableText> =>
  valueOf(await readTable(fileOf('given.json', text), format, table));
const csvOf = async (text: string, format?: 'json' | 'ndjson', table?: string): Promise<string> =>
  (await read(text, format, table)).csv.text();

describe('JSON', () => {
  it.each([
    ['a list of records', '[{"a":1,"b":"x"},{"b":"y","c":true}]', 'a,b,c\n1,x,\n,y,true\n'],
    ['one list within a document', '{"n":2,"data":{"orders":[{"id":1},{"id":2}]}}', 'id\n1\n2\n'],
    ['a record of lists', '{"a":[1,2],"b":["x",null]}', 'a,b\n1,x\n2,\n'],
    ['a record of numbered columns', '{"a":{"0":1,"1":2},"b":{"0":"x","1":"y"}}', 'a,b\n1,x\n2,y\n'],
    ['records by their key', '{"k1":{"n":"A","v":1},"k2":{"n":"B","v":2}}', 'key,n,v\nk1,A,1\nk2,B,2\n'],
    ['rows with names first', '[["id","name"],[1,"x"],[2,"y"]]', 'id,name\n1,x\n2,y\n'],
    ['rows without names', '[[1,"x"],[2,"y"]]', '0,1\n1,x\n2,y\n'],
    ['nested records', '[{"a":{"b":{"c":1}},"d":2}]', 'a.b.c,d\n1,2\n'],
    ['lists of plain values', '[{"tags":["a",1,null]}]', 'tags\n"a, 1, "\n'],
    ['lists of records, as text', '[{"lines":[{"q":1}]}]', 'lines\n"[{""q"":1}]"\n'],
    [
      'identifiers of 19 digits',
      '[{"id":1234567890123456789,"t":"9999999999999999999"}]',
      'id,t\n1234567890123456789,9999999999999999999\n',
    ],
    ['brackets and quotes in texts', '[{"a":"}]\\"{["},{"a":"\\\\"}]', 'a\n"}]""{["\n\\\n'],
  ])('reads %s', async (_, text, csv) => {
    expect(await csvOf(text)).toBe(csv);
  });

  it('reads JSON lines, and sets lines aside that are none', async () => {
    const table = await read('{"a":1}\n{broken\n\n{"a":2,"b":3}\n', 'ndjson');
    expect(await table.csv.text()).toBe('a,b\n1,\n2,3\n');
    expect(table).toMatchObject({
      rowsRejected: 1,
      rejected: [{ line: 2, text: '{broken', reason: 'The line is not JSON' }],
    });
  });

  it('reads records that stand one after another over several lines', async () => {
    expect(await csvOf('{\n"a":1\n}\n{\n"a":2\n}\n', 'ndjson')).toBe('a\n1\n2\n');
  });

  it('offers all lists of records and reads the longest, or the one asked for', async () => {
    const text = '{"customers":[{"id":1}],"orders":[{"no":1},{"no":2}]}';
    const table = await read(text);
    expect(table).toMatchObject({ tables: ['customers', 'orders'], table: 'orders' });
    expect(table.issues).toContainEqual(expect.objectContaining({ code: 'other-sheets', count: 1 }));
    expect(await csvOf(text, 'json', 'customers')).toBe('id\n1\n');
  });

  it('finds columns that turn up late, and keeps the rows before them', async () => {
    const records = Array.from({ length: 6000 }, (_, id) => (id === 5900 ? { id, late: 'x' } : { id }));
    const lines = (await csvOf(JSON.stringify(records))).split('\n');
    expect([lines[0], lines[1], lines[5901], lines.length]).toEqual(['id,late', '0,', '5900,x', 6002]);
  });

  it.each([
    ['[{"a":1},{"a":', { kind: 'file-corrupt', reason: 'It breaks off' }],
    ['{"a":{"b":1}]', { kind: 'file-corrupt' }],
    ['{"name":"x"}', { kind: 'file-not-a-table' }],
    ['[]', { kind: 'file-not-a-table' }],
    ['[1,2,3]', { kind: 'file-not-a-table' }],
  ])('refuses %s', async (text, error) => {
    const result = await readTable(fileOf('given.json', text), 'json');
    expect(result).toMatchObject({ ok: false, error });
  });

  it.each([
    ['[{"a":1},5,"x, y",{"a":2},null]', 3],
    ['{"n":3,"items":[7,{"a":"7,8"},{"a":[1,2]}],"plain":[1,2,3]}', 1],
    ['[{"a":1},{"a":2}]', 0],
  ])('counts the plain values of a list that are no records: %s', async (text, others) => {
    const { issues } = await read(text);
    const counts = issues.filter(({ code }) => code === 'values-left-out').map(({ count }) => count);
    expect(counts).toEqual(others === 0 ? [] : [others]);
  });

  it('reads UTF-16 by its mark', async () => {
    const file = new File(
      [new Uint8Array([0xff, 0xfe]), Buffer.from('[{"é":1},{"é":2}]', 'utf16le')],
      'a.json',
    );
    expect(await inspectOne(file)).toMatchObject({ format: 'json', columns: [{ name: 'é' }] });
  });

  it('knows the decimal mark where a number shows it, and asks for the order of dates', async () => {
    const found = await inspectOne(
      fileOf('a.json', '[{"amount":1.5,"on":"03/04/2024"},{"amount":1.234,"on":"05/06/2024"}]'),
    );
    expect(found.dialect).toMatchObject({ decimalMark: '.', thousandsMark: '', dateOrderIsAGuess: true });
    expect(found.questions.map(({ code }) => code)).toContain('date-order-guess');
  });
});
