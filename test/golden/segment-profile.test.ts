import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { segmentProfile } from '../../src/analyses/segment-profile/definition.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData, loadOnlineRetail } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

interface OnlineRetail {
  readonly clean: {
    readonly customers: number;
    readonly invoices: number;
    readonly revenue: number;
    readonly aov: number;
  };
  readonly rfm_base: {
    readonly recency: { readonly mean: number };
    readonly frequency: { readonly one_timers: number };
  };
}

describe.skipIf(!hasSharedData)('segment profile of UCI Online Retail (../shared is needed)', () => {
  let engine: TestEngine;
  let expected: OnlineRetail;
  const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };

  beforeAll(async () => {
    expected = expectedValues<OnlineRetail>('online_retail_totals');
    engine = await openTestEngine();
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
  });

  it('describes everyone with the published figures', async () => {
    const { value } = await runAnalysis(engine, segmentProfile, context);
    const of = (key: string) => value.measures.find((measure) => measure.key === key)?.focus.value;
    expect(value.focus.buyers).toBe(expected.clean.customers);
    expect(value.focus.orders).toBe(expected.clean.invoices);
    expect(value.focus.revenue).toBeCloseTo(expected.clean.revenue, 2);
    expect(of('average-order-value')).toBeCloseTo(expected.clean.aov, 6);
    expect(of('recency')).toBeCloseTo(expected.rfm_base.recency.mean, 9);
    expect(of('one-time-share')).toBeCloseTo(
      expected.rfm_base.frequency.one_timers / expected.clean.customers,
      9,
    );
  });

  it('parts customers and revenue between Germany and the rest', async () => {
    const { value, warnings } = await runAnalysis(
      engine,
      segmentProfile,
      context,
      {},
      "coalesce(country = 'Germany', false)",
    );
    expect((value.focus.share ?? 0) + (value.comparison?.share ?? 0)).toBeCloseTo(1, 12);
    expect(value.focus.revenue + (value.comparison?.revenue ?? 0)).toBeCloseTo(expected.clean.revenue, 2);
    expect(value.focus.customers).toBe(95);
    expect(value.attributes[0]).toMatchObject({ field: 'country', strength: expect.closeTo(1, 9) });
    for (const { focus } of value.measures) {
      if (focus.low !== null && focus.high !== null && focus.value !== null) {
        expect(focus.low).toBeLessThanOrEqual(focus.value);
        expect(focus.high).toBeGreaterThanOrEqual(focus.value);
      }
    }
    expect(warnings).toEqual([]);
  });
});
