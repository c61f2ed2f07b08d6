import { beforeAll, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll, inspectOne } from '../../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

/** Sixty lines of 3 pieces at 20 each, with a tenth, nothing or a quarter off. */
const fileWith = (header: string, values: readonly string[]): File => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    [
      index,
      `2024-01-${String(1 + (index % 28)).padStart(2, '0')}`,
      `C${index % 7}`,
      `P${index % 5}`,
      3,
      '20.00',
      values[index % 3],
    ].join(','),
  );
  return fileOf(
    'lines.csv',
    [`order id,order date,customer id,product,quantity,unit price,${header}`, ...lines].join('\n'),
  );
};

const off = 20 * (6 + 15);

describe('discounts as shares', () => {
  test.each([
    ['Discount %', ['10', '0', '25']],
    ['Discount (%)', ['10', '0', '25']],
    ['discount_pct', ['10.0', '0.0', '25.0']],
    ['Discount rate', ['10', '0', '25']],
    ['Rabatt in Prozent', ['10', '0', '25']],
    ['Remise (%)', ['10', '0', '25']],
    ['Discount', ['10%', '0%', '25%']],
    ['Discount', ['0.1', '0', '0.25']],
    ['Discount %', ['0.1', '0', '0.25']],
  ])('“%s” with %j', async (header, values) => {
    const file = fileWith(header, values);
    const { mapping } = await inspectOne(file);
    expect(mapping.find(({ column }) => column === header)?.target).toBe('lines.discount_rate');
    const report = await importAll(engine, file);
    const [sums] = await engine.rows(
      'select sum(gross)::double as gross, sum(discount)::double as discount, sum(net)::double as net from next_orders',
    );
    expect(sums).toEqual({ gross: 3600, discount: off, net: 3600 - off });
    const isScaled = report.files[0]?.issues.some(({ code }) => code === 'read-as-percent');
    expect(isScaled).toBe(values.some((value) => Number(value) > 1));
  });

  test('amounts stay amounts', async () => {
    const file = fileWith('Discount', ['10', '0', '25']);
    const { mapping } = await inspectOne(file);
    expect(mapping.find(({ column }) => column === 'Discount')?.target).toBe('lines.discount');
  });
});
