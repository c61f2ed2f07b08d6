import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../src/models/statistics/benjamini-hochberg.ts';
import { chiSquareTail } from '../../../../src/models/statistics/chi-square-tail.ts';
import { logGamma } from '../../../../src/core/numeric/log-gamma.ts';
import { studentCritical95, studentTwoSidedP } from '../../../../src/models/statistics/student-t.ts';
import { wilsonInterval } from '../../../../src/models/statistics/wilson-interval.ts';

describe('statistics against printed tables', () => {
  it('ln Γ: factorials and Γ(½) = √π', () => {
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  });

  it.each([
    [3.841458820694124, 1],
    [5.991464547107979, 2],
    [18.307038053275146, 10],
    [124.34211340400407, 100],
  ])('χ² of %f with %i degrees leaves 5 %%', (x, degrees) => {
    expect(chiSquareTail(x, degrees)).toBeCloseTo(0.05, 10);
  });

  it('χ²: nothing leaves everything, much leaves nothing', () => {
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(chiSquareTail(5_000, 3)).toBe(0);
  });

  it.each([
    [1, 12.706204736],
    [4, 2.776445105],
    [30, 2.042272456],
    [100_000, 1.959987708],
  ])("Student's t with %i degrees: %f", (degrees, critical) => {
    expect(studentCritical95(degrees)).toBeCloseTo(critical, 6);
    expect(studentTwoSidedP(critical, degrees)).toBeCloseTo(0.05, 8);
  });

  it('Wilson: 81 of 263 (Newcombe 1998, table I) and the ends', () => {
    expect(wilsonInterval(81, 263)?.low).toBeCloseTo(0.2553, 4);
    expect(wilsonInterval(81, 263)?.high).toBeCloseTo(0.3662, 4);
    expect(wilsonInterval(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('Benjamini–Hochberg: step-up with a running minimum, unknown stays unknown', () => {
    expect(benjaminiHochberg([0.01, null, 0.04, 0.03, 0.005])).toEqual([
      expect.closeTo(0.02, 12),
      null,
      expect.closeTo(0.04, 12),
      expect.closeTo(0.04, 12),
      expect.closeTo(0.02, 12),
    ]);
  });

  it('adjusting never lowers a p-value and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (pValues) => {
        const adjusted = benjaminiHochberg(pValues).map((q) => q ?? 0);
        pValues.forEach((p, index) => expect(adjusted[index]).toBeGreaterThanOrEqual(p - 1e-12));
        const order = pValues
          .map((_, index) => index)
          .toSorted((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
        order.slice(1).forEach((at, place) => {
          expect(adjusted[at]).toBeGreaterThanOrEqual(adjusted[order[place] ?? 0] ?? 0);
        });
      }),
    );
  });
});
