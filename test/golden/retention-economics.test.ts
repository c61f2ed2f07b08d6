import { describe, expect, it } from 'vitest';
import { constantRetentionValue } from '../../src/models/retention-economics/constant-retention.ts';
import { upliftOfPercent, upliftOfPoints } from '../../src/models/retention-economics/retention-uplift.ts';

const percentOf = (fraction: number | null | undefined): number => Math.round(100 * (fraction ?? NaN));

// Reichheld & Sasser 1990: five points more retention add 20 to 125 % to net present value.
describe('the published claim about five points of retention', () => {
  it('20 %: from 80 to 85 % at a discount of 10 %', () => {
    expect(percentOf(upliftOfPoints({ margin: 1, retention: 0.8, discount: 0.1 }, 5)?.uplift)).toBe(20);
  });

  it('33 %: from 90 to 95 % at a discount of 10 %', () => {
    expect(percentOf(upliftOfPoints({ margin: 1, retention: 0.9, discount: 0.1 }, 5)?.uplift)).toBe(33);
  });

  it('73 %: from 90 to 95 % at a discount of 10 %, margins growing 8 % a year', () => {
    expect(
      percentOf(upliftOfPoints({ margin: 1, retention: 0.9, discount: 0.1, growth: 0.08 }, 5)?.uplift),
    ).toBe(73);
  });

  it('125 %: from 90 to 95 % at a discount of 10 %, margins growing by a ninth a year', () => {
    expect(
      upliftOfPoints({ margin: 1, retention: 0.9, discount: 0.1, growth: 1 / 9 }, 5)?.uplift,
    ).toBeCloseTo(1.25, 12);
  });

  it('125 % as well: from 95 to 100 % at a discount of 4 %', () => {
    expect(upliftOfPoints({ margin: 1, retention: 0.95, discount: 0.04 }, 5)?.uplift).toBeCloseTo(1.25, 12);
  });

  it('is about points: five per cent of 80 % is four points, and 15 %', () => {
    const setting = { margin: 1, retention: 0.8, discount: 0.1 };
    expect(upliftOfPercent(setting, 5)?.retention).toBeCloseTo(0.84, 12);
    expect(percentOf(upliftOfPercent(setting, 5)?.uplift)).toBe(15);
  });
});

describe('value at constant retention (Gupta & Lehmann 2003)', () => {
  it('the multiple of the margin: 4.09 at 90 % and 12 %, first margin after a year', () => {
    const multiple = constantRetentionValue({ margin: 1, retention: 0.9, discount: 0.12 }, 'after-a-year');
    expect(multiple).toBeCloseTo(4.09, 2);
  });

  it('the multiple of the margin: 1.07 at 60 % and 16 %', () => {
    const multiple = constantRetentionValue({ margin: 1, retention: 0.6, discount: 0.16 }, 'after-a-year');
    expect(multiple).toBeCloseTo(1.07, 2);
  });
});
