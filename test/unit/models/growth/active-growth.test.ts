import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeGrowth } from '../../../../src/models/growth/active-growth.ts';

describe('growth of customers who buy', () => {
  it('by hand: 100 before, 121 now, 80 in both', () => {
    const half = 1.959963984540054 * Math.sqrt(61 / 12_100);
    const growth = activeGrowth({ before: 100, now: 121, both: 80 });
    expect(growth?.value).toBeCloseTo(0.21, 12);
    expect(growth?.low).toBeCloseTo(1.21 * Math.exp(-half) - 1, 12);
    expect(growth?.high).toBeCloseTo(1.21 * Math.exp(half) - 1, 12);
  });

  it('says nothing without a year before, and no interval without anybody now', () => {
    expect(activeGrowth({ before: 0, now: 5, both: 0 })).toBeNull();
    expect(activeGrowth({ before: 5, now: 0, both: 0 })).toEqual({ value: -1, low: null, high: null });
  });

  it('is narrower the more customers stay, and certain when all do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (before, now) => {
        const most = Math.min(before, now);
        const [none, all] = [0, most].map((both) => activeGrowth({ before, now, both }));
        expect(Number(all?.high)).toBeLessThanOrEqual(Number(none?.high) + 1e-12);
        expect(Number(all?.low)).toBeLessThanOrEqual(Number(all?.value) + 1e-12);
        expect(activeGrowth({ before, now: before, both: before })?.high).toBeCloseTo(0, 12);
      }),
    );
  });
});
