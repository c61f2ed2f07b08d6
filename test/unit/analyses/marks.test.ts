import { beforeAll, describe, expect, it } from 'vitest';
import type { Mark, RunContext } from '../../../src/analyses/analysis.ts';
import { cohortRetention } from '../../../src/analyses/cohort-retention/definition.ts';
import { cohortMark } from '../../../src/analyses/cohort-retention/marks.ts';
import { concentration } from '../../../src/analyses/concentration/definition.ts';
import { decileMark } from '../../../src/analyses/concentration/marks.ts';
import { customerValue } from '../../../src/analyses/customer-value/definition.ts';
import {
  cellKey,
  cellMark,
  channelMark,
  cohortMark as valueCohortMark,
} from '../../../src/analyses/customer-value/marks.ts';
import { compilePredicate } from '../../../src/data/segments/compile-predicate.ts';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-06-30', currency: 'EUR', seed: 1, returns: 'net' };
const columns = [
  { name: 'orders', type: 'INTEGER' },
  { name: 'revenue', type: 'DOUBLE' },
  { name: 'margin', type: 'DOUBLE' },
  { name: 'first_order', type: 'DATE' },
  { name: 'recency_days', type: 'INTEGER' },
  { name: 'purchase_days', type: 'INTEGER' },
  { name: 'acq_channel', type: 'VARCHAR' },
];

describe('a picked mark becomes a segment of the customers it stands for', () => {
  let engine: TestEngine;
  const sizeOf = async (mark: Mark | undefined): Promise<number> => {
    if (!mark) throw new Error('Expected a mark');
    const condition = valueOf(compilePredicate(mark.predicate, { columns, asOf: context.asOf }));
    const rows = await engine.rows(`select count(*)::INTEGER as n from customer_profiles where ${condition}`);
    return Number(rows[0]?.['n']);
  };

  beforeAll(async () => {
    engine = await openTestEngine();
    await loadOrders(
      engine,
      Array.from({ length: 23 }, (_, at) => ({
        id: String(at),
        customer: `c${at}`,
        day: `2024-0${1 + (at % 5)}-15`,
        gross: 100 / 3 + at * 1.1111,
        cost: 40,
      })),
    );
    await engine.exec("insert into customers (customer_id) values ('never-bought')");
    await deriveFacts(engine, context);
  });

  it.each(['profit', 'revenue'])('for every tenth by %s', async (measure) => {
    const { value } = await runAnalysis(engine, concentration, context, { measure });
    expect(value.measure).toBe(measure);
    expect(value.deciles).toHaveLength(10);
    for (const decile of value.deciles) {
      expect(await sizeOf(decileMark(value, String(decile.decile)))).toBe(decile.customers);
    }
    expect(decileMark(value, '1')?.label).toBe(`Best tenth by ${measure}`);
    expect(decileMark(value, '10')?.label).toBe(`Last tenth by ${measure}`);
    expect(decileMark(value, '11')).toBeUndefined();
  });

  it.each(['month', 'quarter'])('for every cohort by %s', async (period) => {
    const { value } = await runAnalysis(engine, cohortRetention, context, { period });
    for (const cohort of value.cohorts) {
      expect(await sizeOf(cohortMark(value, `${cohort.start}+1`))).toBe(cohort.customers);
    }
    expect(cohortMark(value, '2024-01-01+2')?.label).toBe(
      period === 'month' ? 'First bought in 2024-01' : 'First bought in 2024 Q1',
    );
    expect(cohortMark(value, '1999-01-01+2')).toBeUndefined();
  });

  it('for every cell, cohort and channel of customer value', async () => {
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net)
      select 'again-' || order_id, customer_id, timestamp '2024-06-20', 30, 30 from orders where order_id < '2'`);
    await engine.exec(
      "insert into customers (customer_id, acq_channel) values ('c3', 'search'), ('c4', 'outlet')",
    );
    await deriveFacts(engine, context);
    const { value } = await runAnalysis(engine, customerValue, context);
    expect(value.grid.length).toBeGreaterThan(3);
    for (const cell of value.grid) expect(await sizeOf(cellMark(value, cellKey(cell)))).toBe(cell.customers);
    for (const { name, customers } of value.cohorts)
      expect(await sizeOf(valueCohortMark(value, name))).toBe(customers);
    expect(value.channels.map(({ name }) => name)).toContain('Unknown');
    for (const { name, customers } of value.channels)
      expect(await sizeOf(channelMark(value, name))).toBe(customers);
    expect(cellMark(value, 'nowhere')).toBeUndefined();
    expect(valueCohortMark(value, '1999')).toBeUndefined();
    expect(channelMark(value, 'nowhere')).toBeUndefined();
  });
});
