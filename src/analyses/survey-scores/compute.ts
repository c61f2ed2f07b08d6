import type { Row } from '../../data/row.ts';
import { shareDifference } from '../../models/claims/share-difference.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import {
  adjustedNps,
  answersNeeded,
  netPromoterScore,
  npsDifference,
} from '../../models/survey-scores/net-promoter-score.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { SurveyScoresParams } from './params.ts';
import type { SurveyScores } from './result.ts';
import { surveyWarnings } from './warnings.ts';

type QueryName = 'scores' | 'groups' | 'follow';

const countsOf = (row: Row | undefined) => ({
  promoters: numberOf(row, 'promoters'),
  passives: numberOf(row, 'passives'),
  detractors: numberOf(row, 'detractors'),
});

const scoreOf = (row: Row | undefined): SurveyScores['nps'] => {
  const counts = countsOf(row);
  const score = netPromoterScore(counts);
  return score && { ...counts, ...score };
};

const instrumentsOf = (rows: readonly Row[]): SurveyScores['instruments'] =>
  rows
    .filter((row) => row['in_focus'] === true)
    .map((row) => {
      const [answers, best] = [numberOf(row, 'answers'), numberOf(row, 'best_two')];
      const interval = wilsonInterval(best, answers);
      const other = rows.find((one) => one['in_focus'] === false && one['instrument'] === row['instrument']);
      return {
        name: String(row['instrument']),
        answers,
        mean: numberOf(row, 'mean'),
        topScore: numberOf(row, 'top_score'),
        topTwo: ratioOf(best, answers),
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        top: ratioOf(numberOf(row, 'best'), answers),
        othersTopTwo: ratioOf(numberOf(other, 'best_two'), numberOf(other, 'answers')),
      };
    });

const levels = ['other', 'good', 'best'] as const;

const followOf = (rows: readonly Row[]): SurveyScores['follow'] =>
  rows.map((row) => {
    const [customers, again] = [numberOf(row, 'customers'), numberOf(row, 'again')];
    const interval = wilsonInterval(again, customers);
    return {
      scale: numberOf(row, 'scale') === 10 ? 10 : 5,
      level: levels[numberOf(row, 'class') - 1] ?? 'other',
      customers,
      again: ratioOf(again, customers),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });

const delightOf = (rows: readonly Row[]) => {
  const groupOf = (level: number) => {
    const row = rows.find((one) => numberOf(one, 'scale') === 5 && numberOf(one, 'class') === level);
    return { successes: numberOf(row, 'again'), trials: numberOf(row, 'customers') };
  };
  return shareDifference(groupOf(3), groupOf(2));
};

const biasOf = (rows: readonly Row[]) => {
  const sum = (column: string): number => rows.reduce((total, row) => total + numberOf(row, column), 0);
  const [buyers, answered] = [sum('base'), sum('answered')];
  const hasTickets = rows.some((row) => knownNumberOf(row, 'complained') !== null);
  return {
    buyers,
    responseRate: ratioOf(answered, buyers),
    groups: rows.map((row) => ({
      spendFifth: numberOf(row, 'm'),
      customers: numberOf(row, 'base'),
      share: numberOf(row, 'base') / buyers,
      answered: numberOf(row, 'answered'),
      answeredShare: ratioOf(numberOf(row, 'answered'), answered),
    })),
    complainedShare: hasTickets ? ratioOf(sum('complained'), buyers) : null,
    answeredComplainedShare: hasTickets ? ratioOf(sum('answered_complained'), answered) : null,
    adjustedNps: adjustedNps(rows.map((row) => ({ ...countsOf(row), base: numberOf(row, 'base') }))),
  };
};

/** An effect’s three figures; null where there is none. */
const figuresOf = (effect: { readonly value: number; readonly low: number; readonly high: number } | null) =>
  effect ?? { value: null, low: null, high: null };

/** Scores with their intervals, who answered beside who buys, and what customers did after their answers. */
export const computeSurveyScores: Compute<QueryName, SurveyScoresParams, SurveyScores> = ({
  rows,
  params,
}) => {
  const npsRow = (inFocus: boolean): Row | undefined =>
    rows.scores.find((row) => row['in_focus'] === inFocus && row['instrument'] === 'nps');
  const [nps, othersNps] = [scoreOf(npsRow(true)), scoreOf(npsRow(false))];
  const difference = figuresOf(nps && othersNps ? npsDifference(nps, othersNps) : null);
  const instruments = instrumentsOf(rows.scores);
  const bias = biasOf(rows.groups);
  const delight = figuresOf(delightOf(rows.follow));
  const value: SurveyScores = {
    answers: instruments.reduce((sum, { answers }) => sum + answers, 0),
    nps,
    othersNps,
    difference: difference.value,
    differenceLow: difference.low,
    differenceHigh: difference.high,
    needed:
      nps &&
      answersNeeded(nps.variance, params.precision / 100, bias.buyers >= nps.answers ? bias.buyers : null),
    instruments,
    ...bias,
    follow: followOf(rows.follow),
    delight: delight.value,
    delightLow: delight.low,
    delightHigh: delight.high,
  };
  return { value, warnings: surveyWarnings(value, params) };
};
