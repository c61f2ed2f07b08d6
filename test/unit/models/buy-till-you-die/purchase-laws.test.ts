import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../../src/models/buy-till-you-die/bg-nbd/bg-nbd.ts';
import { mbgNbd } from '../../../../src/models/buy-till-you-die/mbg-nbd/mbg-nbd.ts';
import {
  discountedResidualRepeats,
  paretoNbd,
} from '../../../../src/models/buy-till-you-die/pareto-nbd/pareto-nbd.ts';

/** A law with its parameters filled in. */
interface Law {
  readonly pAlive: (x: number, tx: number, age: number) => number;
  readonly expectedRepeats: (t: number) => number;
  readonly expectedIfAlive: (x: number, age: number, t: number) => number;
  readonly repeatProbabilities: (t: number, most: number) => Float64Array;
}

const laws = ['BG/NBD', 'MBG/NBD', 'Pareto/NBD'] as const;
const bind = (
  name: (typeof laws)[number],
  [one, two, three, four]: readonly [number, number, number, number],
): Law => {
  if (name === 'Pareto/NBD') {
    const p = { r: one, alpha: two, s: three, beta: four };
    return {
      pAlive: (x, tx, age) => paretoNbd.pAlive(p, x, tx, age),
      expectedRepeats: (t) => paretoNbd.expectedRepeats(p, t),
      expectedIfAlive: (x, age, t) => paretoNbd.expectedIfAlive(p, x, age, t),
      repeatProbabilities: (t, most) => paretoNbd.repeatProbabilities(p, t, most),
    };
  }
  const p = { r: one, alpha: two, a: three, b: four };
  const law = name === 'BG/NBD' ? bgNbd : mbgNbd;
  return {
    pAlive: (x, tx, age) => law.pAlive(p, x, tx, age),
    expectedRepeats: (t) => law.expectedRepeats(p, t),
    expectedIfAlive: (x, age, t) => law.expectedIfAlive(p, x, age, t),
    repeatProbabilities: (t, most) => law.repeatProbabilities(p, t, most),
  };
};

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const parameters = (least: number, most: number): fc.Arbitrary<[number, number, number, number]> =>
  fc.tuple(between(least, most), between(least, most), between(least, most), between(least, most));
const history = fc
  .tuple(fc.integer({ min: 0, max: 3_000 }), fc.double({ min: 0, max: 1, noNaN: true }), between(1e-6, 1e4))
  .map(([x, share, age]) => ({ x, tx: x === 0 ? 0 : share * age, age }));

describe.each(laws)('%s', (name) => {
  it('P(alive) is in 0–1 however extreme parameters and history are', () => {
    fc.assert(
      fc.property(parameters(1e-4, 1e4), history, (values, { x, tx, age }) => {
        const alive = bind(name, values).pAlive(x, tx, age);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('P(alive) falls with silence after the last purchase', () => {
    fc.assert(
      fc.property(parameters(0.05, 50), history, between(1e-3, 1e3), (values, { x, tx, age }, silence) => {
        const law = bind(name, values);
        expect(law.pAlive(x, tx, age + silence)).toBeLessThanOrEqual(law.pAlive(x, tx, age) + 1e-12);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('expectations are finite, never below 0 and rise with time', () => {
    fc.assert(
      fc.property(parameters(0.01, 1e3), history, between(1e-6, 1e5), (values, { x, age }, t) => {
        const law = bind(name, values);
        const [soon, later] = [law.expectedIfAlive(x, age, t), law.expectedIfAlive(x, age, 2 * t)];
        expect(soon).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(soon * (1 - 1e-9));
        expect(Number.isFinite(later)).toBe(true);
        expect(Number.isFinite(law.expectedRepeats(t))).toBe(true);
        expect(law.expectedRepeats(0)).toBe(0);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('probabilities of repeats add up to 1 and average to E[X(t)]', () => {
    fc.assert(
      fc.property(parameters(0.2, 5), between(0.01, 10), (values, t) => {
        const law = bind(name, [values[0], values[1] + 5, values[2], values[3]]);
        const shares = law.repeatProbabilities(t, 250);
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 7);
        const average = shares.reduce((sum, share, n) => sum + n * share, 0);
        expect(average / law.expectedRepeats(t)).toBeCloseTo(1, 6);
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it('what is expected of two stretches is what is expected of both together', () => {
    fc.assert(
      fc.property(parameters(0.2, 5), between(0.1, 30), between(0.1, 30), (values, early, late) => {
        const law = bind(name, values);
        // Of a new customer nothing is known: the history that has lasted for no time.
        const alive = law.pAlive(0, 0, 0);
        expect(alive * law.expectedIfAlive(0, 0, early)).toBeCloseTo(law.expectedRepeats(early), 9);
        expect(law.expectedRepeats(early + late)).toBeGreaterThanOrEqual(law.expectedRepeats(early));
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('nothing breaks at a = 1, s = 1, α = β, or where they nearly are', () => {
    for (const near of [0, 1e-15, 1e-9, -1e-9, 1e-4]) {
      const law = bind(name, [0.5, 10, 1 + near, 10 * (1 + near)]);
      const exact = bind(name, [0.5, 10, 1, 10]);
      expect(law.expectedRepeats(39) / exact.expectedRepeats(39)).toBeCloseTo(1, 3);
      expect(law.pAlive(3, 20, 39) / exact.pAlive(3, 20, 39)).toBeCloseTo(1, 3);
    }
  });
});

describe('DERT of Pareto/NBD', () => {
  const p = { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 };
  it('falls with the discount and is near E[Y] of a long time when that is small', () => {
    const [low, high] = [0.001, 0.01].map((rate) => discountedResidualRepeats(p, 2, 30, 39, rate));
    expect(low).toBeGreaterThan(high ?? NaN);
    // The discounted sum of ΔE[Y] over fine steps is the integral.
    let [sum, before] = [0, 0];
    for (let step = 1; step <= 40_000; step += 1) {
      const expected = paretoNbd.expectedIfAlive(p, 2, 39, step / 20);
      sum += (expected - before) * Math.exp((-0.01 * (step - 0.5)) / 20);
      before = expected;
    }
    expect((paretoNbd.pAlive(p, 2, 30, 39) * sum) / (high ?? NaN)).toBeCloseTo(1, 5);
  });
});
