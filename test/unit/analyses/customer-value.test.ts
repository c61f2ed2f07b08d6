import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { customerValue } from '../../../src/analyses/customer-value/definition.ts';
import {
  checkFinding,
  conditionalFinding,
  equityFinding,
  frequencyFinding,
  gradeFinding,
  gridFinding,
  groupFinding,
  missWords,
  tenthsFinding,
  termsWords,
} from '../../../src/analyses/customer-value/findings.ts';
import { customerValueWarnings } from '../../../src/analyses/customer-value/warnings.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import type { CustomerValue } from '../../../src/analyses/customer-value/result.ts';
import { addDays } from '../../../src/core/day.ts';
import { createRandom } from '../../../src/core/numeric/random.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-12-31', currency: 'EUR', seed: 1, returns: 'net' };

/** Customers who buy at gamma rates and leave after a purchase with a chance of a fifth, over two years. */
const shopOf = (customers: number, cost?: number): readonly HandOrder[] => {
  const random = createRandom(7);
  return Array.from({ length: customers }, (_, index) => {
    const gap = 1 / random.gamma(1.5, 1 / 40);
    const usual = 20 + random.gamma(4, 10);
    const orders: HandOrder[] = [];
    let day = random.whole(0, 500);
    do {
      const gross = Math.round(usual * (0.5 + random.next()));
      orders.push({
        id: `${index}-${day}`,
        customer: `c${index}`,
        day: addDays('2023-01-01', day),
        gross,
        ...(cost === undefined ? {} : { cost: gross * cost }),
      });
      day += 1 + Math.round(random.exponential(gap));
    } while (random.next() > 0.2 && day < 730);
    return orders;
  }).flat();
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const codes = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);

describe('customer value by hand', () => {
  let engine: TestEngine;
  const run = async (orders: readonly HandOrder[], params: Record<string, unknown> = {}) => {
    await loadOrders(engine, orders);
    await deriveFacts(engine, context);
    return runAnalysis(engine, customerValue, context, params);
  };

  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('says nothing when nobody has bought', async () => {
    const { value, warnings } = await run([]);
    expect(value).toMatchObject({ customers: 0, equity: null, model: null, from: null, check: null });
    expect(value.cohorts).toEqual([]);
    expect(codes(warnings)).toEqual(['no-customers']);
  });

  it('can’t value customers of whom nobody came back: one of them, and many alike', async () => {
    for (const customers of [['a'], ['a', 'b', 'c']]) {
      const { value, warnings } = await run(
        customers.map((customer) => ({ id: customer, customer, day: '2024-03-01', gross: 10 })),
      );
      expect(value).toMatchObject({ customers: customers.length, repeaters: 0, equity: null, models: [] });
      expect(codes(warnings)).toContain('no-model');
    }
  });

  it('counts the purchases of one day once, and leaves out anonymous, cancelled and later orders', async () => {
    const order = { customer: 'a', gross: 10 };
    const { value } = await run([
      { ...order, id: '1', day: '2024-03-01' },
      { ...order, id: '2', day: '2024-03-01' },
      { ...order, id: '3', day: '2024-04-01', customer: null },
      { ...order, id: '4', day: '2024-05-01', status: 'cancelled' },
      { ...order, id: '5', day: '2025-05-01' },
    ]);
    expect(value).toMatchObject({ customers: 1, repeaters: 0, from: '2024-03-01' });
  });

  it('values everyone alike when histories tie, without a model of spend', async () => {
    const { value, warnings } = await run(
      ['a', 'b', 'c', 'd'].flatMap((customer) => [
        { id: `${customer}1`, customer, day: '2024-01-01', gross: 10 },
        { id: `${customer}2`, customer, day: '2024-06-01', gross: 10 },
      ]),
    );
    expect(value.customers).toBe(4);
    expect(codes(warnings)).toContain('spend-not-fitted');
    for (const { value: worth } of value.deciles) expect(worth).toBeCloseTo((value.equity ?? NaN) / 4, 6);
  });
});

describe('laws of customer value', () => {
  let engine: TestEngine;
  const ask = async (params: Record<string, unknown> = {}): Promise<CustomerValue> =>
    (await runAnalysis(engine, customerValue, context, params)).value;
  const equityOf = async (params: Record<string, unknown>): Promise<number> =>
    (await ask(params)).equity ?? NaN;

  beforeAll(async () => {
    engine = await openTestEngine();
    await loadOrders(engine, shopOf(150, 0.6));
    await engine.exec(`insert into customers (customer_id, acq_channel) select distinct customer_id,
      case hash(customer_id) % 3 when 0 then 'search' when 1 then 'outlet' end from orders`);
    await deriveFacts(engine, context);
  }, 60_000);

  it('adds up over cohorts, channels, tenths, cells and frequencies', async () => {
    const value = await ask();
    expect(value.equity).toBeGreaterThan(0);
    expect(value.channels.map(({ name }) => name).toSorted()).toEqual(['Unknown', 'outlet', 'search']);
    for (const parts of [value.cohorts, value.channels, value.deciles]) {
      expect(sum(parts.map((part) => part.value)) / (value.equity ?? NaN)).toBeCloseTo(1, 9);
      expect(sum(parts.map(({ customers }) => customers))).toBe(150);
    }
    expect(sum(value.channels.map(({ alive }) => alive))).toBeCloseTo(value.alive ?? NaN, 9);
    expect(sum(value.cohorts.map(({ orders }) => orders))).toBeCloseTo(value.expectedOrders ?? NaN, 9);
    expect(sum(value.grid.map(({ customers }) => customers))).toBe(150);
    expect(sum(value.grid.map((cell) => cell.customers * cell.pAlive))).toBeCloseTo(value.alive ?? NaN, 9);
    expect(sum(value.frequency.map(({ actual }) => actual))).toBe(150);
    expect(value.frequency[0]?.actual).toBe(150 - value.repeaters);
  });

  it('takes the own margin where costs are known; value is proportional to margin', async () => {
    const own = await ask();
    expect(own.margin).toEqual({ share: expect.closeTo(0.4, 9) as number, basis: 'own', coverage: 1 });
    const revenue = await ask({ margin: 'revenue' });
    expect((own.equity ?? NaN) / (revenue.equity ?? NaN)).toBeCloseTo(0.4, 9);
    expect(await equityOf({ margin: 'given', givenMargin: 20 })).toBeCloseTo((own.equity ?? NaN) / 2, 6);
  });

  it('falls with the discount and rises with the horizon, which leaves P(alive) alone', async () => {
    const [none, ten, twenty] = [
      await ask({ discount: 0 }),
      await ask({ discount: 10 }),
      await ask({ discount: 20 }),
    ];
    expect(none.equity).toBeGreaterThan(ten.equity ?? NaN);
    expect(ten.equity).toBeGreaterThan(twenty.equity ?? NaN);
    expect(none.expectedOrders).toBe(twenty.expectedOrders);
    const short = await ask({ horizon: 12 });
    expect(short.equity).toBeLessThan(ten.equity ?? NaN);
    expect(short.alive).toBe(ten.alive);
    expect(short.until).toBe('2025-12-31');
  });

  it('checks the forecast: weeks add up to the holdout, groups to the customers', async () => {
    const { check } = await ask();
    if (!check) throw new Error('expected a check');
    expect(sum(check.byRepeats.map(({ customers }) => customers))).toBe(check.customers);
    const later = check.weeks.filter(({ start }) => start > check.until);
    expect(later).toHaveLength(check.holdoutWeeks);
    expect(sum(later.map(({ actual }) => actual))).toBe(check.actual);
    expect(check.weeks.at(-1)?.actualSoFar).toBe(sum(check.weeks.map(({ actual }) => actual)));
  });

  it('uses the model that is asked for, and tells of all three', async () => {
    for (const model of ['mbg-nbd', 'bg-nbd', 'pareto-nbd']) {
      const value = await ask({ model });
      expect(value.model).toBe(model);
      expect(value.reason).toContain('as you chose');
      expect(value.models.map((one) => one.model)).toEqual(['mbg-nbd', 'bg-nbd', 'pareto-nbd']);
    }
  });

  it('says its findings in sentences with numbers', async () => {
    const value = await ask();
    const { check } = value;
    if (!check) throw new Error('expected a check');
    const formats = createFormats('en-GB', 'EUR');
    expect(termsWords(value, formats)).toBe(
      'Expected from 31 December 2024 to 31 December 2027, discounted 10% a year, at a margin of 40%',
    );
    expect(equityFinding(value, formats)).toMatch(/^About \d+ of 150 customers who have bought/);
    expect(frequencyFinding(value, formats)).toMatch(/% of customers have not come back; the model says/);
    expect(tenthsFinding(value, formats)).toMatch(
      /^The best tenth of customers hold [\d.]+% of future value$/,
    );
    expect(groupFinding(value.channels, value.equity ?? 0, 'channel', formats)).toMatch(/of future value$/);
    expect(gridFinding(value, formats)).toMatch(/have likely left$|has likely left$/);
    expect(conditionalFinding(check, formats)).toMatch(/times each; [\d.]+ were forecast$/);
    expect(gradeFinding({ ...check, grade: null }, formats)).toMatch(/^Nobody bought/);
    const near = { ...check, actual: 100, expected: 98 };
    expect(checkFinding(near, formats)).toMatch(/came within 2% of what customers bought$/);
    expect(missWords({ ...value, check: near }, formats)).toBe('');
    const off = { ...check, actual: 120, expected: 100 };
    expect(checkFinding(off, formats)).toMatch(/customers bought 20% more than forecast$/);
    expect(missWords({ ...value, check: off }, formats)).toBe(
      'In the check customers bought 20% more than forecast',
    );
    const still = { ...value, alive: value.customers };
    expect(equityFinding(still, formats)).toMatch(/^The data don’t show yet/);
    expect(gridFinding(still, formats)).toMatch(/^Too early/);
  });

  it('warns where assumptions fail', async () => {
    const value = await ask();
    const warned = (change: Partial<CustomerValue>): string[] =>
      codes(customerValueWarnings({ ...value, ...change }, 'q is 1'));
    expect(warned({ repeaters: 20 })).toContain('few-repeaters');
    expect(warned({ from: '2024-10-01' })).toContain('short-observation');
    expect(warned({ margin: { share: -0.1, basis: 'own', coverage: 1 } })).toContain('margin-not-positive');
    expect(warned({ regularity: 3 })).toContain('regular');
    expect(warned({ sampledEvery: 3 })).toContain('coarsened');
    expect(warned({ alive: value.customers })).toContain('nobody-leaves');
    expect(warned({ spend: { ...value.spend, isFitted: false } })).toContain('spend-not-fitted');
    expect(warned({ spend: { ...value.spend, correlation: -0.4 } })).toContain('spend-depends');
    expect(warned({ check: null })).toContain('no-check');
    expect(
      warned({
        models: value.models.map((model) => ({ ...model, status: 'at-boundary', detail: 'a at the edge' })),
      }),
    ).toContain('not-converged');
    const { check } = value;
    if (!check) throw new Error('expected a check');
    expect(warned({ check: { ...check, actual: 2 * check.expected } })).toContain('trend');
    const weeks = check.weeks.map((week) => ({ ...week, actual: week.expected * 5 + 50 }));
    expect(warned({ check: { ...check, weeks } })).toContain('seasonal');
    const grade = { captured: 0.1, baselineCaptured: 0.2, gain: -0.5, grade: 'C' } as const;
    expect(warned({ check: { ...check, grade } })).toContain('grade-c');
  });

  it('encloses the equity in its interval and pins its headlines', async () => {
    const value = await ask();
    expect(value.equityLow).toBeLessThan(value.equity ?? NaN);
    expect(value.equityHigh).toBeGreaterThan(value.equity ?? NaN);
    const headlines = customerValue.headlines(value);
    expect(headlines[0]).toMatchObject({ key: 'equity', value: value.equity, unit: 'money' });
  });
});
