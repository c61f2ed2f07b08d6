import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../src/data/row.ts';
import { generateSample } from '../../../../src/data/samples/generate.ts';
import { samples } from '../../../../src/data/samples/sample-companies.ts';
import type { SampleTables } from '../../../../src/data/samples/sample-tables.ts';
import { canonicalTables } from '../../../../src/data/tables/canonical-tables.ts';
import type { SqlType } from '../../../../src/data/tables/table.ts';
import { readSample } from './sample-reader.ts';

const fingerprint = (tables: SampleTables): string => {
  const hash = createHash('sha256');
  for (const table of tables) {
    hash.update(`${table.name} ${table.rows}\n`);
    for (const column of table.columns)
      hash.update(`${column.name} ${column.type} ${JSON.stringify(column.values)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

const fits: Readonly<Record<SqlType, (value: Cell) => boolean>> = {
  VARCHAR: (value) => typeof value === 'string' && value !== '',
  BOOLEAN: (value) => typeof value === 'boolean',
  INTEGER: (value) => Number.isInteger(value),
  DATE: (value) => Number.isInteger(value) && Number(value) > 19_000 && Number(value) < 21_000,
  TIMESTAMP: (value) => Number.isInteger(value) && Number(value) > 1.67e12 && Number(value) < 1.78e12,
  DOUBLE: (value) => Number.isFinite(value),
  'DECIMAL(18,4)': (value) => Number.isFinite(value) && Number(Number(value).toFixed(4)) === value,
};

/** Pinned: a change of these numbers is a change of the built-in companies. */
const golden = {
  retailer: {
    fingerprint: 'fb69df1190007d10',
    rows: {
      customers: 20_000,
      customer_attributes: 20_000,
      orders: 90_169,
      lines: 216_971,
      products: 192,
      interactions: 15_825,
      tickets: 12_006,
      campaigns: 17,
      surveys: 9_543,
      referrals: 1_454,
      stage_events: 54_049,
      costs: 180,
    },
  },
  supplier: {
    fingerprint: '091a822c08f29086',
    rows: {
      customers: 200,
      customer_attributes: 200,
      orders: 6_224,
      lines: 18_309,
      products: 44,
      deals: 846,
      interactions: 8_057,
      tickets: 407,
      surveys: 241,
      stage_events: 3_300,
      costs: 252,
    },
  },
};

it('knows no other company', () => {
  expect(generateSample('nobody')).toBeUndefined();
  expect(generateSample('toString')).toBeUndefined();
});

describe.each(samples.map(({ id }) => id))('the sample company %s', (id) => {
  const sample = readSample(id);

  it('is the same every time', () => {
    expect(fingerprint(sample.tables)).toBe(fingerprint(generateSample(id) ?? []));
  });

  it('is the company that was pinned', () => {
    expect({
      fingerprint: fingerprint(sample.tables),
      rows: Object.fromEntries(sample.tables.map((table) => [table.name, table.rows])),
    }).toEqual(golden[id]);
  });

  it('has canonical columns only, with all that are required, in the order of loading', () => {
    const order = canonicalTables.map((table) => String(table.name));
    const names = sample.tables.map((table) => table.name).filter((name) => name !== 'customer_attributes');
    expect(names).toEqual(order.filter((name) => names.some((one) => one === name)));
    for (const table of sample.tables) {
      const columns = new Map(table.columns.map((column) => [column.name, column.type]));
      expect(columns.size).toBe(table.columns.length);
      const definition = canonicalTables.find(({ name }) => name === table.name);
      if (definition === undefined)
        for (const name of columns.keys()) expect(name).toMatch(/^(customer_id|attr_[a-z_]+)$/);
      else {
        const types = new Map(definition.columns.map((column) => [column.name, column.type]));
        for (const [name, type] of columns) expect(types.get(name), `${table.name}.${name}`).toBe(type);
        for (const column of definition.columns)
          if (column.required) expect(columns.has(column.name), `${table.name}.${column.name}`).toBe(true);
      }
    }
  });

  it('has one value of the right type for each row', () => {
    for (const table of sample.tables)
      for (const { name, type, values } of table.columns) {
        expect(values.length, `${table.name}.${name}`).toBe(table.rows);
        const strange = values.find((value) => value !== null && !fits[type](value));
        expect(strange, `${table.name}.${name}`).toBeUndefined();
        expect(
          values.some((value) => value !== null),
          `${table.name}.${name} is empty`,
        ).toBe(true);
      }
  });

  it('has a value wherever one is required, and unique keys', () => {
    for (const definition of canonicalTables) {
      const table = sample.tables.find(({ name }) => name === definition.name);
      if (table === undefined) continue;
      for (const column of definition.columns)
        if (column.required) expect(sample.cells(table.name, column.name)).not.toContain(null);
      if (definition.key.length === 0) continue;
      const keys = definition.key.map((name) => sample.cells(table.name, name));
      const unique = new Set(keys[0]?.map((_, index) => keys.map((values) => values[index]).join('|')));
      expect(unique.size, table.name).toBe(table.rows);
    }
  });

  it('refers only to what exists', () => {
    const references = [
      ['orders', 'customer_id', 'customers', 'customer_id'],
      ['lines', 'order_id', 'orders', 'order_id'],
      ['lines', 'product_id', 'products', 'product_id'],
      ['customer_attributes', 'customer_id', 'customers', 'customer_id'],
      ['deals', 'customer_id', 'customers', 'customer_id'],
      ['deals', 'product_id', 'products', 'product_id'],
      ['interactions', 'customer_id', 'customers', 'customer_id'],
      ['interactions', 'campaign_id', 'campaigns', 'campaign_id'],
      ['tickets', 'customer_id', 'customers', 'customer_id'],
      ['surveys', 'customer_id', 'customers', 'customer_id'],
      ['referrals', 'from_customer_id', 'customers', 'customer_id'],
      ['referrals', 'to_customer_id', 'customers', 'customer_id'],
      ['stage_events', 'customer_id', 'customers', 'customer_id'],
      ['customers', 'acq_campaign', 'campaigns', 'campaign_id'],
    ] as const;
    for (const [table, column, target, key] of references) {
      const has = sample.tables
        .find(({ name }) => name === table)
        ?.columns.some(({ name }) => name === column);
      if (has !== true) continue;
      const known = new Set(sample.cells(target, key));
      const dangling = sample.cells(table, column).filter((value) => value !== null && !known.has(value));
      expect(dangling, `${table}.${column}`).toEqual([]);
    }
  });

  it('has orders that add up: net = gross − discount − refund = the sum of the lines, to the penny', () => {
    const pence = (column: string): readonly number[] =>
      sample.numbers('orders', column).map((value) => Math.round(value * 100));
    const [gross, discount, refund, net] = ['gross', 'discount', 'refund', 'net'].map(pence);
    const lines = new Map<string | null, number>();
    const lineNet = sample.numbers('lines', 'net');
    sample
      .texts('lines', 'order_id')
      .forEach((order, index) =>
        lines.set(order, (lines.get(order) ?? 0) + Math.round((lineNet[index] ?? 0) * 100)),
      );
    const wrong = sample.texts('orders', 'order_id').filter((order, index) => {
      const expected = (gross?.[index] ?? 0) - (discount?.[index] ?? 0) - (refund?.[index] ?? 0);
      return expected !== net?.[index] || lines.get(order) !== expected;
    });
    expect(wrong).toEqual([]);
    for (const column of [gross, discount, refund]) expect(column?.every((amount) => amount >= 0)).toBe(true);
  });

  it('has returned lines that are negative, and others that are not', () => {
    const isReturn = sample.cells('lines', 'is_return');
    const quantity = sample.numbers('lines', 'quantity');
    const net = sample.numbers('lines', 'net');
    const cost = sample.numbers('lines', 'cost');
    const wrong = isReturn.filter((returned, index) => {
      const sign = returned === true ? -1 : 1;
      return (
        (quantity[index] ?? 0) * sign <= 0 || (net[index] ?? 0) * sign < 0 || (cost[index] ?? 0) * sign < 0
      );
    });
    expect(wrong).toEqual([]);
    expect(isReturn).toContain(true);
  });

  it('lies within its three years', () => {
    const start = Date.UTC(2023, 0, 1);
    const end = Date.UTC(2026, 0, 1);
    const after = (table: string, column: string): readonly number[] =>
      sample.numbers(table, column).filter((time) => time !== null && (time < start || time >= end));
    expect(after('orders', 'ordered_at')).toEqual([]);
    expect(after('orders', 'delivered_at')).toEqual([]);
    expect(after('tickets', 'opened_at')).toEqual([]);
    expect(after('tickets', 'solved_at')).toEqual([]);
    expect(after('interactions', 'occurred_at')).toEqual([]);
    expect(after('surveys', 'answered_at')).toEqual([]);
    expect(after('stage_events', 'occurred_at')).toEqual([]);
  });
});
