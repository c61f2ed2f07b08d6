import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const score = {
  answers: described(v.number(), 'Answers'),
  promoters: described(v.number(), 'Answers of 9 and 10'),
  passives: described(v.number(), 'Answers of 7 and 8'),
  detractors: described(v.number(), 'Answers of 0 to 6'),
  value: described(v.number(), 'Share of promoters less share of detractors, points from −100 to 100'),
  variance: described(v.number(), 'Variance of a single answer: p₊ + p₋ − (p₊ − p₋)²'),
  error: described(v.number(), 'Standard error, points'),
  low: described(v.number(), 'Lower end of its 95 % interval, points'),
  high: described(v.number(), 'Upper end of its 95 % interval, points'),
};

const instrument = v.object({
  name: described(v.string(), 'Questionnaire, in lower case'),
  answers: described(v.number(), 'Answers'),
  mean: described(v.number(), 'Mean score on its own scale'),
  topScore: described(v.number(), 'Highest score of the scale: 5, 10 or 100'),
  topTwo: numberOrUnknown('Share of the two highest scores (from 90 of 100), 0–1'),
  low: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  high: numberOrUnknown('Upper end of its 95 % interval'),
  top: numberOrUnknown('Share of the highest score, 0–1'),
  othersTopTwo: numberOrUnknown('Share of the two highest of the comparison; null without one'),
});

const group = v.object({
  spendFifth: described(v.number(), 'Fifth of spend: 5 spends most'),
  customers: described(v.number(), 'Customers with a purchase in the last 365 days'),
  share: described(v.number(), 'Of all such customers, 0–1'),
  answered: described(v.number(), 'Of these, customers who answered'),
  answeredShare: numberOrUnknown('Of all such customers who answered, 0–1'),
});

const follow = v.object({
  scale: described(v.picklist([5, 10]), '5: questionnaires on 1 to 5; 10: would recommend us'),
  level: described(v.picklist(['best', 'good', 'other']), 'Best: 5, or 9 and 10; good: 4, or 7 and 8'),
  customers: described(v.number(), 'Customers by their first answer of the followed window'),
  again: numberOrUnknown('Share who bought again within the follow-up'),
  low: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  high: numberOrUnknown('Upper end of its 95 % interval'),
});

/** What survey answers say of a segment. */
export const surveyScoresResult = v.object({
  answers: described(v.number(), 'Answers to all questionnaires'),
  nps: v.pipe(v.nullable(v.object(score)), v.description('Net promoter score; null without answers to nps')),
  othersNps: v.pipe(v.nullable(v.object(score)), v.description('The same of the comparison')),
  difference: numberOrUnknown('Score less that of the comparison, points'),
  differenceLow: numberOrUnknown('Lower end of its 95 % interval'),
  differenceHigh: numberOrUnknown('Upper end of it'),
  adjustedNps: numberOrUnknown(
    'Score if answers were spread over fifths of spend as buyers are, points; null where a fifth has no answer',
  ),
  needed: numberOrUnknown(
    'Answers that would make the interval as narrow as asked for; null without a score',
  ),
  instruments: v.pipe(v.array(instrument), v.description('Every questionnaire, most answers first')),
  buyers: described(v.number(), 'Customers with a purchase in the last 365 days'),
  responseRate: numberOrUnknown('Share of these who answered anything, 0–1'),
  groups: v.pipe(v.array(group), v.description('Who answered, by fifth of spend, beside who buys')),
  complainedShare: numberOrUnknown('Share of buyers with a complaint so far; null without tickets'),
  answeredComplainedShare: numberOrUnknown('The same of those who answered'),
  follow: v.pipe(v.array(follow), v.description('Who bought again after an answer, by what it was')),
  delight: numberOrUnknown(
    'Share who buy again after the best answer on a scale of 5 less that after the second best',
  ),
  delightLow: numberOrUnknown('Lower end of its 95 % interval (Newcombe)'),
  delightHigh: numberOrUnknown('Upper end of it'),
});

/** {@link surveyScoresResult}'s type. */
export type SurveyScores = v.InferOutput<typeof surveyScoresResult>;
