import { beforeAll, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll } from '../../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const load = async (rows: readonly string[]): Promise<readonly unknown[]> => {
  const text = ['order id,order date,customer id,amount,currency', ...rows, ...rows].join('\n');
  const report = await importAll(engine, fileOf('orders.csv', text));
  return (report.files[0]?.issues ?? [])
    .filter(({ code }) => code === 'currency-contradicted')
    .map(({ count, message }) => [count, message]);
};

test('amounts that name another currency than the column of currencies are counted', async () => {
  expect(
    await load(['1,2024-01-05,C1,€ 5.00,EUR', '2,2024-01-06,C2,€ 7.50,USD', '3,2024-01-07,C1,GBP 3.00,EUR']),
  ).toEqual([[4, 'Amounts in “amount” name another currency than “currency”: the latter was taken']]);
});

test('a sign that several currencies share contradicts none of them', async () => {
  expect(
    await load(['1,2024-01-05,C1,$5.00,AUD', '2,2024-01-06,C2,$7.50,USD', '3,2024-01-07,C1,$3.00,CAD']),
  ).toEqual([]);
});
