import { describe, expect, it } from 'vitest';
import { fitCox } from '../../src/models/survival/fit-cox.ts';
import { kaplanMeier, survivalAt } from '../../src/models/survival/kaplan-meier.ts';
import { lifeTable } from '../../src/models/survival/life-table.ts';
import { logRank } from '../../src/models/survival/log-rank.ts';
import { medianSurvival } from '../../src/models/survival/survival-quantile.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { numbersOf, textTable } from '../support/text-table.ts';
import { fitted } from '../support/fitted.ts';

interface Textbook {
  readonly lung_km: {
    readonly n: number;
    readonly events: number;
    readonly median: number;
    readonly lcl: number;
    readonly ucl: number;
    readonly surv_at: Readonly<Record<'time' | 'surv' | 'se', readonly number[]>>;
  };
  readonly lung_km_sex: Readonly<Record<'median' | 'lcl' | 'ucl', readonly number[]>>;
  readonly lung_logrank_sex: {
    readonly chisq: number;
    readonly p: number;
    readonly obs: readonly number[];
    readonly exp: readonly number[];
  };
  readonly lung_cox: {
    readonly coef: Readonly<Record<string, number>>;
    readonly se: Readonly<Record<string, number>>;
    readonly n: number;
    readonly nevent: number;
    readonly loglik: readonly [number, number];
    readonly concordance: number;
  };
}

// R 4.2.2, survival: lung (Loprinzi et al. 1994), 228 patients with advanced lung cancer.
describe.skipIf(!hasSharedData)(
  'survival of lung cancer patients as R computes it (../shared is needed)',
  () => {
    const expected = hasSharedData ? expectedValues<Textbook>('textbook_survival_logit') : ({} as Textbook);
    const rows = hasSharedData ? textTable(sharedData('textbook/lung.csv').toString('utf8')) : [];
    const durationsOf = (part: typeof rows) =>
      part.map((row) => ({ time: Number(row['time']), isEvent: row['status'] === '2' }));
    const tableOfSex = (sex: string) => lifeTable(durationsOf(rows.filter((row) => row['sex'] === sex)));

    it('Kaplan–Meier: 228 patients, 165 deaths, shares and Greenwood errors at six times', () => {
      const { surv_at: at, n, events } = expected.lung_km;
      const curve = kaplanMeier(lifeTable(durationsOf(rows)));
      expect(curve[0]?.atRisk).toBe(n);
      expect(curve.reduce((sum, point) => sum + point.events, 0)).toBe(events);
      at.time.forEach((time, place) => {
        const point = survivalAt(curve, time);
        expect(point?.survival).toBeCloseTo(at.surv[place] ?? NaN, 9);
        expect(point?.standardError).toBeCloseTo(at.se[place] ?? NaN, 9);
      });
    });

    it('median survival 310 days, 95 % interval 285 to 363', () => {
      const { median, lcl, ucl } = expected.lung_km;
      const found = medianSurvival(kaplanMeier(lifeTable(durationsOf(rows))));
      expect(found).toEqual({ time: median, low: lcl, high: ucl });
    });

    it.each([
      ['men', '1', 0],
      ['women', '2', 1],
    ])('median survival of %s with its interval', (_, sex, place) => {
      const { median, lcl, ucl } = expected.lung_km_sex;
      const found = medianSurvival(kaplanMeier(tableOfSex(sex)));
      expect(found).toEqual({ time: median[place], low: lcl[place], high: ucl[place] });
    });

    it('log-rank test by sex: χ² 10.3, p 0.0013', () => {
      const { chisq, p, obs, exp } = expected.lung_logrank_sex;
      const test = logRank([[tableOfSex('1'), tableOfSex('2')]]);
      expect(test?.chiSquare).toBeCloseTo(chisq, 6);
      expect(test?.p).toBeCloseTo(p, 9);
      test?.groups.forEach((group, place) => {
        expect(group.observed).toBe(obs[place]);
        expect(group.expected).toBeCloseTo(exp[place] ?? NaN, 6);
      });
    });

    it('Cox regression on age, sex and ECOG score: coefficients, errors, likelihoods, concordance', () => {
      const { coef, se, n, nevent, loglik, concordance } = expected.lung_cox;
      const complete = rows.filter((row) => row['ph.ecog'] !== '');
      const fit = fitted(
        fitCox(
          durationsOf(complete),
          ['age', 'sex', 'ph.ecog'].map((name) => ({ name, values: numbersOf(complete, name) })),
        ),
      );
      expect([fit.customers, fit.events]).toEqual([n, nevent]);
      for (const { name, coefficient, standardError } of fit.estimates) {
        expect(coefficient).toBeCloseTo(coef[name] ?? NaN, 7);
        expect(standardError).toBeCloseTo(se[name] ?? NaN, 7);
      }
      expect(fit.nullLogLikelihood).toBeCloseTo(loglik[0], 6);
      expect(fit.logLikelihood).toBeCloseTo(loglik[1], 6);
      // As printed by summary(): likelihood ratio 30.5, Wald 29.93, score 30.5 on 3 degrees.
      expect(fit.likelihoodRatio.chiSquare).toBeCloseTo(2 * (loglik[1] - loglik[0]), 6);
      expect(fit.wald.chiSquare).toBeCloseTo(29.93, 2);
      expect(fit.score.chiSquare).toBeCloseTo(30.5, 1);
      expect(fit.concordance.index).toBeCloseTo(concordance, 9);
    });

    it('log-rank test by Karnofsky score within institutions: χ² 21.4 on 7 degrees (documentation of survdiff)', () => {
      const known = rows.filter((row) => row['pat.karno'] !== '' && row['inst'] !== '');
      const levels = (column: string) => [...new Set(known.map((row) => row[column]))].sort();
      const strata = levels('inst').map((institution) =>
        levels('pat.karno').map((score) =>
          lifeTable(
            durationsOf(known.filter((row) => row['inst'] === institution && row['pat.karno'] === score)),
          ),
        ),
      );
      const test = logRank(strata);
      expect(test?.chiSquare).toBeCloseTo(21.4, 1);
      expect(test?.degreesOfFreedom).toBe(7);
    });
  },
);
