import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../../../src/core/numeric/at.ts';
import { digamma } from '../../../../src/core/numeric/digamma.ts';
import { gaussHypergeometric } from '../../../../src/core/numeric/gauss-hypergeometric.ts';
import { gaussLegendre } from '../../../../src/core/numeric/gauss-legendre.ts';
import { incompleteBeta } from '../../../../src/core/numeric/incomplete-beta.ts';
import { indexDistinct } from '../../../../src/core/numeric/index-distinct.ts';
import { logIntegrateConcave } from '../../../../src/core/numeric/integrate-log-concave.ts';
import { logBeta, logGamma } from '../../../../src/core/numeric/log-gamma.ts';
import { logAddExp, logSumExp } from '../../../../src/core/numeric/log-sum-exp.ts';
import { minimizeBfgs } from '../../../../src/core/numeric/minimize-bfgs.ts';
import { minimizeNelderMead } from '../../../../src/core/numeric/minimize-nelder-mead.ts';
import { createRisingFactorial, fillRisingFactorial } from '../../../../src/core/numeric/rising-factorial.ts';
import { invertPositiveDefinite } from '../../../../src/core/numeric/symmetric-matrix.ts';

const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe('gamma and its kin', () => {
  it('ln Γ: tiny, ordinary and large arguments', () => {
    expect(relative(logGamma(1e-10), 23.02585092988273)).toBeLessThan(1e-14);
    expect(relative(logGamma(0.5), 0.5723649429247001)).toBeLessThan(1e-14);
    expect(relative(logGamma(171), 706.573062245787)).toBeLessThan(1e-14);
    expect(relative(logGamma(1e6), 12815504.56914761)).toBeLessThan(1e-14);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 13);
  });

  it('ψ: −γ at 1, and the recurrence', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13);
    expect(digamma(7.3) - digamma(6.3)).toBeCloseTo(1 / 6.3, 13);
  });

  it('rising factorials are differences of ln Γ', () => {
    const table = createRisingFactorial(3_000);
    fillRisingFactorial(table, 0.24);
    for (const k of [0, 1, 10, 3_000]) {
      expect(at(table.log, k)).toBeCloseTo(logGamma(0.24 + k) - logGamma(0.24), 9);
      expect(at(table.slope, k)).toBeCloseTo(digamma(0.24 + k) - digamma(0.24), 10);
    }
  });

  it('I_x(a, b): halves, powers and ends', () => {
    expect(incompleteBeta(0.5, 7, 7)).toBeCloseTo(0.5, 13);
    expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 14);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('₂F₁', () => {
  // The last three by mpmath at 30 digits.
  it.each([
    [1, 1, 2, 0.5, -Math.log(0.5) / 0.5],
    [1, 1, 2, 0.999999, -Math.log(1 - 0.999999) / 0.999999],
    [1, 1, 2, -8, Math.log(9) / 8],
    [0.5, 3, 3, 0.97, 0.03 ** -0.5],
    [0.3, 0.7, 1, 0.9999, 3.2907381864857186],
    [100, 50, 160, 0.99, 7.47354758035201e29],
  ])('(%f, %f; %f; %f) = %f', (a, b, c, z, value) => {
    expect(relative(gaussHypergeometric(a, b, c, z), value)).toBeLessThan(1e-11);
  });

  it('is 1 at 0 and not a number beyond 1', () => {
    expect(gaussHypergeometric(2, 3, 4, 0)).toBe(1);
    expect(gaussHypergeometric(2, 3, 4, 1.1)).toBeNaN();
  });
});

describe('sums and integrals', () => {
  it('sums of exponentials neither overflow nor lose an empty one', () => {
    expect(logAddExp(1_000, 1_000)).toBeCloseTo(1_000 + Math.LN2, 12);
    expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
    expect(logSumExp([-1_000, -1_000, -Infinity])).toBeCloseTo(-1_000 + Math.LN2, 12);
    expect(logSumExp([])).toBe(-Infinity);
  });

  it('Gauss’s rule is exact for polynomials', () => {
    const { nodes, weights } = gaussLegendre(8);
    expect(nodes.reduce((sum, node, index) => sum + at(weights, index) * node ** 15, 0)).toBeCloseTo(
      1 / 16,
      14,
    );
  });

  it('finds a narrow peak far from the middle', () => {
    const normal = (w: number): number => -0.5 * ((w - 3) / 1e-4) ** 2;
    expect(logIntegrateConcave(normal, -1_000, 1_000)).toBeCloseTo(
      Math.log(1e-4 * Math.sqrt(2 * Math.PI)),
      9,
    );
    expect(logIntegrateConcave((w) => w, 0, 0)).toBe(-Infinity);
    expect(logIntegrateConcave((w) => w, 0, 2)).toBeCloseTo(Math.log(Math.exp(2) - 1), 11);
  });
});

describe('searches for a minimum', () => {
  const rosenbrock = (point: Float64Array, gradient: Float64Array): number => {
    const [x, y] = [at(point, 0), at(point, 1)];
    gradient.set([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]);
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  };
  const limits = { gradientTolerance: 1e-9, mostIterations: 500 };

  it('both walk through Rosenbrock’s valley', () => {
    const start = Float64Array.of(-1.2, 1);
    const found = minimizeBfgs(rosenbrock, start, limits);
    expect(found.converged).toBe(true);
    expect(at(found.point, 0)).toBeCloseTo(1, 7);
    const simplex = minimizeNelderMead((point) => rosenbrock(point, new Float64Array(2)), start);
    expect(simplex.converged).toBe(true);
    expect(at(simplex.point, 1)).toBeCloseTo(1, 3);
  });

  it('ends without a throw where nothing is a number', () => {
    const start = Float64Array.of(1);
    expect(minimizeBfgs(() => NaN, start, limits).converged).toBe(false);
    expect(minimizeNelderMead(() => NaN, start, 1e-8, 50).evaluations).toBeLessThanOrEqual(60);
  });
});

describe('matrices and columns', () => {
  it('inverts what is positive definite and refuses what is not', () => {
    const inverse = invertPositiveDefinite([4, 2, 2, 3], 2);
    [3 / 8, -1 / 4, -1 / 4, 1 / 2].forEach((value, index) => {
      expect(inverse?.[index]).toBeCloseTo(value, 14);
    });
    expect(invertPositiveDefinite([1, 2, 2, 1], 2)).toBeNull();
  });

  it('distinct values give the column back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.integer({ min: 0, max: 5 }))), (values) => {
        const { distinct, index } = indexDistinct(values);
        expect(Array.from(index, (place) => distinct[place])).toEqual(values.map((value) => value + 0));
        expect(new Set(distinct).size).toBe(distinct.length);
      }),
      { seed: 1 },
    );
  });
});
