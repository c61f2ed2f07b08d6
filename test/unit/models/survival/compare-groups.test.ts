import { describe, expect, it } from 'vitest';
import { coxBaseline, coxSurvival } from '../../../../src/models/survival/cox-baseline.ts';
import { fitCox } from '../../../../src/models/survival/fit-cox.ts';
import { kaplanMeier } from '../../../../src/models/survival/kaplan-meier.ts';
import { lifeTable } from '../../../../src/models/survival/life-table.ts';
import { logRank } from '../../../../src/models/survival/log-rank.ts';
import { nelsonAalen } from '../../../../src/models/survival/nelson-aalen.ts';
import { medianSurvival } from '../../../../src/models/survival/survival-quantile.ts';
import { fitted } from '../../../support/fitted.ts';

const parse = (text: string) =>
  text.split(' ').map((word) => ({ time: Number.parseInt(word, 10), isEvent: !word.endsWith('+') }));
/** Weeks in remission of leukaemia patients (Freireich et al. 1963; Gehan 1965). */
const treated = parse('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const control = parse('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');
const both = [...treated, ...control];
const isControl = { name: 'control', values: both.map((_, place) => (place < treated.length ? 0 : 1)) };

describe('leukaemia patients (Freireich et al. 1963)', () => {
  it('median remission 23 and 8 weeks', () => {
    expect(medianSurvival(kaplanMeier(lifeTable(treated))).time).toBe(23);
    expect(medianSurvival(kaplanMeier(lifeTable(control))).time).toBe(8);
  });

  it('log-rank χ² 16.79, expected 19.3 and 10.7 (Cox & Oakes 1984)', () => {
    const test = logRank([[lifeTable(treated), lifeTable(control)]]);
    expect(test?.chiSquare).toBeCloseTo(16.793, 3);
    expect(test?.groups[0]?.expected).toBeCloseTo(19.251, 3);
    expect(test?.groups[1]?.expected).toBeCloseTo(10.749, 3);
    expect(test?.groups.map(({ observed }) => observed)).toEqual([9, 21]);
  });

  it('early differences weigh more with rho 1 and give another χ²', () => {
    const test = logRank([[lifeTable(treated), lifeTable(control)]], 1);
    expect(test?.chiSquare).toBeCloseTo(14.46, 1);
    expect(test?.degreesOfFreedom).toBe(1);
  });

  it.each([
    ['efron', 1.5721, 0.4124],
    ['breslow', 1.5092, 0.4096],
  ] as const)('Cox regression with %s ties: %f, error %f', (ties, coefficient, error) => {
    const [effect] = fitted(fitCox(both, [isControl], { ties })).estimates;
    expect(effect?.coefficient).toBeCloseTo(coefficient, 4);
    expect(effect?.standardError).toBeCloseTo(error, 4);
  });
});

describe('fitCox on the two small examples of the documentation of R’s coxph', () => {
  it('strata: 0.8023, error 0.8224, likelihood ratio 1.09', () => {
    const times = [4, 3, 1, 1, 2, 2, 3];
    const events = [1, 1, 1, 0, 1, 1, 0];
    const strata = [0, 0, 0, 0, 1, 1, 1];
    const subjects = times.map((time, at) => ({
      time,
      isEvent: events[at] === 1,
      stratum: String(strata[at]),
    }));
    const fit = fitted(fitCox(subjects, [{ name: 'x', values: [0, 2, 1, 1, 1, 0, 0] }]));
    expect(fit.estimates[0]?.coefficient).toBeCloseTo(0.8023, 4);
    expect(fit.estimates[0]?.standardError).toBeCloseTo(0.8224, 4);
    expect(fit.likelihoodRatio.chiSquare).toBeCloseTo(1.09, 2);
  });

  it('late entry: −0.0211, error 0.7952', () => {
    const starts = [1, 2, 5, 2, 1, 7, 3, 4, 8, 8];
    const stops = [2, 3, 6, 7, 8, 9, 9, 9, 14, 17];
    const subjects = stops.map((time, at) => ({ time, entry: starts[at] ?? 0, isEvent: at < 7 }));
    const fit = fitted(fitCox(subjects, [{ name: 'x', values: [1, 0, 0, 1, 0, 1, 1, 1, 0, 0] }]));
    expect(fit.estimates[0]?.coefficient).toBeCloseTo(-0.0211, 4);
    expect(fit.estimates[0]?.standardError).toBeCloseTo(0.7952, 4);
  });
});

describe('coxBaseline', () => {
  it('is the Nelson–Aalen hazard when nothing has an effect', () => {
    const [baseline] = coxBaseline(both, [isControl], [0], 'breslow');
    nelsonAalen(lifeTable(both)).forEach(({ time, hazard }, place) => {
      expect(baseline?.points[place]?.time).toBe(time);
      expect(baseline?.points[place]?.hazard).toBeCloseTo(hazard, 12);
    });
  });

  it('accounts for every event: the hazards of all customers add up to the events, with Breslow’s ties', () => {
    const coefficients = fitted(fitCox(both, [isControl], { ties: 'breslow' })).estimates.map(
      ({ coefficient }) => coefficient,
    );
    const [baseline] = coxBaseline(both, [isControl], coefficients, 'breslow');
    const total = both.reduce((sum, { time }, place) => {
      const survival = coxSurvival(
        baseline ?? { stratum: '', points: [] },
        coefficients,
        [isControl.values[place] ?? 0],
        time,
      );
      return sum - Math.log(survival);
    }, 0);
    expect(total).toBeCloseTo(30, 9);
  });

  it('predicts that the treated stay longer, everybody at first, and one curve for each stratum', () => {
    const [baseline = { stratum: '', points: [] }] = coxBaseline(both, [isControl], [1.5721]);
    expect(coxSurvival(baseline, [1.5721], [0], 10)).toBeGreaterThan(
      coxSurvival(baseline, [1.5721], [1], 10),
    );
    expect(coxSurvival(baseline, [1.5721], [0], 0)).toBe(1);
    const strata = both.map((subject, at) => ({
      ...subject,
      stratum: at < treated.length ? 'treated' : 'control',
    }));
    expect(coxBaseline(strata, [], []).map(({ stratum }) => stratum)).toEqual(['treated', 'control']);
    expect(coxBaseline([], [], [])).toEqual([]);
  });
});

describe('what can’t be estimated is said', () => {
  it('collinear predictors, no event, an effect without a finite estimate, lists that differ', () => {
    const twice = { name: 'twice', values: isControl.values.map((value) => 2 * value) };
    expect(fitCox(both, [isControl, twice])).toEqual({
      ok: false,
      error: { kind: 'collinear', name: 'twice' },
    });
    const nobody = both.map(({ time }) => ({ time, isEvent: false }));
    expect(fitCox(nobody, [isControl])).toMatchObject({ error: { kind: 'one-outcome', events: 0 } });
    const onlyControl = both.map((subject, at) => ({
      ...subject,
      isEvent: at >= treated.length && subject.isEvent,
    }));
    expect(fitCox(onlyControl, [isControl])).toEqual({
      ok: false,
      error: { kind: 'separated', predictors: ['control'] },
    });
    expect(fitCox(both, [{ name: 'short', values: [1] }])).toMatchObject({
      error: { kind: 'lengths-differ' },
    });
    expect(fitCox([{ time: Number.NaN, isEvent: true }], [])).toMatchObject({
      error: { kind: 'value-invalid' },
    });
    expect(fitCox(both, [])).toMatchObject({ error: { kind: 'too-few' } });
  });

  it('a log-rank test needs two groups', () => {
    expect(logRank([[lifeTable(control)]])).toBeNull();
    expect(logRank([])).toBeNull();
    expect(logRank([[lifeTable(control), []]])).toBeNull();
  });
});
