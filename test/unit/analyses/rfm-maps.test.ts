import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { rfm } from '../../../src/analyses/rfm/definition.ts';
import { otherMapFinding } from '../../../src/analyses/rfm/findings.ts';
import {
  cellsCovered,
  claimsOf,
  combinedScore,
  orderedMap,
  putlerMap,
} from '../../../src/analyses/rfm/legacy-maps.ts';
import { otherMapOf } from '../../../src/analyses/rfm/other-map.ts';
import { rfmParams } from '../../../src/analyses/rfm/params.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-06-30', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');
const scores = [1, 2, 3, 4, 5];
const ask = (map: string, rows: readonly Record<string, string | number>[], given = {}) =>
  otherMapOf(rows, v.parse(rfmParams, { map, ...given }));
const row = (r: number, f: number, m: number, customers: number, spending = 'Light') => ({
  r,
  f,
  m,
  spending,
  customers,
  revenue: 10 * customers,
});

describe('Putler’s ranges as published (methods.md F1)', () => {
  it('overlap in most cells and leave some unclaimed', () => {
    const cells = scores.flatMap((r) => scores.map((fm) => claimsOf(putlerMap, r, fm)));
    expect(cells.filter((names) => names.length > 1).length).toBeGreaterThan(12);
    expect(claimsOf(putlerMap, 5, 5)).toEqual(['Champions', 'Loyal']);
    expect(claimsOf(putlerMap, 1, 5)).toEqual(['At Risk', "Can't Lose"]);
    expect(claimsOf(putlerMap, 2, 2)).toEqual(['Attention', 'Sleep', 'At Risk', 'Hibernating', 'Lost']);
    expect(claimsOf(putlerMap, 5, 2)).toEqual(['Potential']);
  });

  it('are taken as published or narrowest first', () => {
    expect(orderedMap(putlerMap, 'published')).toEqual(putlerMap);
    const sizes = orderedMap(putlerMap, 'narrowest').map(cellsCovered);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(claimsOf(orderedMap(putlerMap, 'narrowest'), 1, 5)).toEqual(["Can't Lose", 'At Risk']);
  });

  it('combine frequency and money half up', () => {
    expect([combinedScore(1, 2), combinedScore(3, 3), combinedScore(1, 5), combinedScore(5, 4)]).toEqual([
      2, 3, 3, 5,
    ]);
  });

  it('give each customer to one segment and count those in dispute', () => {
    const rows = scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => row(r, f, m, r + f + m))));
    const customers = rows.reduce((sum, one) => sum + one.customers, 0);
    for (const mapOrder of ['published', 'narrowest']) {
      const map = ask('putler', rows, { mapOrder });
      if (!map) throw new Error('Expected a map');
      const given = map.groups.reduce((sum, group) => sum + group.customers, 0);
      expect(given + map.unclaimed).toBe(customers);
      for (const group of map.groups) {
        expect(group.claimed).toBeGreaterThanOrEqual(Math.max(group.customers, group.contested));
      }
      expect(map.contested).toBeLessThanOrEqual(customers);
    }
    const one = ask('putler', [row(1, 5, 5, 7), row(5, 2, 2, 3)]);
    expect(one).toMatchObject({ contested: 7, unclaimed: 0 });
    expect(one && otherMapFinding(one, formats)).toBe('7 customers (70%) are claimed by several segments');
    expect(one?.groups.find(({ name }) => name === 'At Risk')).toMatchObject({ claimed: 7, customers: 7 });
    expect(one?.groups.find(({ name }) => name === "Can't Lose")).toMatchObject({ claimed: 7, customers: 0 });
  });

  it('are not shown unless asked for', () => {
    expect(ask('ours', [])).toBeNull();
    const none = ask('putler', []);
    expect(none && otherMapFinding(none, formats)).toBe('No customer is claimed by several segments');
  });
});

describe('another map on orders', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await loadOrders(
      engine,
      Array.from({ length: 10 }, (_, index) => ({
        id: String(index),
        customer: `c${index}`,
        day: `2024-0${1 + (index % 5)}-15`,
        gross: 100 - 10 * index,
      })),
    );
    await deriveFacts(engine, context);
  });

  it('heavy, medium and light spenders are 20, 30 and 50 %', async () => {
    const { value } = await runAnalysis(engine, rfm, context, { map: 'spending' });
    expect(value.otherMap?.groups.map(({ name, customers, revenue }) => [name, customers, revenue])).toEqual([
      ['Heavy', 2, 190],
      ['Medium', 3, 210],
      ['Light', 5, 150],
    ]);
    expect(value.otherMap && otherMapFinding(value.otherMap, formats)).toBe(
      'Heavy spenders, 20% of customers, bring 34.5% of revenue',
    );
  });

  it('every scored customer is in a cell of the overlapping map, and our own segments stay', async () => {
    const [ours, theirs] = [
      (await runAnalysis(engine, rfm, context)).value,
      (await runAnalysis(engine, rfm, context, { map: 'putler' })).value,
    ];
    expect(ours.otherMap).toBeNull();
    expect(theirs.segments).toEqual(ours.segments);
    expect(theirs.otherMap?.cells).toHaveLength(25);
    expect(theirs.otherMap?.cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(10);
  });
});
