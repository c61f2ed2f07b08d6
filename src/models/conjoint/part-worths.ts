import { ok, type Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { numberAt } from '../estimation/number-at.ts';
import { fitLinear } from '../linear-regression/fit-linear.ts';
import { effectsColumns, type Composition, type ConjointDesign } from './design.ts';

/** What offers and their levels are worth to one respondent, in points of the rating scale. */
export interface PartWorths {
  /** The rating of an offer that is average in all. */
  readonly intercept: number;
  /** For each attribute, the worth of each level above or below the average; adds up to 0. */
  readonly worths: readonly (readonly number[])[];
  /** Share of the variation of the ratings that they explain, 0–1; null when all ratings are the same. */
  readonly rSquared: number | null;
}

/** The effects of an attribute's levels: the coefficients of all but the last, which is what brings the sum to 0. */
const levelWorths = (coefficients: readonly number[]): readonly number[] => [
  ...coefficients,
  -coefficients.reduce((sum, worth) => sum + worth, 0),
];

/**
 * Part-worths of one respondent by least squares on effects-coded levels; `ratings` are in the order of the cards. Fails, with
 * facts, when there are no more cards than coefficients or levels of attributes always come together.
 */
export const fitPartWorths = (
  design: ConjointDesign,
  ratings: readonly number[],
): Result<PartWorths, EstimationFailure> => {
  const fit = fitLinear(ratings, effectsColumns(design));
  if (!fit.ok) return fit;
  const coefficients = fit.value.estimates.map(({ coefficient }) => coefficient);
  let from = 0;
  const worths = design.attributes.map(({ levels }) => {
    const own = coefficients.slice(from, from + levels.length - 1);
    from += levels.length - 1;
    return levelWorths(own);
  });
  return ok({ intercept: fit.value.intercept.coefficient, worths, rSquared: fit.value.rSquared });
};

/** What an offer is worth to a respondent, in points of the rating scale. */
export const totalUtility = ({ intercept, worths }: PartWorths, offer: Composition): number =>
  offer.reduce((sum, level, place) => sum + numberAt(worths[place] ?? [], level), intercept);
