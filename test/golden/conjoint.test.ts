import { describe, expect, it } from 'vitest';
import { analyseStudy } from '../../src/models/conjoint/analyse-study.ts';
import {
  bradleyTerryLuceShares,
  firstChoiceShares,
  hasOnlyPositive,
  logitShares,
} from '../../src/models/conjoint/choice-shares.ts';
import type { Composition } from '../../src/models/conjoint/design.ts';
import { fitPartWorths, totalUtility } from '../../src/models/conjoint/part-worths.ts';
import { fitted } from '../support/fitted.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { numbersOf, textTable } from '../support/text-table.ts';

const names = ['price', 'variety', 'kind', 'aroma'] as const;
type ByAttribute<T> = Readonly<Record<(typeof names)[number], T>>;
type Numbers = readonly number[];
interface Tea {
  readonly published: ByAttribute<Numbers> & {
    readonly intercept: number;
    readonly importance_pct: Numbers;
    readonly r2: number;
    readonly simulation: Readonly<
      Record<'total_utility' | 'max_utility_pct' | 'btl_pct' | 'logit_pct', Numbers>
    >;
  };
  readonly recomputed: {
    readonly intercept: number;
    readonly partworths: ByAttribute<Numbers>;
    readonly r_squared: number;
    readonly adj_r2: number;
    readonly importance_avg_of_individuals: ByAttribute<number>;
    readonly importance_from_aggregate: ByAttribute<number>;
    readonly individual_first3: readonly { readonly int: number; readonly u: ByAttribute<Numbers> }[];
    readonly simulation: Readonly<Record<'total_utility' | 'max_utility_pct' | 'logit_pct', Numbers>>;
  };
}

const compositions = (file: string): Composition[] => {
  const rows = textTable(sharedData(`conjoint/${file}`).toString('utf8'));
  const columns = names.map((name) => numbersOf(rows, name));
  return rows.map((_, card) => columns.map((column) => (column[card] ?? NaN) - 1));
};

/** Each number within half a unit of the digits, or the tolerance, of its source. */
const expectNear = (found: Numbers, source: Numbers, tolerance: number): void => {
  expect(found).toHaveLength(source.length);
  found.forEach((value, at) => expect(Math.abs(value - (source[at] ?? NaN))).toBeLessThanOrEqual(tolerance));
};
const percent = (shares: Numbers | null): Numbers => (shares ?? []).map((share) => share * 100);

// Bąk and Bartłomowicz, R package conjoint 1.42: 100 respondents rate 13 teas; its own output, and the same by R's lm with
// contr.sum. The package's Bradley-Terry-Luce shares of respondents with utilities below 0 are meaningless and not given here.
describe.skipIf(!hasSharedData)('conjoint: the tea study (../shared is needed)', () => {
  const open = () => {
    const { published, recomputed } = expectedValues<Tea>('conjoint_tea');
    const levels = textTable(sharedData('conjoint/tea__tlevn.csv').toString('utf8')).map(
      (row) => row['levels'] ?? '',
    );
    const attributes = names.map((name, place) => ({
      name,
      levels: levels.slice(place * 3, place === 3 ? undefined : place * 3 + 3),
    }));
    const rows = textTable(sharedData('conjoint/tea__tprefm.csv').toString('utf8'));
    const study = {
      attributes,
      cards: compositions('tea__tprof.csv'),
      ratings: rows.map((row) => Object.values(row).map(Number)),
      offers: compositions('tea__tsimp.csv'),
    };
    const each = study.ratings.map((ratings) => fitted(fitPartWorths(study, ratings)));
    const utilities = each.map((own) => study.offers.map((offer) => totalUtility(own, offer)));
    return { published, recomputed, study, found: fitted(analyseStudy(study)), each, utilities };
  };

  it('part-worths, intercept and fit of all respondents', () => {
    const { published, recomputed, found } = open();
    expectNear([found.intercept], [published.intercept], 1e-4);
    expectNear([found.intercept], [recomputed.intercept], 1e-9);
    names.forEach((name, place) => {
      const worths = (found.attributes[place]?.worths ?? []).map(({ mean }) => mean);
      expectNear(worths, published[name], 1e-4);
      expectNear(worths, recomputed.partworths[name], 1e-9);
    });
    expectNear([found.rSquared ?? NaN], [published.r2], 1e-5);
    expectNear(
      [found.rSquared ?? NaN, found.adjustedRSquared ?? NaN],
      [recomputed.r_squared, recomputed.adj_r2],
      1e-9,
    );
  });

  it('part-worths of the first three respondents', () => {
    const { recomputed, each } = open();
    expect(recomputed.individual_first3).toHaveLength(3);
    recomputed.individual_first3.forEach(({ int, u }, at) => {
      expectNear([each[at]?.intercept ?? NaN], [int], 1e-9);
      names.forEach((name, place) => expectNear(each[at]?.worths[place] ?? [], u[name], 1e-9));
    });
  });

  it('importances: the mean over respondents, not the ranges of the average part-worths', () => {
    const { published, recomputed, found } = open();
    const importances = found.attributes.map(({ importance }) => (importance?.mean ?? NaN) * 100);
    expectNear(importances, published.importance_pct, 0.01);
    const again = names.map((name) => recomputed.importance_avg_of_individuals[name]);
    expectNear(importances, again, 1e-9);
    const ranges = found.attributes.map(({ worths }) => {
      const means = worths.map(({ mean }) => mean);
      return Math.max(...means) - Math.min(...means);
    });
    const all = ranges.reduce((sum, range) => sum + range, 0);
    expectNear(
      ranges.map((range) => (range / all) * 100),
      names.map((name) => recomputed.importance_from_aggregate[name]),
      1e-9,
    );
  });

  it('simulated choice: utilities, first choice and logit of all 100 respondents', () => {
    const { published, recomputed, found } = open();
    expectNear(found.choice?.utilities ?? [], published.simulation.total_utility, 0.005);
    expectNear(found.choice?.utilities ?? [], recomputed.simulation.total_utility, 1e-9);
    const first = percent(found.choice?.firstChoice ?? null);
    expectNear(first, published.simulation.max_utility_pct, 1e-9);
    expectNear(first, recomputed.simulation.max_utility_pct, 1e-9);
    expectNear(percent(found.choice?.logit ?? null), recomputed.simulation.logit_pct, 1e-9);
  });

  it('simulated choice as published: of the 60 respondents without a utility below 0', () => {
    const { published, found, utilities } = open();
    const kept = utilities.filter(hasOnlyPositive);
    expect(kept).toHaveLength(60);
    expect(found.choice?.positiveRespondents).toBe(60);
    expectNear(percent(found.choice?.bradleyTerryLuce ?? null), published.simulation.btl_pct, 0.005);
    expectNear(percent(bradleyTerryLuceShares(kept)), published.simulation.btl_pct, 0.005);
    expectNear(percent(logitShares(kept)), published.simulation.logit_pct, 0.005);
    expect(firstChoiceShares([])).toBeNull();
  });

  it('misses the rule of Johnson and Orme: 500 · 3 levels ÷ 13 cards = 116 respondents', () => {
    expect(open().found).toMatchObject({ respondents: 100, needed: 116, indifferent: 0 });
  });
});
