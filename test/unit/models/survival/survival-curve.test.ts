import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atRiskAt, kaplanMeier, survivalAt } from '../../../../src/models/survival/kaplan-meier.ts';
import { lifeTable, lifeTableOfCounts } from '../../../../src/models/survival/life-table.ts';
import { nelsonAalen } from '../../../../src/models/survival/nelson-aalen.ts';
import { restrictedMean } from '../../../../src/models/survival/restricted-mean.ts';
import { medianSurvival, survivalQuantile } from '../../../../src/models/survival/survival-quantile.ts';

const durations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), isEvent: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});
const scales = fc.constantFrom('log' as const, 'log-log' as const, 'plain' as const);

describe('kaplanMeier', () => {
  it('falls from at most 1 to at least 0, inside its limits, and gives no NaN', () => {
    fc.assert(
      fc.property(durations, scales, (list, scale) => {
        let before = 1;
        for (const point of kaplanMeier(lifeTable(list), { scale })) {
          expect(point.survival).toBeLessThanOrEqual(before);
          expect(point.survival).toBeGreaterThanOrEqual(0);
          expect(point.low ?? 0).toBeLessThanOrEqual(point.survival + 1e-12);
          expect(point.high ?? 1).toBeGreaterThanOrEqual(point.survival - 1e-12);
          expect(Object.values(point).some(Number.isNaN)).toBe(false);
          before = point.survival;
        }
      }),
    );
  });

  it('is the share of those who last longer when nobody is censored', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 50 }), (times) => {
        const curve = kaplanMeier(lifeTable(times.map((time) => ({ time, isEvent: true }))));
        for (const { time, survival } of curve)
          expect(survival).toBeCloseTo(times.filter((other) => other > time).length / times.length, 12);
      }),
    );
  });

  it('does not depend on whether customers come one by one or counted', () => {
    fc.assert(
      fc.property(durations, (list) => {
        const counts = list.map(({ time, isEvent }) => ({
          time,
          events: isEvent ? 2 : 0,
          censored: isEvent ? 0 : 2,
        }));
        const doubled = kaplanMeier(lifeTableOfCounts(counts));
        const twice = kaplanMeier(lifeTable([...list, ...list]));
        expect(doubled).toEqual(twice);
      }),
    );
  });

  it('gives nothing for nobody, and leaves out impossible times', () => {
    expect(kaplanMeier(lifeTable([]))).toEqual([]);
    expect(
      lifeTable([
        { time: Number.NaN, isEvent: true },
        { time: -1, isEvent: true },
      ]),
    ).toEqual([]);
    expect(survivalAt([], 3)).toBeNull();
    expect(atRiskAt([], 3)).toBe(0);
    expect(restrictedMean([], 3)).toBeNull();
    expect(medianSurvival([])).toEqual({ time: null, low: null, high: null });
  });

  it('log-log and plain limits of one event among ten (Kalbfleisch & Prentice 2002, 1.4)', () => {
    const list = Array.from({ length: 10 }, (_, place) => ({ time: place + 1, isEvent: place === 0 }));
    const error = Math.sqrt(1 / 90);
    const z = 1.959963984540054;
    const [plain] = kaplanMeier(lifeTable(list), { scale: 'plain' });
    expect(plain?.low).toBeCloseTo(0.9 * (1 - z * error), 12);
    expect(plain?.high).toBe(1);
    const [logLog] = kaplanMeier(lifeTable(list), { scale: 'log-log' });
    expect(logLog?.low).toBeCloseTo(0.9 ** Math.exp((z * error) / -Math.log(0.9)), 12);
    expect(logLog?.high).toBeCloseTo(0.9 ** Math.exp((-z * error) / -Math.log(0.9)), 12);
  });
});

describe('survivalQuantile', () => {
  it('takes the middle of a level stretch: the usual median of an even number', () => {
    const curve = kaplanMeier(lifeTable([1, 2, 5, 9].map((time) => ({ time, isEvent: true }))));
    expect(medianSurvival(curve).time).toBe(3.5);
    expect(survivalQuantile(curve, 0.25).time).toBe(1.5);
    expect(survivalQuantile(curve, 0.3).time).toBe(2);
  });
});

describe('restrictedMean', () => {
  it('is the mean lifetime when everyone is seen to the end, and never beyond the horizon', () => {
    const curve = kaplanMeier(lifeTable([2, 4, 6, 12].map((time) => ({ time, isEvent: true }))));
    expect(restrictedMean(curve, 12)?.mean).toBeCloseTo(6, 12);
    expect(restrictedMean(curve, 1)).toEqual({ mean: 1, standardError: 0 });
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 60 }), (list, horizon) => {
        const found = restrictedMean(kaplanMeier(lifeTable(list)), horizon);
        expect(found?.mean).toBeGreaterThanOrEqual(0);
        expect(found?.mean).toBeLessThanOrEqual(horizon + 1e-9);
      }),
    );
  });
});

describe('nelsonAalen', () => {
  it('rises, and its survival lies above the Kaplan–Meier curve', () => {
    fc.assert(
      fc.property(durations, (list) => {
        const table = lifeTable(list);
        const curve = kaplanMeier(table);
        let before = 0;
        nelsonAalen(table).forEach(({ hazard, survival, low, high }, place) => {
          expect(hazard).toBeGreaterThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual((curve[place]?.survival ?? 1) - 1e-12);
          expect(low === null).toBe(high === null);
          before = hazard;
        });
      }),
    );
  });
});
