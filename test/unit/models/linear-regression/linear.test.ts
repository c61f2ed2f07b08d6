import { describe, expect, it } from 'vitest';
import { fitLinear } from '../../../../src/models/linear-regression/fit-linear.ts';
import { fTail } from '../../../../src/models/statistics/f-tail.ts';
import { fitted } from '../../../support/fitted.ts';

describe('fitLinear', () => {
  it('finds the line of Anscombe’s (1973) first set: 3.0 + 0.5 x, R² 0.667, F 17.99, p 0.0022', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const fit = fitted(fitLinear(y, [{ name: 'x', values: x }]));
    expect(fit.intercept.coefficient).toBeCloseTo(3.0000909, 7);
    expect(fit.intercept.standardError).toBeCloseTo(1.1247468, 7);
    expect(fit.estimates[0]?.coefficient).toBeCloseTo(0.5000909, 7);
    expect(fit.estimates[0]?.standardError).toBeCloseTo(0.1179055, 7);
    expect(fit.residualStandardDeviation).toBeCloseTo(1.2366, 4);
    expect(fit.rSquared).toBeCloseTo(0.6665425, 7);
    expect(fit.adjustedRSquared).toBeCloseTo(0.6294916, 7);
    expect(fit.fStatistic).toBeCloseTo(17.98994, 5);
    expect(fit.p).toBeCloseTo(0.002169629, 8);
  });

  it('without predictors it is the mean, and a flat outcome has no share explained', () => {
    expect(fitted(fitLinear([1, 2, 6], [])).intercept.coefficient).toBeCloseTo(3, 12);
    const flat = fitted(fitLinear([4, 4, 4], [{ name: 'x', values: [1, 2, 4] }]));
    expect(flat.rSquared).toBeNull();
    expect(flat.estimates[0]?.coefficient).toBeCloseTo(0, 12);
  });

  it('says what can’t be estimated', () => {
    const x = { name: 'x', values: [1, 2, 3, 5] };
    const shifted = { name: 'shifted', values: [3, 5, 7, 11] };
    expect(fitLinear([1, 2, 3, 1], [x, shifted])).toEqual({
      ok: false,
      error: { kind: 'collinear', name: 'shifted' },
    });
    expect(fitLinear([1], [])).toMatchObject({ error: { kind: 'too-few', need: 2 } });
    expect(fitLinear([1, Number.NaN, 2, 3], [x])).toMatchObject({
      error: { kind: 'value-invalid', index: 1 },
    });
  });
});

describe('fTail', () => {
  it('leaves 5 % beyond the printed critical values', () => {
    expect(fTail(4.964602743730711, 1, 10)).toBeCloseTo(0.05, 10);
    expect(fTail(2.866081402015663, 4, 20)).toBeCloseTo(0.05, 9);
    expect(fTail(0, 4, 20)).toBe(1);
  });
});
