import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { rfm } from '../../src/analyses/rfm/definition.ts';
import { naturalBreaks } from '../../src/models/cuts/natural-breaks.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData, loadOnlineRetail } from '../support/golden-data.ts';
import { loadRfmPackageOrders } from '../support/rfm-package.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

type Scores = Readonly<Record<string, number>>;

interface RfmPackage {
  readonly orders: {
    readonly customers: number;
    readonly revenue: number;
    readonly bins: Readonly<Record<'R' | 'F' | 'M', readonly number[]>>;
    readonly score_counts: Readonly<Record<'R' | 'F' | 'M', Scores>>;
    readonly cell_counts_R_F: readonly (readonly number[])[];
    readonly mean_monetary_heatmap: readonly (readonly number[])[];
  };
  readonly first_rows: Readonly<Record<string, readonly [number, number, number, number]>>;
}

/** The rule of the R package: every order counts, whatever its day or age, and breaks at quantiles + 1. */
const packageRule = { wholeHistory: true, countOrders: 'orders', scoring: 'quantile-breaks' } as const;

describe.skipIf(!hasSharedData)('RFM of the R package’s orders (../shared is needed)', () => {
  let engine: TestEngine;
  let expected: RfmPackage;
  const context: RunContext = { asOf: '2006-12-31', currency: 'USD', seed: 1, returns: 'net' };

  beforeAll(async () => {
    expected = expectedValues<RfmPackage>('rfm_r_package');
    engine = await openTestEngine();
    await loadRfmPackageOrders(engine);
    await deriveFacts(engine, context);
  });

  it('reproduces cut points, score counts, the cells and their mean revenue', async () => {
    const { value } = await runAnalysis(engine, rfm, context, packageRule);
    const { orders } = expected;
    expect(value.scored).toBe(orders.customers);
    expect(value.revenue).toBe(orders.revenue);
    orders.bins.R.forEach((edge, at) => expect(value.cuts.recency[at]).toBeCloseTo(edge, 9));
    orders.bins.F.forEach((edge, at) => expect(value.cuts.frequency[at]).toBeCloseTo(edge, 9));
    orders.bins.M.forEach((edge, at) => expect(value.cuts.monetary[at]).toBeCloseTo(edge, 9));
    for (const { score, recency, frequency, monetary } of value.scores) {
      expect(recency).toBe(orders.score_counts.R[score]);
      expect(frequency).toBe(orders.score_counts.F[score]);
      expect(monetary).toBe(orders.score_counts.M[score]);
    }
    for (const { r, f, customers, meanMonetary } of value.cells) {
      expect(customers).toBe(orders.cell_counts_R_F[r - 1]?.[f - 1]);
      expect(meanMonetary).toBeCloseTo(orders.mean_monetary_heatmap[r - 1]?.[f - 1] ?? NaN, 6);
    }
  });

  it('reproduces the first customers: recency, orders, revenue and score', async () => {
    for (const [customer, [recency, orders, revenue, score]] of Object.entries(expected.first_rows)) {
      const { value } = await runAnalysis(
        engine,
        rfm,
        context,
        packageRule,
        `customer_id = '${customer.replaceAll("'", "''")}'`,
      );
      const cell = value.cells.find(({ customers }) => customers === 1);
      const m = value.scores.find(({ monetary }) => monetary === 1)?.score ?? 0;
      const segment = value.segments.find(({ customers }) => customers === 1);
      expect([segment?.medianRecencyDays, segment?.medianFrequency, segment?.medianMonetary]).toEqual([
        recency,
        orders,
        revenue,
      ]);
      expect((cell?.r ?? 0) * 100 + (cell?.f ?? 0) * 10 + m).toBe(score);
    }
  });

  it('scores days instead of orders when asked: orders of one day count once', async () => {
    const orders = await runAnalysis(engine, rfm, context, packageRule);
    const days = await runAnalysis(engine, rfm, context, { ...packageRule, countOrders: 'days' });
    expect(days.value.scored).toBe(orders.value.scored);
    expect(days.value.scores.map(({ recency }) => recency)).toEqual(
      orders.value.scores.map(({ recency }) => recency),
    );
  });
});

interface OnlineRetail {
  readonly rfm_base: {
    readonly customers: number;
    readonly recency: { readonly median: number };
    readonly frequency: { readonly median: number; readonly one_timers: number };
    readonly monetary: { readonly sum: number; readonly median: number };
  };
}

describe.skipIf(!hasSharedData)('RFM of UCI Online Retail (../shared is needed)', () => {
  let engine: TestEngine;
  let base: OnlineRetail['rfm_base'];
  const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };
  const wholeHistory = { wholeHistory: true, countOrders: 'orders' } as const;

  beforeAll(async () => {
    base = expectedValues<OnlineRetail>('online_retail_totals').rfm_base;
    engine = await openTestEngine();
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
  });

  it('takes the published base: 4,338 customers, invoices as orders, whole history, returns ignored', async () => {
    const { value } = await runAnalysis(engine, rfm, context, {
      ...wholeHistory,
      scoring: 'cuts',
      // Everyone with one invoice is below the first cut; medians of all in one segment need one cell.
      recencyCuts: [1_000, 1_000, 1_000, 1_000],
      frequencyCuts: [1_000, 1_000, 1_000, 1_000],
      monetaryCuts: [1e9, 1e9, 1e9, 1e9],
    });
    const all = value.segments.find(({ customers }) => customers > 0);
    expect(all?.name).toBe('New');
    expect(value.scored).toBe(base.customers);
    expect(value.revenue).toBeCloseTo(base.monetary.sum, 2);
    expect(all?.medianRecencyDays).toBe(base.recency.median);
    expect(all?.medianFrequency).toBe(base.frequency.median);
    expect(all?.medianMonetary).toBeCloseTo(base.monetary.median, 3);
  });

  it('counts one-timers by invoice as published, and more of them when a day counts once', async () => {
    const cuts = { scoring: 'cuts', frequencyCuts: [2, 3, 4, 5] } as const;
    const oneTimers = async (countOrders: string): Promise<number | undefined> => {
      const { value } = await runAnalysis(engine, rfm, context, { ...wholeHistory, ...cuts, countOrders });
      return value.scores[0]?.frequency;
    };
    expect(await oneTimers('orders')).toBe(base.frequency.one_timers);
    expect(await oneTimers('days')).toBe(1_548);
  });

  it('cuts at natural breaks where every single customer’s value would have put them', async () => {
    const { value } = await runAnalysis(engine, rfm, context);
    const rows = await engine.rows(
      'select recency_days, frequency from customer_profiles where frequency > 0',
    );
    for (const [name, column] of [
      ['recency', 'recency_days'],
      ['frequency', 'frequency'],
    ] as const) {
      const { classes } = naturalBreaks(
        rows.map((row) => Number(row[column])),
        5,
      );
      expect(value.naturalCuts[name]).toEqual(classes.slice(1).map(({ lowest }) => lowest));
    }
    const cut = await runAnalysis(engine, rfm, context, {
      scoring: 'cuts',
      recencyCuts: value.naturalCuts.recency,
      frequencyCuts: value.naturalCuts.frequency,
      monetaryCuts: value.naturalCuts.monetary,
    });
    expect(cut.value.cuts).toEqual(value.naturalCuts);
  });

  it('agrees with the customer profile by default', async () => {
    const { value } = await runAnalysis(engine, rfm, context);
    const rows = await engine.rows(
      'select rfm_segment, count(*)::INTEGER as customers from customer_profiles group by rfm_segment',
    );
    for (const { rfm_segment: name, customers } of rows) {
      const inResult =
        name === null
          ? value.withoutOrder
          : value.segments.find((segment) => segment.name === name)?.customers;
      expect(inResult).toBe(customers);
    }
    expect(value.customers).toBe(4_372);
    expect(value.scored + value.withoutOrder).toBe(4_372);
    expect(value.neverBought).toBe(34);
  });
});
