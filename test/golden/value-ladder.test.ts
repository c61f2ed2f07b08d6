import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { valueLadder } from '../../src/analyses/value-ladder/definition.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData, loadOnlineRetail } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

interface OnlineRetail {
  readonly raw: { readonly customers: number };
  readonly clean: { readonly customers: number; readonly revenue: number; readonly repeat_customers: number };
}

describe.skipIf(!hasSharedData)('the value ladder of UCI Online Retail (../shared is needed)', () => {
  let engine: TestEngine;
  let expected: OnlineRetail;
  const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };

  beforeAll(async () => {
    expected = expectedValues<OnlineRetail>('online_retail_totals');
    engine = await openTestEngine();
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
  });

  it('places every customer once; buyers and revenue are the published ones', async () => {
    const { value } = await runAnalysis(engine, valueLadder, context);
    expect(value.customers).toBe(expected.raw.customers);
    expect(value.buyers).toBe(expected.clean.customers);
    expect(value.revenue).toBeCloseTo(expected.clean.revenue, 2);
    expect(value.rungs.reduce((sum, { customers }) => sum + customers, 0)).toBe(value.customers);
    expect(value.rungs.map(({ available }) => available)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('agrees with an independent count of purchase days, from the lines of the file', async () => {
    const [row] = await engine.rows(`
      select count(*) filter (days = 1)::INTEGER as one, count(*) filter (days > 1)::INTEGER as more
      from (select customer, count(distinct sold_at::DATE) as days from retail
        where customer is not null and amount > 0 group by customer)`);
    const { value } = await runAnalysis(engine, valueLadder, context);
    expect(value.rungs[2]?.customers).toBe(row?.['one']);
    expect(value.rungs[3]?.reached).toBe(row?.['more']);
    // 2,845 customers have two invoices or more; 55 of them on one day only.
    expect(value.rungs[3]?.reached).toBe(expected.clean.repeat_customers - 55);
  });
});
