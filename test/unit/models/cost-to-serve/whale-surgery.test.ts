import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profitWhale, whaleSurgery } from '../../../../src/models/cost-to-serve/whale-surgery.ts';
import type { SurgeryAction } from '../../../../src/models/cost-to-serve/surgery-action.ts';

const good = {
  customer: 'good',
  orders: 4,
  netRevenue: 1_000,
  costOfGoods: 500,
  transactionCosts: 20,
  serveCosts: { orders: 40, visits: 60 },
  acquisition: 30,
};
const costly = {
  ...good,
  customer: 'costly',
  orders: 20,
  netRevenue: 400,
  costOfGoods: 200,
  serveCosts: { orders: 200, visits: 120 },
};
const everybody = { customers: null, expectedLoss: 0 } as const;
const changeBy = (action: SurgeryAction): number => whaleSurgery([good, costly], [action]).change;

describe('whaleSurgery', () => {
  it('shows the curve before: what the costly customer takes away', () => {
    const { before } = whaleSurgery([costly, good], []);
    expect(before.total).toBe(350 - 170);
    expect(before.peak).toEqual({ customers: 1, value: 350 });
    expect(before.erosion).toBeCloseTo(350 / 180 - 1, 12);
    expect(before.unprofitable).toBe(1);
    expect(before.curve).toEqual([
      { x: 0, y: 0 },
      { x: 0.5, y: 350 },
      { x: 1, y: 180 },
    ]);
  });

  it.each<[string, SurgeryAction, number]>([
    [
      'self-service of half the orders saves 80 % of their cost',
      { ...everybody, kind: 'self-service', activities: ['orders'], moved: 0.5, saving: 0.8 },
      96,
    ],
    [
      'visits quarterly instead of monthly',
      { ...everybody, kind: 'call-frequency', activities: ['visits'], kept: 1 / 3 },
      120,
    ],
    [
      'orders of at least 40 halve the small ones',
      { ...everybody, kind: 'order-minimum', activities: ['orders'], minimum: 40 },
      100,
    ],
    ['a fee of 5 on orders below 50', { ...everybody, kind: 'surcharge', perOrder: 5, below: 50 }, 100],
    ['a fee of 5 on all orders', { ...everybody, kind: 'surcharge', perOrder: 5, below: null }, 120],
    ['prices 10 % up, nobody leaves', { ...everybody, kind: 're-price', rise: 0.1 }, 140],
    [
      'prices 10 % up for one, a fifth leaves',
      { customers: ['costly'], expectedLoss: 0.2, kind: 're-price', rise: 0.1 },
      60,
    ],
    [
      'ending with one: what it cost is saved, acquisition is spent',
      { customers: ['costly'], expectedLoss: 0, kind: 'exit' },
      140,
    ],
  ])('%s', (_, action, change) => {
    expect(changeBy(action)).toBeCloseTo(change, 9);
  });

  it('changes nothing without actions, nor for others, and totals add up', () => {
    expect(whaleSurgery([good, costly], []).change).toBe(0);
    expect(changeBy({ customers: ['nobody'], expectedLoss: 0.5, kind: 'exit' })).toBe(0);
    const rises = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(rises, fc.double({ min: 0, max: 1, noNaN: true }), (rise, expectedLoss) => {
        const result = whaleSurgery(
          [good, costly],
          [{ customers: null, expectedLoss, kind: 're-price', rise }],
        );
        const after = result.customers.reduce((sum, { profitAfter }) => sum + profitAfter, 0);
        expect(result.after.total).toBeCloseTo(after, 9);
        expect(result.after.total - result.before.total).toBeCloseTo(result.change, 9);
      }),
    );
  });

  it('is all zeros without customers, and has no erosion of a loss', () => {
    expect(profitWhale([])).toEqual({
      total: 0,
      peak: { customers: 0, value: 0 },
      erosion: null,
      unprofitable: 0,
      curve: [],
    });
    expect(profitWhale([1, -5]).erosion).toBeNull();
  });

  it('Kaplan & Anderson’s figure: 20 % of customers can bring 225 % of profit', () => {
    const whale = profitWhale([225, 0, 0, -25, -100]);
    expect(whale.erosion).toBeCloseTo(1.25, 12);
    expect(whale.curve[1]).toEqual({ x: 0.2, y: 225 });
  });
});
