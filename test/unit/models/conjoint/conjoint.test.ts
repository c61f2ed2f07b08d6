import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseStudy, type ConjointStudy } from '../../../../src/models/conjoint/analyse-study.ts';
import { firstChoiceShares } from '../../../../src/models/conjoint/choice-shares.ts';
import { effectsColumns } from '../../../../src/models/conjoint/design.ts';
import { attributeImportance } from '../../../../src/models/conjoint/importance.ts';
import { neededRespondents } from '../../../../src/models/conjoint/needed-respondents.ts';
import { fitted } from '../../../support/fitted.ts';

/** Every combination of 3 prices, 2 sizes and 2 colours. */
const design = {
  attributes: [
    { name: 'Price', levels: ['low', 'middle', 'high'] },
    { name: 'Size', levels: ['small', 'large'] },
    { name: 'Colour', levels: ['red', 'blue'] },
  ],
  cards: [0, 1, 2].flatMap((price) =>
    [0, 1].flatMap((size) => [0, 1].map((colour) => [price, size, colour])),
  ),
};
const offers = [
  [0, 0, 0],
  [2, 1, 0],
  [1, 1, 1],
];
const study = (ratings: readonly (readonly number[])[]): ConjointStudy => ({ ...design, ratings, offers });
const anyRatings = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 12, maxLength: 12 }), {
  minLength: 1,
  maxLength: 6,
});
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('conjoint', () => {
  it('finds what ratings were made of, by hand: 5, price +2/0/−2, size −1/+1, colour nothing', () => {
    const ratings = design.cards.map(([price = 0, size = 0]) => 5 + 2 - 2 * price + (size === 0 ? -1 : 1));
    const found = fitted(analyseStudy(study([ratings, ratings])));
    expect(found.intercept).toBeCloseTo(5, 9);
    const worths = found.attributes.map((one) => one.worths.map(({ mean }) => mean));
    [
      [2, 0, -2],
      [-1, 1],
      [0, 0],
    ].forEach((expected, place) =>
      expected.forEach((worth, level) => expect(worths[place]?.[level]).toBeCloseTo(worth, 9)),
    );
    const importances = found.attributes.map(({ importance }) => importance?.mean ?? NaN);
    [4 / 6, 2 / 6, 0].forEach((share, at) => expect(importances[at]).toBeCloseTo(share, 9));
    expect(found.rSquared).toBeCloseTo(1, 9);
    expect(found.choice?.firstChoice).toEqual(
      [0.5, 0, 0.5].map((share) => expect.closeTo(share, 9) as number),
    );
  });

  it('has intervals that follow from how two respondents differ: mean ± 12.706 · standard error', () => {
    const flat = design.cards.map(() => 5);
    const likes = design.cards.map(([, size = 0]) => (size === 0 ? 4 : 6));
    const found = fitted(analyseStudy(study([flat, likes])));
    const large = found.attributes[1]?.worths[1];
    expect(large?.mean).toBeCloseTo(0.5, 9);
    expect(large?.standardError).toBeCloseTo(0.5, 9);
    expect(large?.high).toBeCloseTo(0.5 + 12.7062 * 0.5, 3);
    expect(found.indifferent).toBe(1);
  });

  it('importances and every share add up to 1', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const found = fitted(analyseStudy(study(ratings)));
        const importances = found.attributes.flatMap(({ importance }) => importance?.mean ?? []);
        if (found.indifferent < found.respondents) expect(sum(importances)).toBeCloseTo(1, 9);
        else expect(importances).toEqual([]);
        const { firstChoice, bradleyTerryLuce, logit, positiveRespondents } = found.choice ?? {};
        for (const shares of [firstChoice, logit]) expect(sum(shares ?? [])).toBeCloseTo(1, 9);
        if (bradleyTerryLuce) expect(sum(bradleyTerryLuce)).toBeCloseTo(1, 9);
        else expect(positiveRespondents).toBe(0);
      }),
    );
  });

  it('does not change when all ratings are raised by a constant, but for the intercept and shares of utility', () => {
    fc.assert(
      fc.property(anyRatings, fc.integer({ min: -20, max: 20 }), (ratings, constant) => {
        const before = fitted(analyseStudy(study(ratings)));
        const after = fitted(analyseStudy(study(ratings.map((row) => row.map((one) => one + constant)))));
        expect(after.intercept).toBeCloseTo(before.intercept + constant, 6);
        before.attributes.forEach(({ worths, importance }, place) => {
          const same = after.attributes[place];
          worths.forEach(({ mean }, level) => expect(same?.worths[level]?.mean).toBeCloseTo(mean, 6));
          expect(same?.importance?.mean ?? 0).toBeCloseTo(importance?.mean ?? 0, 6);
        });
        for (const rule of ['firstChoice', 'logit'] as const)
          before.choice?.[rule]?.forEach((share, at) =>
            expect(after.choice?.[rule]?.[at]).toBeCloseTo(share, 6),
          );
      }),
    );
  });

  it('never takes first choices from an offer that becomes better for somebody and worse for nobody', () => {
    const utilities = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -5, max: 5 }))), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(utilities, fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), (rows, gains) => {
        const better = rows.map(([first = 0, ...others], at) => [first + (gains[at] ?? 0), ...others]);
        expect(firstChoiceShares(better)?.[0]).toBeGreaterThanOrEqual(firstChoiceShares(rows)?.[0] ?? NaN);
      }),
    );
  });

  it('codes the last level as −1 in the columns of the others', () => {
    const columns = effectsColumns({ ...design, cards: offers });
    expect(columns.map(({ values }) => values)).toEqual([
      [1, -1, 0],
      [0, -1, 1],
      [1, -1, -1],
      [1, 1, -1],
    ]);
  });

  it('says what is missing: respondents, cards, levels apart', () => {
    expect(analyseStudy(study([]))).toMatchObject({ ok: false, error: { kind: 'too-few' } });
    const few = { ...study([[1, 2, 3]]), cards: design.cards.slice(0, 3) };
    expect(analyseStudy(few)).toMatchObject({ ok: false, error: { kind: 'too-few', have: 3, need: 6 } });
    const together = {
      ...study([design.cards.map((_, at) => at)]),
      cards: design.cards.map(([, size = 0]) => [size, size, 0]),
    };
    expect(analyseStudy(together)).toMatchObject({ ok: false });
  });

  it('has no importances where no level is worth more than another, and needs respondents for cards only', () => {
    expect(
      attributeImportance([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(neededRespondents(design)).toBe(125);
    expect(neededRespondents({ ...design, cards: [] })).toBe(0);
  });
});
