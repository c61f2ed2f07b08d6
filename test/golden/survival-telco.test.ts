import { describe, expect, it } from 'vitest';
import { atRiskAt, kaplanMeier, survivalAt } from '../../src/models/survival/kaplan-meier.ts';
import { lifeTable } from '../../src/models/survival/life-table.ts';
import type { LifeTableRow } from '../../src/models/survival/life-table.ts';
import { logRank } from '../../src/models/survival/log-rank.ts';
import { nelsonAalen } from '../../src/models/survival/nelson-aalen.ts';
import { restrictedMean } from '../../src/models/survival/restricted-mean.ts';
import { survivalQuantile } from '../../src/models/survival/survival-quantile.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { textTable } from '../support/text-table.ts';

type Lists<Names extends string> = Readonly<Record<Names, readonly number[]>>;

interface Curve extends Lists<'times' | 'surv' | 'std_err' | 'lower_logCI' | 'upper_logCI' | 'n_risk'> {
  readonly n: number;
  readonly events: number;
  readonly q25: number | null;
  readonly median: number | null;
  readonly q75: number | null;
  readonly rmst72: number;
}

interface Test extends Lists<'observed' | 'expected'> {
  readonly chisq: number;
  readonly df: number;
  readonly p?: number;
}

interface Telco {
  readonly rows: number;
  readonly churned: number;
  readonly churn_rate: number;
  readonly tenure_zero: number;
  readonly totalcharges_blank: number;
  readonly sum_monthly: number;
  readonly sum_total: number;
  readonly km_all: Curve;
  readonly km_mtm_internet: Curve;
  readonly km_all_curve: Lists<'time' | 'n_risk' | 'n_event' | 'n_censor' | 'surv' | 'std_err_greenwood'>;
  readonly logrank_contract: Test;
  readonly logrank_gender: Test;
  readonly nelson_aalen: Lists<'time' | 'H'>;
}

// R 4.2.2, survival 3.5-3, on the Telco customer churn table (7,043 customers, tenure in months).
describe.skipIf(!hasSharedData)('survival of telco customers as R computes it (../shared is needed)', () => {
  const expected = hasSharedData ? expectedValues<Telco>('telco_survival') : ({} as Telco);
  const rows = hasSharedData ? textTable(sharedData('telco/Telco-Customer-Churn.csv').toString('utf8')) : [];
  const tableOf = (part: typeof rows): LifeTableRow[] =>
    lifeTable(part.map((row) => ({ time: Number(row['tenure']), isEvent: row['Churn'] === 'Yes' })));
  const groupsOf = (column: string): LifeTableRow[][] =>
    [...new Set(rows.map((row) => row[column]))]
      .sort()
      .map((value) => tableOf(rows.filter((row) => row[column] === value)));
  const all = tableOf(rows);
  const monthly = tableOf(
    rows.filter((row) => row['Contract'] === 'Month-to-month' && row['InternetService'] !== 'No'),
  );

  it('reads the table as published: rows, churn, blanks, sums', () => {
    expect(rows).toHaveLength(expected.rows);
    const churned = rows.filter((row) => row['Churn'] === 'Yes').length;
    expect(churned).toBe(expected.churned);
    expect(churned / rows.length).toBeCloseTo(expected.churn_rate, 12);
    expect(rows.filter((row) => row['tenure'] === '0')).toHaveLength(expected.tenure_zero);
    expect(rows.filter((row) => (row['TotalCharges'] ?? '').trim() === '')).toHaveLength(
      expected.totalcharges_blank,
    );
    expect(rows.reduce((sum, row) => sum + Number(row['MonthlyCharges']), 0)).toBeCloseTo(
      expected.sum_monthly,
      4,
    );
    expect(rows.reduce((sum, row) => sum + Number(row['TotalCharges']), 0)).toBeCloseTo(
      expected.sum_total,
      4,
    );
  });

  it.each([
    ['all customers', all, 'km_all'],
    ['month-to-month internet customers', monthly, 'km_mtm_internet'],
  ] as const)(
    'Kaplan–Meier of %s: shares, errors, log limits, numbers at risk, quantiles',
    (_, table, name) => {
      const curve = kaplanMeier(table);
      const published = expected[name];
      expect(curve[0]?.atRisk).toBe(published.n);
      expect(curve.reduce((sum, point) => sum + point.events, 0)).toBe(published.events);
      published.times.forEach((time, place) => {
        const point = survivalAt(curve, time);
        expect(point?.survival).toBeCloseTo(published.surv[place] ?? NaN, 9);
        expect(point?.standardError).toBeCloseTo(published.std_err[place] ?? NaN, 9);
        expect(point?.low).toBeCloseTo(published.lower_logCI[place] ?? NaN, 9);
        expect(point?.high).toBeCloseTo(published.upper_logCI[place] ?? NaN, 9);
        expect(atRiskAt(curve, time)).toBe(published.n_risk[place]);
      });
      expect(survivalQuantile(curve, 0.25).time).toBe(published.q25);
      expect(survivalQuantile(curve, 0.5).time).toBe(published.median);
      expect(survivalQuantile(curve, 0.75).time).toBe(published.q75);
      expect(restrictedMean(curve, 72)?.mean).toBeCloseTo(published.rmst72, 8);
    },
  );

  it('the whole curve month by month: at risk, left, censored, share, Greenwood error', () => {
    const curve = kaplanMeier(all);
    const published = expected.km_all_curve;
    expect(curve.map(({ time }) => time)).toEqual(published.time);
    expect(curve.map(({ atRisk }) => atRisk)).toEqual(published.n_risk);
    expect(curve.map(({ events }) => events)).toEqual(published.n_event);
    expect(curve.map(({ censored }) => censored)).toEqual(published.n_censor);
    curve.forEach(({ survival, standardError }, place) => {
      expect(survival).toBeCloseTo(published.surv[place] ?? NaN, 9);
      expect(standardError).toBeCloseTo(published.std_err_greenwood[place] ?? NaN, 9);
    });
  });

  it.each([
    ['contract', 'Contract', 'logrank_contract'],
    ['gender', 'gender', 'logrank_gender'],
  ] as const)('log-rank test by %s', (_, column, name) => {
    const published = expected[name];
    const test = logRank([groupsOf(column)]);
    expect(test?.chiSquare).toBeCloseTo(published.chisq, 5);
    expect(test?.degreesOfFreedom).toBe(published.df);
    if (published.p !== undefined) expect(test?.p).toBeCloseTo(published.p, 9);
    test?.groups.forEach(({ observed, expected: count }, place) => {
      expect(observed).toBe(published.observed[place]);
      expect(count).toBeCloseTo(published.expected[place] ?? NaN, 6);
    });
  });

  it('Nelson–Aalen cumulative hazard at four times', () => {
    const points = nelsonAalen(all);
    expected.nelson_aalen.time.forEach((time, place) => {
      const point = points.findLast((candidate) => candidate.time <= time);
      expect(point?.hazard).toBeCloseTo(expected.nelson_aalen.H[place] ?? NaN, 9);
    });
  });
});
