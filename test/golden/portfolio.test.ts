import { beforeAll, describe, expect, it } from 'vitest';
import { cellMark, listMark, priceMark, tierMark } from '../../src/analyses/portfolio/marks.ts';
import type { ListKey } from '../../src/analyses/portfolio/marks.ts';
import { portfolioParams } from '../../src/analyses/portfolio/params.ts';
import type { Portfolio, PortfolioGroup } from '../../src/analyses/portfolio/result.ts';
import * as v from 'valibot';
import type { Mark } from '../../src/analyses/analysis.ts';
import { divestGuard } from '../../src/models/portfolio/divest-guard.ts';
import { portfolioCell, shapiroCell } from '../../src/models/portfolio/portfolio-cell.ts';
import { serviceTiers } from '../../src/models/portfolio/service-tiers.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const context = { asOf: '2025-12-31', returns: 'net' } as const;

describe('portfolio', () => {
  let engine: SampleEngine;
  const ask = async (params: Record<string, unknown> = {}) => {
    const outcome = valueOf(await engine.run('portfolio', { params, context }));
    return { value: outcome.value as Portfolio, warnings: outcome.warnings };
  };
  const customersIn = async ({ predicate }: Mark): Promise<number> => {
    const outcome = valueOf(await engine.run('portfolio', { context, segment: predicate }));
    return (outcome.value as Portfolio).all.customers;
  };
  const sumOf = (groups: readonly PortfolioGroup[], key: 'customers' | 'clv' | 'profit'): number =>
    groups.reduce((sum, group) => sum + group[key], 0);

  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
  });

  it('puts everyone into one cell and one tier, which add up to all', async () => {
    const { value, warnings } = await ask();
    expect(value.all.customers).toBeGreaterThan(1_000);
    for (const parts of [value.cells, value.tiers]) {
      expect(sumOf(parts, 'customers')).toBe(value.all.customers);
      expect(sumOf(parts, 'clv')).toBeCloseTo(value.all.clv, 4);
      expect(sumOf(parts, 'profit')).toBeCloseTo(value.all.profit, 4);
    }
    const { keptByValue, keptByReferrals, candidates, unprofitable } = value;
    expect(sumOf([keptByValue, keptByReferrals, candidates], 'customers')).toBe(unprofitable.customers);
    const withRevenue = await customersIn({
      label: '',
      predicate: { kind: 'compare', field: 'serve_share', operator: 'is-known' },
    });
    expect(value.plane.reduce((sum, cell) => sum + cell.customers, 0)).toBe(withRevenue);
    expect(value.alive.reduce((sum, tenth) => sum + tenth.customers, 0)).toBe(
      value.cells.reduce((sum, { name, customers }) => sum + (name === 'divest' ? 0 : customers), 0) -
        (await customersIn({
          label: '',
          predicate: {
            kind: 'all',
            of: [
              { kind: 'compare', field: 'clv', operator: 'less-than', value: value.cuts.clv },
              { kind: 'compare', field: 'serve_share', operator: 'less-than', value: value.cuts.serve },
            ],
          },
        })),
    );
    expect(warnings).toEqual([]);
  });

  it('agrees with the models of single customers', async () => {
    const { value } = await ask({ clvCut: 60, serveCut: 0.1, aliveCut: 0.6, priceCut: 0.3 });
    const rows =
      await engine.rows(`select clv, p_alive, serve_share, net_price, profit, future_profit, cost_to_serve,
      coalesce(referrals_made, 0) as referrals from customer_values join customer_profiles using (customer_id)
      where clv is not null`);
    const number = (row: Record<string, unknown>, name: string): number => Number(row[name]);
    const cells = { retain: 0, grow: 0, maintain: 0, divest: 0 };
    const prices: Record<string, number> = {};
    let candidates = 0;
    for (const row of rows) {
      const costToServe = row['serve_share'] === null ? Infinity : number(row, 'serve_share');
      cells[
        portfolioCell(
          { clv: number(row, 'clv'), pAlive: number(row, 'p_alive'), costToServe },
          { clv: 60, pAlive: 0.6, costToServe: 0.1 },
        )
      ] += 1;
      const price =
        row['net_price'] === null
          ? ''
          : shapiroCell(
              { netPrice: number(row, 'net_price'), costToServe },
              { netPrice: 0.3, costToServe: 0.1 },
            );
      if (price !== '') prices[price] = (prices[price] ?? 0) + 1;
      const verdict = divestGuard({
        contributionMargin: number(row, 'profit') + number(row, 'cost_to_serve'),
        costToServe: number(row, 'cost_to_serve'),
        clv: number(row, 'future_profit'),
        referralValue: number(row, 'referrals') > 0 ? Infinity : 0,
        significance: [],
      });
      candidates += verdict.isCandidate ? 1 : 0;
    }
    expect(Object.fromEntries(value.cells.map(({ name, customers }) => [name, customers]))).toEqual(cells);
    expect(Object.fromEntries(value.priceCells.map(({ name, customers }) => [name, customers]))).toEqual(
      prices,
    );
    expect(value.candidates.customers).toBe(candidates);
    const tiers = serviceTiers(
      rows.map((row) => number(row, 'profit')),
      [0.2, 0.3],
    );
    const tierCounts = [0, 1, 2, 3].map((tier) => tiers.filter((found) => found === tier).length);
    // Quantiles of tied or unevenly divided ranks may part by one customer.
    value.tiers.forEach(({ customers }, tier) =>
      expect(Math.abs(customers - (tierCounts[tier] ?? 0))).toBeLessThanOrEqual(1),
    );
  });

  it('makes segments of exactly the customers that it counts', async () => {
    const { value } = await ask();
    const params = v.getDefaults(portfolioParams) as Required<v.InferOutput<typeof portfolioParams>>;
    const lists: readonly (readonly [ListKey, PortfolioGroup])[] = [
      ['key', value.key],
      ['unprofitable', value.unprofitable],
      ['kept-by-value', value.keptByValue],
      ['candidates', value.candidates],
      ['high-value', value.highValue],
    ];
    const marks: readonly (readonly [Mark | undefined, PortfolioGroup])[] = [
      ...value.cells.map((cell) => [cellMark(value, cell.name), cell] as const),
      ...value.priceCells.map((cell) => [priceMark(value, cell.name), cell] as const),
      ...value.tiers.map((tier) => [tierMark(value, tier.tier), tier] as const),
      ...lists.map(([key, group]) => [listMark(value, params, key), group] as const),
    ];
    for (const [mark, group] of marks) {
      expect(mark).toBeDefined();
      if (mark) expect(await customersIn(mark), mark.label).toBe(group.customers);
    }
  });

  it('moves customers to retain as the cut of P(alive) rises, and none out of the others’ sum', async () => {
    const careless = await ask({ aliveCut: 0.2 });
    const anxious = await ask({ aliveCut: 0.9 });
    expect(anxious.value.cells[0]?.customers).toBeGreaterThan(careless.value.cells[0]?.customers ?? 0);
    expect(anxious.value.cells[3]).toEqual(careless.value.cells[3]);
  });

  it('says that nobody can be valued where nobody has come back', async () => {
    const empty = await openTestEngine();
    await empty.createCanonicalTables();
    await empty.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
      ('1', 'a', timestamp '2025-01-05', 100, 100), ('2', 'b', timestamp '2025-02-05', 80, 80)`);
    const outcome = valueOf(await empty.run('portfolio', { context }));
    const value = outcome.value as Portfolio;
    expect(value.all).toMatchObject({ customers: 0, share: null, clv: 0 });
    expect(value.plane).toEqual([]);
    expect(outcome.warnings.map(({ code }) => code)).toEqual(['no-values']);
  });
});
