import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacPaybackMonths, clvToCac } from '../../../../src/models/customer-equity/acquisition-return.ts';
import { customerEquity, equityByGroup } from '../../../../src/models/customer-equity/customer-equity.ts';
import {
  clvAtRisk,
  referralValue,
  viralFactor,
} from '../../../../src/models/customer-equity/referral-value.ts';
import { revenueRetention, valueRetention } from '../../../../src/models/customer-equity/value-retention.ts';

describe('customerEquity', () => {
  it('adds customers and prospects', () => {
    const prospects = { expected: 1000, conversion: 0.05, clv: 300, cac: 100 };
    expect(customerEquity([100, null, -20], prospects)).toEqual({
      current: 80,
      future: 10_000,
      total: 10_080,
    });
    expect(customerEquity([])).toEqual({ current: 0, future: 0, total: 0 });
  });

  it('adds up over any partition', () => {
    const customers = fc.array(
      fc.record({
        group: fc.constantFrom('a', 'b', 'c'),
        clv: fc.option(fc.integer({ min: -1000, max: 5000 })),
      }),
    );
    fc.assert(
      fc.property(customers, (list) => {
        const parts = [...equityByGroup(list).values()].reduce((sum, part) => sum + part, 0);
        expect(parts).toBe(customerEquity(list.map(({ clv }) => clv)).total);
      }),
    );
  });
});

describe('referrals and value at risk', () => {
  it('discounts the customers brought by the chance that they came for it, and by time', () => {
    const referred = [
      { clv: 100, onlyByReferral: 0.5, periods: 0 },
      { clv: 110, onlyByReferral: 1, periods: 1 },
    ];
    expect(referralValue(referred, 0.1)).toBeCloseTo(150, 9);
    expect(referralValue([], 0.1)).toBe(0);
    expect(viralFactor(10, 0.12)).toBeCloseTo(1.2, 12);
    expect(clvAtRisk(0.3, 100, 150)).toBeCloseTo(75, 12);
  });
});

describe('return on acquisition', () => {
  it('CLV to CAC', () => {
    expect(clvToCac(300, 100)).toBe(3);
    expect(clvToCac(300, 0)).toBeNull();
  });

  it('pays back later when customers leave, or never', () => {
    expect(cacPaybackMonths(100, 40)).toBe(2.5);
    expect(cacPaybackMonths(100, 40, 0.9)).toBeCloseTo(2 + 24 / 32.4, 9);
    expect(cacPaybackMonths(100, 10, 0.5)).toBeNull();
    expect(cacPaybackMonths(100, 0)).toBeNull();
    expect(cacPaybackMonths(0, 0)).toBe(0);
  });
});

describe('valueRetention', () => {
  it('sees that the valuable ones leave behind a good head count', () => {
    const many = Array.from({ length: 9 }, () => ({ value: 10, isRetained: true }));
    const found = valueRetention([...many, { value: 90, isRetained: false }]);
    expect(found).toMatchObject({ headCount: 0.9, byValue: 0.5, isDiverging: true });
    expect(found?.gap).toBeCloseTo(-0.4, 12);
    expect(valueRetention([{ value: 5, isRetained: true }])).toMatchObject({ gap: 0, isDiverging: false });
    expect(valueRetention([{ value: 0, isRetained: true }])).toMatchObject({
      byValue: null,
      isDiverging: false,
    });
    expect(valueRetention([])).toBeNull();
  });

  it('is the head count when all are worth the same', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (kept) => {
        const found = valueRetention(kept.map((isRetained) => ({ value: 7, isRetained })));
        expect(found?.byValue).toBeCloseTo(found?.headCount ?? NaN, 12);
      }),
    );
  });
});

describe('revenueRetention', () => {
  it('net with expansion, gross without', () => {
    const found = revenueRetention({ start: 1000, expansion: 200, contraction: 50, churned: 100 });
    expect(found).toEqual({ net: 1.05, gross: 0.85 });
    expect(revenueRetention({ start: 0, expansion: 0, contraction: 0, churned: 0 })).toBeNull();
  });
});
