import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { customerProfit } from '../../../src/analyses/customer-profit/definition.ts';
import { surgeryFinding, tailFinding, whaleFinding } from '../../../src/analyses/customer-profit/findings.ts';
import type { CustomerProfit } from '../../../src/analyses/customer-profit/result.ts';
import { traitKey, traitMark, traitWords } from '../../../src/analyses/customer-profit/traits.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { compilePredicate } from '../../../src/data/segments/compile-predicate.ts';
import type { CustomerEconomics } from '../../../src/models/cost-to-serve/customer-profit.ts';
import type { SurgeryAction } from '../../../src/models/cost-to-serve/surgery-action.ts';
import { whaleSurgery } from '../../../src/models/cost-to-serve/whale-surgery.ts';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-06-30', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');
/** One euro a minute, ten minutes an order, nothing else. */
const plain = {
  paymentFee: 0,
  costAMinute: 1,
  minutesOrder: 10,
  minutesLine: 0.5,
  minutesDelivery: 0.5,
  minutesTicket: 30,
  minutesCall: 20,
};
const serveAnOrder = 11;

const orderOf = (customer: string | null, gross: number, more: Partial<HandOrder> = {}): HandOrder => ({
  id: `${customer}-${gross}-${more.day ?? ''}`,
  customer,
  day: '2024-05-01',
  gross,
  ...more,
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('customer profit', () => {
  let engine: TestEngine;
  const ask = async (params: Record<string, unknown> = {}, segment?: string) => {
    await deriveFacts(engine, context);
    return runAnalysis(engine, customerProfit, context, { ...plain, ...params }, segment);
  };
  const codes = (warnings: readonly { readonly code: string }[]): string[] =>
    warnings.map(({ code }) => code);
  const addTicket = (customer: string | null, id: string): Promise<void> =>
    engine.exec(`insert into tickets (ticket_id, customer_id, opened_at)
      values ('${id}', ${customer === null ? 'null' : `'${customer}'`}, timestamp '2024-05-02')`);
  const addPool = (
    driver: string,
    amount: number,
    minutes: number | null,
    period = '2024-05-01',
  ): Promise<void> =>
    engine.exec(`insert into costs (pool, driver, period, amount, capacity_minutes)
      values ('${driver} pool', '${driver}', date '${period}', ${amount}, ${minutes ?? 'null'})`);

  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('takes goods, fee, freight and minutes from revenue', async () => {
    await loadOrders(engine, [orderOf('a', 200, { cost: 120 }), orderOf('b', 40, { cost: 30 })]);
    await addTicket('b', 't1');
    const { value } = await ask({ paymentFee: 0.02, freight: 3 });
    expect(value).toMatchObject({ customers: 2, revenue: 240, goods: 150, unprofitable: 1 });
    expect(value.charges).toBeCloseTo(0.02 * 240 + 2 * 3, 9);
    expect(value.serve).toBeCloseTo(2 * serveAnOrder + 30, 9);
    expect(value.profit).toBeCloseTo(240 - 150 - 10.8 - 52, 9);
    expect(value.deciles.map(({ profit }) => profit)).toEqual([200 - 120 - 7 - 11, 40 - 30 - 3.8 - 41]);
  });

  it('assumes a margin where costs are unknown, and says so', async () => {
    await loadOrders(engine, [orderOf('a', 100), orderOf('b', 100, { cost: 60 })]);
    const partly = await ask({ assumedMarginShare: 0.5 });
    expect(partly.value.goods).toBe(110);
    expect(codes(partly.warnings)).toContain('costs-partly-unknown');
    await loadOrders(engine, [orderOf('a', 100)]);
    const { value, warnings } = await ask({ assumedMarginShare: 0.5 });
    expect(value.traced.knownGoods).toBe(0);
    expect(codes(warnings)).toEqual(['costs-unknown', 'serve-assumed', 'few-customers']);
  });

  it('leaves what nobody used unallocated: allocated and unallocated are what was supplied', async () => {
    await loadOrders(engine, [orderOf('a', 100), orderOf('b', 100), orderOf(null, 100)]);
    await addTicket('a', 't1');
    await addTicket('nobody-knows', 't2');
    await addPool('orders', 100, 100);
    await addPool('tickets', 90, 120);
    await addPool('sunshine', 10, null);
    const { value } = await ask({}, "customer_id = 'a'");
    const { supplied, focus, others, nobody, unused, unallocatedShare } = value.capacity;
    expect(supplied).toBe(200);
    expect([focus, others, nobody].map((cost) => Math.round(cost * 100) / 100)).toEqual([32.5, 32.5, 10]);
    expect(focus + others + nobody + (unused ?? NaN)).toBeCloseTo(200, 9);
    expect(unallocatedShare).toBeCloseTo((200 - 65) / 200, 9);
    expect(value.serve).toBeCloseTo(32.5, 9);
    for (const { supplied: pool, focus: own, others: rest, nobody: none, unused: idle } of value.activities)
      if (pool !== null) expect(own + rest + none + (idle ?? NaN)).toBeCloseTo(pool, 9);
  });

  it('works automatic minutes out from the pool, and spreads a pool whose driver is not in the data', async () => {
    await loadOrders(engine, [orderOf('a', 100), orderOf('b', 100)]);
    await addPool('orders', 100, 100);
    await addPool('tickets', 50, 60);
    const { value, warnings } = await ask({ minutesOrder: 0, usualLoad: 0.8 });
    expect(value.activities[0]).toMatchObject({ activity: 'orders', minutesEach: 40, costEach: 40 });
    expect(value.activities.at(-1)).toMatchObject({ activity: 'spread', costEach: 20, unused: 10 });
    expect(value.serve).toBe(120);
    expect(codes(warnings)).toContain('pools-spread');
  });

  it('takes the lines that are unknown from customers of the same kind', async () => {
    await loadOrders(engine, [orderOf('a', 100, { cost: 1 }), orderOf('b', 100), orderOf('c', 100)]);
    await engine.exec("insert into lines (order_id, line_no, net) values ('a-100-', 2, 0), ('a-100-', 3, 0)");
    await engine.exec(
      "insert into customers (customer_id, kind) values ('a', 'b2b'), ('b', 'b2b'), ('c', 'b2c')",
    );
    const { value, warnings } = await ask({ minutesLine: 1 });
    expect(value.activities.find(({ activity }) => activity === 'lines')?.volume).toBe(9);
    expect(value.traced.estimatedLines).toBeCloseTo(6 / 9, 9);
    expect(codes(warnings)).toContain('lines-estimated');
  });

  it('says when orders lie outside the months of the costs', async () => {
    await loadOrders(engine, [orderOf('a', 100), orderOf('a', 90, { day: '2024-02-01' })]);
    await addPool('orders', 100, 100);
    const { value, warnings } = await ask({});
    expect(value.activities[0]).toMatchObject({ volume: 1, focus: 10, unused: 90 });
    expect(value.serve).toBe(20);
    expect(codes(warnings)).toContain('costs-cover-less');
  });

  describe('of many customers', () => {
    const orders = Array.from({ length: 40 }, (_, at) =>
      orderOf(`c${at}`, 20 + 7 * at, { cost: at % 4 === 0 ? 15 + 7.5 * at : 5 + 2 * at }),
    );
    const economics = orders.map(({ customer, gross, cost }): CustomerEconomics => ({
      customer: customer ?? '',
      orders: 1,
      netRevenue: gross,
      costOfGoods: cost ?? 0,
      transactionCosts: 0,
      serveCosts: { order: 10.5, other: 0.5 },
      acquisition: 0,
    }));

    beforeAll(async () => {
      await loadOrders(engine, orders);
    });

    it('has tenths that add up to the total and fall', async () => {
      const { value } = await ask();
      for (const figure of ['customers', 'revenue', 'goods', 'serve', 'profit'] as const)
        expect(sum(value.deciles.map((decile) => decile[figure]))).toBeCloseTo(value[figure], 6);
      expect(value.deciles.map(({ profit }) => profit)).toEqual(
        value.deciles.map(({ profit }) => profit).toSorted((one, other) => other - one),
      );
      expect(value.before.points.at(-1)?.y).toBeCloseTo(value.profit, 6);
      expect(value.before.points).toHaveLength(41);
    });

    const idle = { surcharge: 0, priceRise: 0, moved: 0, callsCut: 0, minimumOrder: 0, exitShare: 0 };
    it.each(['self-service', 'call-frequency', 'order-minimum', 'surcharge', 're-price', 'exit'])(
      'changes nothing by %s of size 0',
      async (action) => {
        const { value } = await ask({ action, ...idle, whom: 'focus' });
        expect(value.surgery).toMatchObject({ meant: 40, changed: 0, change: 0 });
        expect(value.surgery.after).toEqual(value.before);
        expect(surgeryFinding(value, formats)).toContain('changes nothing');
      },
    );

    const cases: readonly (readonly [string, Record<string, unknown>, SurgeryAction])[] = [
      [
        'surcharge',
        { surcharge: 4 },
        { kind: 'surcharge', perOrder: 4, below: null, customers: null, expectedLoss: 0.1 },
      ],
      ['re-price', { priceRise: 0.1 }, { kind: 're-price', rise: 0.1, customers: null, expectedLoss: 0.1 }],
      ['exit', { exitShare: 1 }, { kind: 'exit', customers: null, expectedLoss: 0 }],
    ];
    it.each(cases)('agrees with the model of single customers: %s', async (action, size, model) => {
      const { value } = await ask({ action, ...size, whom: 'focus' });
      const expected = whaleSurgery(economics, [model]);
      expect(value.before.total).toBeCloseTo(expected.before.total, 6);
      expect(value.before.peak).toBeCloseTo(expected.before.peak.value, 6);
      expect(value.surgery.after.total).toBeCloseTo(expected.after.total, 6);
      expect(value.surgery.after.unprofitable).toBe(expected.after.unprofitable);
    });

    it('agrees with the model of single customers: minimum order', async () => {
      const { value } = await ask({
        action: 'order-minimum',
        minimumOrder: 100,
        expectedLoss: 0,
        whom: 'focus',
      });
      const action = {
        kind: 'order-minimum',
        minimum: 100,
        activities: ['order'],
        customers: null,
        expectedLoss: 0,
      } as const;
      expect(value.surgery.change).toBeCloseTo(whaleSurgery(economics, [action]).change, 3);
    });

    it('is for the unprofitable, for those below a profit, or for everyone', async () => {
      const unprofitable = await ask({ whom: 'unprofitable', action: 'exit' });
      expect(unprofitable.value.surgery).toMatchObject({ meant: unprofitable.value.unprofitable });
      expect(unprofitable.value.surgery.change).toBeCloseTo(-unprofitable.value.loss, 6);
      expect(unprofitable.value.surgery.after.unprofitable).toBe(0);
      const below = await ask({ whom: 'below', profitBelow: 50 });
      expect(below.value.surgery.meant).toBeGreaterThan(unprofitable.value.unprofitable);
    });
  });

  it('names traits beyond chance, and makes segments of them', async () => {
    await loadOrders(
      engine,
      Array.from({ length: 120 }, (_, at) => orderOf(`c${at}`, 100 + at, { cost: at < 40 ? 200 : 10 })),
    );
    await engine.exec(`insert into customers (customer_id, acq_channel, region)
      select 'c' || range, case when range < 50 then 'promotion' else 'shop' end, 'r' || range % 2 from range(120)`);
    const { value } = await ask();
    expect(value.tail.map(traitWords)).toEqual(['Won by promotion']);
    expect(value.tail[0]).toMatchObject({ customers: 50, unprofitable: 40, tailShare: 1 });
    expect(tailFinding(value, formats)).toBe(
      'Won by promotion: 100% of unprofitable customers, 41.7% of all',
    );
    const mark = traitMark(value, traitKey(value.tail[0] as CustomerProfit['tail'][number]));
    const columns = [
      { name: 'orders', type: 'INTEGER' },
      { name: 'acq_channel', type: 'VARCHAR' },
    ];
    const rule = valueOf(
      compilePredicate(mark?.predicate ?? { kind: 'any', of: [] }, { columns, asOf: context.asOf }),
    );
    const [row] = await engine.rows(`select count(*)::INTEGER as n from customer_profiles where ${rule}`);
    expect(row?.['n']).toBe(50);
    expect(traitMark(value, 'no such')).toBeUndefined();
  });

  it('follows customers through full years', async () => {
    await loadOrders(engine, [
      orderOf('a', 100, { day: '2022-01-01' }),
      orderOf('a', 150, { day: '2023-03-01' }),
      orderOf('b', 60, { day: '2023-06-01' }),
      orderOf('c', 60, { day: '2024-06-01' }),
    ]);
    const { value } = await ask({ assumedMarginShare: 1 });
    expect(value.tenure).toMatchObject([
      { year: 1, customers: 2, buyers: 2, orderValue: 80, profitEach: 80 - serveAnOrder + 0.5 },
      { year: 2, customers: 1, buyers: 1, orderValue: 150, profitBuyer: 150 - serveAnOrder + 0.5 },
    ]);
  });

  it('answers with nothing when nobody has bought, with one, and with ties', async () => {
    await loadOrders(engine, []);
    const { value, warnings } = await ask();
    expect(value).toMatchObject({
      customers: 0,
      profit: 0,
      profitEach: null,
      deciles: [],
      tail: [],
      tenure: [],
    });
    expect(codes(warnings)).toEqual(['no-customers']);
    expect(whaleFinding(value, formats)).toBe('Nobody in focus has bought yet');
    await loadOrders(engine, [orderOf('a', 100, { cost: 10 })]);
    const one = await ask();
    expect(one.value.deciles).toHaveLength(1);
    await loadOrders(
      engine,
      ['a', 'b', 'c'].map((customer) => orderOf(customer, 10, { cost: 10 })),
    );
    const ties = await ask();
    expect(ties.value.before).toMatchObject({ peak: 0, peakCustomers: 0, peakShare: null, unprofitable: 3 });
    expect(codes(ties.warnings)).toContain('total-not-positive');
  });
});
