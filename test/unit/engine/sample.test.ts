import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../src/data/samples/sample-companies.ts';
import { generateSample } from '../../../src/data/samples/generate.ts';
import { openTestEngine, valueOf, type TestEngine } from '../../support/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

describe.each(samples.map(({ id }) => id))('the sample company %s', (id) => {
  it('arrives whole, value for value', async () => {
    const report = valueOf(await engine.sample(id));
    const tables = generateSample(id) ?? [];
    expect(report.tables).toEqual(tables.map(({ name, rows }) => ({ name, rows })));
    for (const table of tables) {
      const counts = table.columns.map(({ name }) => `count(${name}) as ${name}`).join(', ');
      const [arrived] = await engine.rows(`select ${counts} from ${table.name}`);
      const made = table.columns.map(({ name, values }) => [
        name,
        values.filter((value) => value !== null).length,
      ]);
      expect(arrived).toEqual(Object.fromEntries(made));
    }
    const orders = tables.find(({ name }) => name === 'orders')?.columns ?? [];
    const column = (name: string) => orders.find((one) => one.name === name)?.values ?? [];
    const total = column('net').reduce<number>((sum, value) => sum + Math.round(Number(value) * 10_000), 0);
    const last = column('ordered_at').reduce<number>((latest, value) => Math.max(latest, Number(value)), 0);
    const [sums] = await engine.rows(
      'select (sum(net) * 10000)::double as net, max(ordered_at) as last from orders',
    );
    expect(sums?.['net']).toBe(total);
    expect(sums?.['last']).toBe(new Date(last).toISOString().replace(/(\.000)?Z$/, ''));
  });
});

it('an unknown one changes nothing', async () => {
  const before = await engine.describe();
  expect(await engine.sample('atlantis')).toMatchObject({ ok: false, error: { kind: 'internal' } });
  expect(await engine.describe()).toEqual(before);
});
