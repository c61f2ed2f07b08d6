import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { computePurchaseOccasions } from '../../../src/analyses/purchase-occasions/compute.ts';
import { purchaseOccasions } from '../../../src/analyses/purchase-occasions/definition.ts';
import {
  occasionCheckFinding,
  occasionFrequencyFinding,
  occasionGridFinding,
  occasionRepeatsFinding,
} from '../../../src/analyses/purchase-occasions/findings.ts';
import { purchaseOccasionsParams } from '../../../src/analyses/purchase-occasions/params.ts';
import { endOfPeriodNumber, startOfPeriod } from '../../../src/analyses/purchase-occasions/periods.ts';
import { bindParams } from '../../../src/data/sql/bind-params.ts';
import { composeQuery } from '../../../src/data/sql/compose-query.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2023-12-31', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');
const codes = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);

interface History {
  readonly repeats: number;
  readonly last: number;
  readonly occasions: number;
  readonly customers: number;
}

const ask = (histories: readonly History[], given: Record<string, unknown> = {}) =>
  computePurchaseOccasions({
    rows: {
      histories: histories.map(({ repeats, last, occasions, customers }) => ({
        repeats,
        last_occasion: last,
        occasions,
        customers,
        first_period: 2015,
        last_full: 2023,
        split: 2021,
      })),
      early: [],
      tracking: [],
    },
    params: v.parse(purchaseOccasionsParams, { period: 'year', ...given }),
    context,
  });

describe('purchase occasions', () => {
  it('keep to what is possible, whatever the histories', () => {
    const history = fc
      .record({
        occasions: fc.integer({ min: 1, max: 8 }),
        last: fc.integer({ min: 0, max: 8 }),
        repeats: fc.integer({ min: 0, max: 8 }),
        customers: fc.integer({ min: 1, max: 300 }),
      })
      .map(({ occasions, last, repeats, customers }) => {
        const lastOccasion = Math.min(last, occasions);
        const repeatCount = lastOccasion === 0 ? 0 : Math.min(Math.max(1, repeats), lastOccasion);
        return { repeats: repeatCount, last: lastOccasion, occasions, customers };
      });
    fc.assert(
      fc.property(fc.array(history, { minLength: 3, maxLength: 10 }), (histories) => {
        const { value } = ask(histories, { ahead: 3 });
        const customers = histories.reduce((sum, one) => sum + one.customers, 0);
        expect(value.customers).toBe(customers);
        if (!value.isFitted) return;
        for (const { pAlive, expected } of value.grid) {
          expect(pAlive).toBeGreaterThanOrEqual(0);
          expect(pAlive).toBeLessThanOrEqual(1 + 1e-9);
          expect(expected).toBeLessThanOrEqual(3 + 1e-9);
        }
        expect(value.grid.reduce((sum, cell) => sum + cell.customers, 0)).toBe(customers);
        const told = value.frequency.reduce((sum, { expected }) => sum + expected, 0);
        expect(told / customers).toBeCloseTo(1, 3);
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
      { numRuns: 12 },
    );
  });

  it('says what makes the outlook less than trustworthy', () => {
    expect(codes(ask([]).warnings)).toEqual(['no-customers']);
    expect(codes(ask([{ repeats: 0, last: 0, occasions: 4, customers: 50 }]).warnings)).toEqual(['no-model']);
    const few = ask([
      { repeats: 0, last: 0, occasions: 2, customers: 30 },
      { repeats: 1, last: 1, occasions: 2, customers: 9 },
    ]);
    expect(codes(few.warnings)).toEqual(
      expect.arrayContaining(['few-occasions', 'few-repeaters', 'no-check']),
    );
    const always = ask([
      { repeats: 6, last: 6, occasions: 6, customers: 900 },
      { repeats: 2, last: 2, occasions: 6, customers: 100 },
    ]);
    expect(codes(always.warnings)).toContain('nearly-always');
  });

  it('number periods of every length', () => {
    expect(startOfPeriod(2023 * 12 + 11, 'month')).toBe('2023-12-01');
    expect(endOfPeriodNumber(2023 * 12 + 11, 'month')).toBe('2023-12-31');
    expect(startOfPeriod(2024 * 4 + 1, 'quarter')).toBe('2024-04-01');
    expect(endOfPeriodNumber(2024, 'year')).toBe('2024-12-31');
  });
});

describe('occasions from orders', () => {
  let engine: TestEngine;
  const rowsOf = async (name: 'histories' | 'early' | 'tracking', given: Record<string, unknown>) => {
    const { period, holdout } = v.parse(purchaseOccasionsParams, given);
    const sql = bindParams(composeQuery(purchaseOccasions.queries[name], {}), {
      as_of: { day: context.asOf },
      period,
      holdout,
    });
    return await engine.rows(sql);
  };
  beforeAll(async () => {
    engine = await openTestEngine();
    const years = (customer: string, ...list: number[]) =>
      list.flatMap((year) => [
        { id: `${customer}${year}`, customer, day: `${year}-03-01`, gross: 10 },
        { id: `${customer}${year}b`, customer, day: `${year}-05-01`, gross: 5 },
      ]);
    await loadOrders(engine, [
      ...years('a', 2018, 2019, 2021, 2023),
      ...years('b', 2018),
      ...years('c', 2020, 2021),
      ...years('d', 2023),
      { id: 'refund', customer: 'b', day: '2022-01-01', gross: 0, refund: 3 },
    ]);
    await deriveFacts(engine, context);
  });

  it('x, tₓ and n of each customer; refunds and second orders in a period don’t count', async () => {
    const rows = await rowsOf('histories', { period: 'year' });
    expect(
      rows.map((row) => [row['repeats'], row['last_occasion'], row['occasions'], row['customers']]),
    ).toEqual([
      [0, 0, 0, 1],
      [1, 1, 3, 1],
      [0, 0, 5, 1],
      [3, 5, 5, 1],
    ]);
    expect(rows[0]).toMatchObject({ first_period: 2018, last_full: 2023, split: 2021 });
  });

  it('the same before the holdout, and what followed', async () => {
    const rows = await rowsOf('early', { period: 'year' });
    expect(rows.map((row) => [row['repeats'], row['last_occasion'], row['occasions'], row['later']])).toEqual(
      [
        [1, 1, 1, 0],
        [0, 0, 3, 0],
        [2, 3, 3, 1],
      ],
    );
    const tracking = await rowsOf('tracking', { period: 'year' });
    expect(tracking.map((row) => [row['period'], row['purchases']])).toEqual([
      [2019, 1],
      [2021, 2],
      [2023, 1],
    ]);
  });

  it('leave out the period that is not over', async () => {
    const middle: RunContext = { ...context, asOf: '2023-06-30' };
    const { value } = await runAnalysis(engine, purchaseOccasions, middle, { period: 'year' });
    expect(value).toMatchObject({ from: '2018-01-01', until: '2022-12-31', customers: 3, repeaters: 2 });
    const quarters = await runAnalysis(engine, purchaseOccasions, middle, { period: 'quarter' });
    expect(quarters.value.until).toBe('2023-06-30');
  });

  it('speaks plainly of the check', async () => {
    const { value } = await runAnalysis(engine, purchaseOccasions, context, { period: 'year' });
    expect(value.check).toMatchObject({ from: '2022-01-01', periods: 2, customers: 3, actual: 1 });
    if (!value.check) return;
    expect(occasionCheckFinding(value.check, formats)).toMatch(/^1 purchases after the line, /);
    expect(occasionRepeatsFinding(value.check, formats)).toMatch(/^Customers who had come back 2 times then/);
    expect(occasionFrequencyFinding(value, formats)).toMatch(/^2 customers have not bought again/);
    expect(occasionGridFinding(value, formats)).not.toBe('');
    expect(value.check.tracking.map(({ actual }) => actual)).toEqual([1, 0, 2, 0, 1]);
  });
});
