import { beforeAll, describe, expect, it } from 'vitest';
import { priceMark } from '../../../src/analyses/portfolio/marks.ts';
import type { PortfolioParams } from '../../../src/analyses/portfolio/params.ts';
import type { Portfolio } from '../../../src/analyses/portfolio/result.ts';
import type { Predicate } from '../../../src/core/predicate.ts';
import {
  fewestIn,
  readIdentifiers,
  significanceFinding,
  significantRow,
  significantRule,
  withCutsOf,
  withinFocus,
} from '../../../src/screens/treatment/significance.ts';
import type { SignificantRow } from '../../../src/screens/treatment/significance.ts';
import type { Segment } from '../../../src/strategy/records/segment.ts';
import { valueOf } from '../../support/engine.ts';
import { openSampleEngine } from '../../support/sample-engine.ts';
import type { SampleEngine } from '../../support/sample-engine.ts';

const context = { asOf: '2025-12-31', returns: 'net' } as const;
const usual: PortfolioParams = { clvCut: 0, serveCut: 0, aliveCut: 0.5, priceCut: 0, keyOrders: 3 };
const segment = (id: string, predicate: Predicate, tags?: Segment['tags']): Segment => ({
  id,
  name: id,
  note: '',
  predicate,
  ...(tags ? { tags } : {}),
});
const business: Predicate = { kind: 'compare', field: 'orders', operator: 'at-least', value: 20 };
const recent: Predicate = { kind: 'compare', field: 'recency_days', operator: 'at-most', value: 30 };

describe('significant customers of the supplier', () => {
  let engine: SampleEngine;
  let everybody: Portfolio;
  const ask = async (params: PortfolioParams, rule?: Predicate): Promise<Portfolio> =>
    valueOf(
      await engine.run('portfolio', { context, params: { ...params }, ...(rule ? { segment: rule } : {}) }),
    ).value as Portfolio;

  beforeAll(async () => {
    engine = await openSampleEngine('supplier');
    everybody = await ask(usual);
  });

  it('are where they stand among everyone: the cuts are not made anew for them', async () => {
    const rule = significantRule('benchmark', everybody, usual, [segment('a', business, ['benchmark'])]);
    expect(rule).toEqual(business);
    const found = await ask(withCutsOf(everybody, usual), withinFocus(business));
    const row = significantRow('benchmark', found, true);
    expect(row.customers).toBeGreaterThan(0);
    const placed = Object.entries(row.prices ?? {});
    expect(placed).toHaveLength(4);
    for (const [name, customers] of placed) {
      const cell = priceMark(everybody, name);
      if (!cell) throw new Error(name);
      const both = await ask(usual, withinFocus(business, cell.predicate));
      expect(both.all.customers, name).toBe(customers);
    }
  });

  it('are the computed ones where the figures tell', async () => {
    const rule = significantRule('high-volume', everybody, usual, []);
    if (!rule) throw new Error('no rule');
    const found = await ask(withCutsOf(everybody, usual), withinFocus(rule));
    expect(significantRow('high-volume', found, true).customers).toBe(everybody.highVolume.customers);
  });

  it('are those of any segment with the tag, and nobody without one', () => {
    const segments = [
      segment('a', business, ['benchmark']),
      segment('b', recent, ['benchmark', 'inspiration']),
      segment('c', recent),
    ];
    expect(significantRule('benchmark', everybody, usual, segments)).toEqual({
      kind: 'any',
      of: [business, recent],
    });
    expect(significantRule('inspiration', everybody, usual, segments)).toEqual(recent);
    expect(significantRule('door opener', everybody, usual, segments)).toBeUndefined();
    expect(significantRow('door opener', undefined, false)).toMatchObject({ customers: 0, clv: null });
  });
});

describe('words and counts', () => {
  const row = (reason: SignificantRow['reason'], candidates: number): SignificantRow => ({
    reason,
    customers: 40,
    clv: 1,
    profit: 1,
    key: 12,
    candidates,
    prices: { passive: 28, aggressive: 12 },
  });

  it('say first who is tagged and on the divest list', () => {
    expect(significanceFinding([row('benchmark', 3)], String)).toContain('3 tagged “Benchmark”');
    expect(significanceFinding([row('benchmark', 0)], String)).toContain('nobody who is tagged');
    expect(significanceFinding([row('high-volume', 3)], String)).toContain('nobody is tagged yet');
  });

  it('know the fewest people that a row tells about', () => {
    expect(fewestIn(row('benchmark', 0))).toBe(12);
    expect(fewestIn(row('benchmark', 3))).toBe(3);
    expect(fewestIn(significantRow('benchmark', undefined, false))).toBe(0);
  });

  it('read identifiers in any list', () => {
    expect(readIdentifiers(' C-1, C-2;C-1\nC 3\n')).toEqual(['C-1', 'C-2', 'C 3']);
  });
});
