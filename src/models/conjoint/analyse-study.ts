import { err, ok, type Result } from '../../core/result.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { numberAt } from '../estimation/number-at.ts';
import { studentCritical95 } from '../statistics/student-t.ts';
import {
  bradleyTerryLuceShares,
  firstChoiceShares,
  hasOnlyPositive,
  logitShares,
  type Shares,
} from './choice-shares.ts';
import type { Attribute, Composition, ConjointDesign } from './design.ts';
import { attributeImportance } from './importance.ts';
import { neededRespondents } from './needed-respondents.ts';
import { fitPartWorths, totalUtility, type PartWorths } from './part-worths.ts';

/** A study: the cards, their ratings (one row a respondent, in the order of the cards), and offers to be compared. */
export interface ConjointStudy extends ConjointDesign {
  readonly ratings: readonly (readonly number[])[];
  readonly offers: readonly Composition[];
}

/** A mean over respondents with its interval of 95 % by Student's t; without an interval for a single respondent. */
export interface RespondentMean {
  readonly mean: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** An attribute in the eyes of all respondents. `importance`, 0–1, is null when nobody told any levels apart. */
export interface AttributeResult extends Attribute {
  readonly importance: RespondentMean | null;
  /** Points of the rating scale above or below the average, one a level. */
  readonly worths: readonly RespondentMean[];
}

/** Shares of choice, 0–1, of the offers by three rules; null where a rule has no respondents. */
export interface SimulatedChoice {
  /** Mean utility of each offer, points of the rating scale. */
  readonly utilities: readonly number[];
  readonly firstChoice: Shares | null;
  readonly bradleyTerryLuce: Shares | null;
  readonly logit: Shares | null;
  /** Respondents to whom all offers are worth more than 0: those in the Bradley–Terry–Luce shares. */
  readonly positiveRespondents: number;
}

/** What a study finds, about all respondents together; nothing about a single one. */
export interface ConjointResult {
  readonly respondents: number;
  /** Rated every card the same: in the part-worths, but not in the importances. */
  readonly indifferent: number;
  /** Respondents by Johnson and Orme's rule. */
  readonly needed: number;
  readonly intercept: number;
  readonly attributes: readonly AttributeResult[];
  /** Share of all variation of ratings that the average part-worths explain, 0–1, also adjusted for their number. */
  readonly rSquared: number | null;
  readonly adjustedRSquared: number | null;
  /** The same within respondents: how well, on average, a respondent's own part-worths explain that respondent's ratings. */
  readonly ownRSquared: number | null;
  /** Null with fewer than two offers. */
  readonly choice: SimulatedChoice | null;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const sumOfSquares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);

const overRespondents = (values: readonly number[]): RespondentMean => {
  const centre = mean(values);
  if (values.length < 2) return { mean: centre, standardError: null, low: null, high: null };
  const variance = sumOfSquares(values.map((value) => value - centre)) / (values.length - 1);
  const standardError = Math.sqrt(variance / values.length);
  const half = studentCritical95(values.length - 1) * standardError;
  return { mean: centre, standardError, low: centre - half, high: centre + half };
};

const fitOfAll = (study: ConjointStudy, average: PartWorths) => {
  const all = study.ratings.flat();
  const centre = mean(all);
  const total = sumOfSquares(all.map((rating) => rating - centre));
  if (!(total > 0)) return { rSquared: null, adjustedRSquared: null };
  const expected = study.cards.map((card) => totalUtility(average, card));
  const unexplained = study.ratings.reduce(
    (sum, row) => sum + sumOfSquares(row.map((rating, card) => rating - numberAt(expected, card))),
    0,
  );
  const coefficients = study.attributes.reduce((count, { levels }) => count + levels.length - 1, 0);
  const spare = all.length - coefficients - 1;
  const adjustedRSquared = 1 - ((unexplained / total) * (all.length - 1)) / spare;
  return { rSquared: 1 - unexplained / total, adjustedRSquared };
};

const simulate = (each: readonly PartWorths[], offers: readonly Composition[]): SimulatedChoice | null => {
  if (offers.length < 2) return null;
  const utilities = each.map((own) => offers.map((offer) => totalUtility(own, offer)));
  return {
    utilities: offers.map((_, offer) => mean(utilities.map((row) => numberAt(row, offer)))),
    firstChoice: firstChoiceShares(utilities),
    bradleyTerryLuce: bradleyTerryLuceShares(utilities),
    logit: logitShares(utilities),
    positiveRespondents: utilities.filter(hasOnlyPositive).length,
  };
};

/**
 * A conjoint study of ratings: part-worths of every respondent, averaged with intervals that follow from how respondents
 * differ; importances averaged over respondents (not taken from the average part-worths); choices simulated respondent by
 * respondent (Green and Srinivasan 1978). Fails, with facts, where {@link fitPartWorths} does, or without respondents.
 */
export const analyseStudy = (study: ConjointStudy): Result<ConjointResult, EstimationFailure> => {
  const each: PartWorths[] = [];
  for (const ratings of study.ratings) {
    const own = fitPartWorths(study, ratings);
    if (!own.ok) return own;
    each.push(own.value);
  }
  if (each.length === 0) return err({ kind: 'too-few', have: 0, need: 1 });
  const importances = each.flatMap(({ worths }) => [attributeImportance(worths) ?? []]);
  const told = importances.filter((shares) => shares.length > 0);
  const attributes = study.attributes.map(({ name, levels }, place) => ({
    name,
    levels,
    importance: told.length > 0 ? overRespondents(told.map((shares) => numberAt(shares, place))) : null,
    worths: levels.map((_, level) =>
      overRespondents(each.map(({ worths }) => numberAt(worths[place] ?? [], level))),
    ),
  }));
  const intercept = mean(each.map((own) => own.intercept));
  const average = {
    intercept,
    worths: attributes.map(({ worths }) => worths.map((one) => one.mean)),
    rSquared: null,
  };
  const explained = each.flatMap(({ rSquared }) => (rSquared === null ? [] : [rSquared]));
  return ok({
    respondents: each.length,
    indifferent: each.length - told.length,
    needed: neededRespondents(study),
    intercept,
    attributes,
    ...fitOfAll(study, average),
    ownRSquared: explained.length > 0 ? mean(explained) : null,
    choice: simulate(each, study.offers),
  });
};
