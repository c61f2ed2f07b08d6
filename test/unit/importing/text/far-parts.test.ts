import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { fileOf, importAll, inspectOne } from '../../../support/importing.ts';

const rows = Array.from(
  { length: 30_000 },
  (_, row) => `${row + 1},C${row % 900},2024-0${1 + (row % 9)}-11,12.50,some words to make it longer`,
);
const table = ['order_id,customer_id,order_date,amount,note', ...rows].join('\n');

describe('parts of a file beyond its inspected head', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('totals at the end of a long packed file are no rows', async () => {
    const file = fileOf('orders.csv.gz', gzipSync(`${table}\n\nTotal,,,375000.00,\n`));
    expect((await inspectOne(file)).dialect.footerLines).toBe(2);
    const report = await importAll(engine, file);
    expect(report.files[0]).toMatchObject({ rowsRead: 30_000, rowsKept: 30_000 });
    expect(await engine.rows('select sum(net)::double as net from next_orders')).toEqual([{ net: 375_000 }]);
  });

  it('a head that is unlike the rest is said, as the table may begin behind it', async () => {
    const preamble = Array.from(
      { length: 9000 },
      (_, line) => `Note ${line}: written by the system, not data`,
    );
    const { issues } = await inspectOne(fileOf('orders.csv', `${preamble.join('\n')}\n${table}\n`));
    expect(issues).toContainEqual(expect.objectContaining({ code: 'head-unlike-rest', severity: 'warning' }));
    const plain = await inspectOne(fileOf('orders.csv', table));
    expect(plain.issues.map(({ code }) => code)).not.toContain('head-unlike-rest');
  });
});
