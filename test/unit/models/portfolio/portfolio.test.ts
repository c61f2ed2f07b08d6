import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divestGuard } from '../../../../src/models/portfolio/divest-guard.ts';
import { portfolioCell, shapiroCell } from '../../../../src/models/portfolio/portfolio-cell.ts';
import { serviceTiers } from '../../../../src/models/portfolio/service-tiers.ts';
import { isKeyCustomer, significanceTags } from '../../../../src/models/portfolio/significance.ts';

describe('portfolioCell', () => {
  const cuts = { clv: 100, costToServe: 50, pAlive: 0.5 };
  it.each([
    [{ clv: 200, costToServe: 10, pAlive: 0.2 }, 'retain'],
    [{ clv: 200, costToServe: 90, pAlive: 0.2 }, 'retain'],
    [{ clv: 200, costToServe: 10, pAlive: 0.9 }, 'grow'],
    [{ clv: 100, costToServe: 50, pAlive: 0.5 }, 'maintain'],
    [{ clv: 20, costToServe: 10, pAlive: 0.9 }, 'maintain'],
    [{ clv: 20, costToServe: 90, pAlive: 0.9 }, 'divest'],
  ])('%j → %s', (customer, cell) => {
    expect(portfolioCell(customer, cuts)).toBe(cell);
  });
});

describe('shapiroCell (Shapiro et al. 1987)', () => {
  const cuts = { netPrice: 10, costToServe: 5 };
  it.each([
    [12, 8, 'carriage trade'],
    [12, 2, 'passive'],
    [8, 8, 'aggressive'],
    [8, 2, 'bargain basement'],
  ])('price %i, cost %i: %s', (netPrice, costToServe, cell) => {
    expect(shapiroCell({ netPrice, costToServe }, cuts)).toBe(cell);
  });
});

describe('divestGuard', () => {
  const losing = { contributionMargin: 10, costToServe: 30, clv: -5, referralValue: 0, significance: [] };
  it('lists only those who cost more than they contribute and have nothing else to keep them', () => {
    expect(divestGuard(losing)).toEqual({ isUnprofitable: true, kept: [], isCandidate: true });
    expect(divestGuard({ ...losing, costToServe: 5 }).isCandidate).toBe(false);
    expect(divestGuard({ ...losing, clv: 1 }).kept).toEqual(['future value']);
    expect(divestGuard({ ...losing, referralValue: 20 }).kept).toEqual(['referrals']);
    expect(divestGuard({ ...losing, referralValue: 19 }).isCandidate).toBe(true);
    expect(divestGuard({ ...losing, significance: ['benchmark'] }).kept).toEqual(['significance']);
  });
});

describe('significance', () => {
  const facts = { clv: 5, volume: 5, isBenchmark: false, isInspiration: true, isDoorOpener: true };
  it('tags by cuts and by judgement', () => {
    expect(significanceTags(facts, { clv: 5, volume: 9 })).toEqual([
      'high future CLV',
      'inspiration',
      'door opener',
    ]);
    const none = { ...facts, isInspiration: false, isDoorOpener: false };
    expect(significanceTags(none, { clv: 6, volume: 9 })).toEqual([]);
    expect(significanceTags({ ...none, isBenchmark: true }, { clv: 6, volume: 5 })).toEqual([
      'high volume',
      'benchmark',
    ]);
  });

  it('key customers are regular and profitable', () => {
    expect(isKeyCustomer({ orders: 6, profit: 1 }, 6)).toBe(true);
    expect(isKeyCustomer({ orders: 5, profit: 1 }, 6)).toBe(false);
    expect(isKeyCustomer({ orders: 9, profit: 0 }, 6)).toBe(false);
  });
});

describe('serviceTiers', () => {
  it('gives the best service to the most profitable, equal profit equal service', () => {
    expect(serviceTiers([50, 40, 30, 20, 10, -5, null], [0.2, 0.4])).toEqual([0, 1, 1, 2, 2, 3, null]);
    expect(serviceTiers([50, 50, 1, 1, 1], [0.2, 0.4])).toEqual([0, 0, 1, 1, 1]);
    expect(serviceTiers([5], [0.2])).toEqual([1]);
    expect(serviceTiers([], [0.2])).toEqual([]);
  });

  it('never serves a more profitable customer worse', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 50 }), { maxLength: 30 }), (profits) => {
        const tiers = serviceTiers(profits, [0.2, 0.3]);
        profits.forEach((profit, one) =>
          profits.forEach((other, at) => {
            if (profit >= other) expect(tiers[one]).toBeLessThanOrEqual(tiers[at] ?? NaN);
          }),
        );
      }),
    );
  });
});
