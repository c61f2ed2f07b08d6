import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenSpend, paybackPeriods } from '../../../../src/models/retention-economics/break-even.ts';
import { constantRetentionValue } from '../../../../src/models/retention-economics/constant-retention.ts';
import { reichheldLayers } from '../../../../src/models/retention-economics/reichheld-layers.ts';
import {
  upliftOfPercent,
  upliftOfPoints,
} from '../../../../src/models/retention-economics/retention-uplift.ts';

const settings = fc.record({
  margin: fc.double({ min: 1, max: 1000, noNaN: true }),
  retention: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  discount: fc.double({ min: 0.05, max: 0.3, noNaN: true }),
  growth: fc.double({ min: -0.1, max: 0.04, noNaN: true }),
});
const firstMargins = fc.constantFrom('now' as const, 'after-a-year' as const);
const plain = { margin: 100, retention: 0.8, discount: 0.1 };

describe('constantRetentionValue', () => {
  it('is the sum over many years', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { margin, retention, discount, growth } = setting;
        const factor = (retention * (1 + growth)) / (1 + discount);
        let now = 0;
        for (let year = 0; year < 2000; year += 1) now += margin * factor ** year;
        expect(constantRetentionValue(setting)).toBeCloseTo(now, 5);
        const later = constantRetentionValue(setting, 'after-a-year') ?? NaN;
        expect(later).toBeCloseTo((now * retention) / (1 + discount), 5);
      }),
    );
  });

  it('rises with margin and retention, falls with the discount', () => {
    fc.assert(
      fc.property(settings, firstMargins, (setting, first) => {
        const value = constantRetentionValue(setting, first) ?? NaN;
        const other = (change: Partial<typeof setting>): number =>
          constantRetentionValue({ ...setting, ...change }, first) ?? NaN;
        expect(other({ margin: setting.margin * 1.1 })).toBeGreaterThan(value);
        expect(other({ retention: setting.retention + 0.05 })).toBeGreaterThan(value);
        expect(other({ discount: setting.discount + 0.02 })).toBeLessThan(value);
      }),
    );
  });

  it('has no value without end, nor for impossible settings', () => {
    expect(constantRetentionValue({ ...plain, retention: 1, discount: 0 })).toBeNull();
    expect(constantRetentionValue({ ...plain, growth: 0.5 })).toBeNull();
    expect(constantRetentionValue({ ...plain, retention: 1.2 })).toBeNull();
    expect(constantRetentionValue({ ...plain, margin: Number.NaN })).toBeNull();
  });
});

describe('upliftOfPoints and upliftOfPercent', () => {
  it('follow Δr(1+g) ÷ (1+d−(r+Δr)(1+g)) with the first margin now', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { retention, discount, growth } = setting;
        const expected = (0.05 * (1 + growth)) / (1 + discount - (retention + 0.05) * (1 + growth));
        expect(upliftOfPoints(setting, 5)?.uplift).toBeCloseTo(expected, 9);
        const less = upliftOfPercent(setting, 5)?.uplift ?? NaN;
        expect(less).toBeLessThanOrEqual(expected + 1e-12);
      }),
    );
  });

  it('can’t keep more than everybody, and has no share of nothing', () => {
    expect(upliftOfPoints({ ...plain, retention: 0.97 }, 5)).toBeNull();
    expect(upliftOfPoints({ ...plain, margin: 0 }, 5)?.uplift).toBeNull();
  });
});

describe('breakEvenSpend and paybackPeriods', () => {
  it('leave the value as it was', () => {
    const spend = breakEvenSpend(plain, 0.85);
    const raised = { ...plain, retention: 0.85 };
    const before = constantRetentionValue(plain) ?? NaN;
    expect((constantRetentionValue(raised) ?? NaN) - (spend?.once ?? NaN)).toBeCloseTo(before, 9);
    expect(constantRetentionValue({ ...raised, margin: 100 - (spend?.yearly ?? NaN) })).toBeCloseTo(
      before,
      9,
    );
    expect(breakEvenSpend({ ...plain, margin: 0 }, 0.9)).toBeNull();
  });

  it('count part of a period, and say when it is never', () => {
    expect(paybackPeriods(250, [100, 100, 100])).toBeCloseTo(2.5, 12);
    expect(paybackPeriods(100, [110], 0.1)).toBeCloseTo(1, 12);
    expect(paybackPeriods(0, [])).toBe(0);
    expect(paybackPeriods(10, [-5, 3])).toBeNull();
    expect(paybackPeriods(Number.NaN, [1])).toBeNull();
  });
});

describe('reichheldLayers', () => {
  const year = { retention: 1, base: 100, extraPurchases: 0, costSaving: 0, referrals: 0, pricePremium: 0 };

  it('adds the layers, each year from those who stayed', () => {
    const value = reichheldLayers(
      [
        { ...year, retention: 0.5 },
        { ...year, retention: 0.8, extraPurchases: 10, referrals: 5 },
      ],
      60,
      0.1,
    );
    expect(value?.years.map(({ survival }) => survival)).toEqual([0.5, 0.4]);
    expect(value?.netPresentValue).toBeCloseTo(-60 + 50 / 1.1 + (0.4 * 115) / 1.21, 9);
    expect(value?.years[1]?.layers.referrals).toBeCloseTo((0.4 * 5) / 1.21, 9);
    expect(value?.paybackYear).toBe(2);
  });

  it('agrees with constant retention after a year over many years', () => {
    const years = Array.from({ length: 400 }, () => ({ ...year, retention: 0.8 }));
    expect(reichheldLayers(years, 0, 0.1)?.netPresentValue).toBeCloseTo(
      constantRetentionValue(plain, 'after-a-year') ?? NaN,
      8,
    );
  });

  it('is minus the acquisition cost without years, and unknown for impossible ones', () => {
    expect(reichheldLayers([], 60, 0.1)).toEqual({ years: [], netPresentValue: -60, paybackYear: null });
    expect(reichheldLayers([{ ...year, retention: 2 }], 0, 0.1)).toBeNull();
    expect(reichheldLayers([{ ...year, base: Number.NaN }], 0, 0.1)).toBeNull();
    expect(reichheldLayers([], 0, -1)).toBeNull();
  });
});
