import { beforeAll, describe, expect, it } from 'vitest';
import { completeRules, usualRules } from '../../../src/data/quality/rules/quality-rules.ts';
import { customerRow, openQualityBench, orderRow, type QualityBench } from '../../support/quality.ts';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
  const orders = Array.from({ length: 30 }, (_, at) =>
    orderRow(
      `o${at}`,
      at % 2 === 0 ? 'a' : 'b',
      `2024-01-${String(at + 1).padStart(2, '0')} 10:00:00`,
      10 + at,
    ),
  );
  await bench.fill([
    customerRow('a', { name: "'Ann Smith'", city: "'Leeds'" }),
    customerRow('b', { name: "'Ann Smith'", city: "'York'" }),
    `create table customer_attributes (customer_id varchar)`,
    ...orders,
    orderRow('large', 'a', '2024-02-01 10:00:00', 150),
    orderRow('soon', 'a', '2030-01-03 10:00:00', 20),
  ]);
});

const found = async (id: string, changed: Readonly<Record<string, number>> = {}): Promise<number> => {
  const { findings } = await bench.report('2030-01-01', completeRules(changed));
  return findings.find((one) => one.id === id)?.count ?? 0;
};

describe('house rules of the checks', () => {
  it('say from where on an order is unusual', async () => {
    expect(await found('orders/large')).toBe(0);
    expect(await found('orders/large', { outlierDeviations: 3 })).toBe(1);
    const { findings } = await bench.report('2030-01-01', completeRules({ outlierDeviations: 3 }));
    expect(findings.find(({ id }) => id === 'orders/large')?.treatments[0]).toEqual({
      kind: 'limit-outliers',
      how: 'cap',
      deviations: 3,
    });
  });
  it('say how far ahead an order may be dated', async () => {
    expect(await found('orders/future')).toBe(1);
    expect(await found('orders/future', { futureDays: 2 })).toBe(0);
  });
  it('say from how many points on two customers look alike', async () => {
    expect((await bench.duplicates()).total).toBe(0);
    expect((await bench.duplicates(30)).total).toBe(0);
    await bench.session.exec(`update customers set city = 'Leeds'`);
    expect((await bench.duplicates()).total).toBe(0);
    expect((await bench.duplicates(40)).total).toBe(1);
  });
  it('keep to their bounds, whatever a file says', () => {
    expect(completeRules(undefined)).toEqual(usualRules);
    expect(completeRules({ outlierDeviations: -1, futureDays: 1e9, unknown: 3 })).toEqual({
      ...usualRules,
      outlierDeviations: 2,
      futureDays: 3650,
    });
  });
});
