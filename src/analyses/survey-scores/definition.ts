import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import answersSql from './answers.sql?raw';
import followSql from './follow.sql?raw';
import groupsSql from './groups.sql?raw';
import { surveyScoresParams } from './params.ts';
import scoresSql from './query.sql?raw';
import { surveyScoresResult } from './result.ts';
import type { SurveyScores } from './result.ts';

const answers = { survey_answers: answersSql };

const headlines = (value: SurveyScores): readonly Headline[] => [
  { key: 'nps', label: 'Net promoter score', value: value.nps?.value ?? null, unit: 'points' },
  { key: 'adjustedNps', label: 'NPS, adjusted to who buys', value: value.adjustedNps, unit: 'points' },
  { key: 'npsDifference', label: 'NPS less that of the comparison', value: value.difference, unit: 'points' },
  { key: 'npsAnswers', label: 'Answers to NPS', value: value.nps?.answers ?? 0, unit: 'count' },
  { key: 'needed', label: 'Answers needed for a narrow interval', value: value.needed, unit: 'count' },
  { key: 'responseRate', label: 'Buyers who answered', value: value.responseRate, unit: 'share' },
  ...value.instruments
    .filter(({ name }) => name !== 'nps')
    .flatMap(({ name, topTwo, top }): Headline[] => [
      { key: `${name}-topTwo`, label: `Two best scores: ${name}`, value: topTwo, unit: 'share' },
      { key: `${name}-top`, label: `Best score: ${name}`, value: top, unit: 'share' },
    ]),
  {
    key: 'delight',
    label: 'Delighted rather than satisfied: more buy again',
    value: value.delight,
    unit: 'share',
  },
];

/** What customers answer: net promoter score and satisfaction with intervals, who answered, and what they did next. */
export const surveyScores = defineAnalysis({
  id: 'survey-scores',
  title: 'What customers say',
  question: 'How do customers score you, how sure is that, and are those who answer like those who buy?',
  needs: [{ table: 'surveys', columns: ['score'] }],
  params: surveyScoresParams,
  queries: {
    scores: withRelations(answers, scoresSql),
    groups: withRelations(answers, groupsSql),
    follow: followSql,
  },
  result: surveyScoresResult,
  headlines,
  formulas: [
    {
      name: 'Net promoter score',
      formula: '100 × (share of 9 and 10 − share of 0 to 6)',
      meaning: 'Points from −100 to 100; 7 and 8 count as answers only',
    },
    {
      name: 'Its interval',
      formula: 'NPS ± 1.96 × 100 × √((p₊ + p₋ − (p₊ − p₋)²) ÷ n)',
      meaning: 'Where the score of such customers lies with 95 % confidence',
    },
    {
      name: 'Two best scores',
      formula: 'answers of 4 and 5 (9 and 10; from 90) ÷ answers',
      meaning: 'Wilson’s interval',
    },
    {
      name: 'Answers needed',
      formula: 'N · 1.96² · v ÷ ((N − 1) · e² + 1.96² · v)',
      meaning: 'N buyers, v variance of an answer, e the precision asked for',
    },
    {
      name: 'Adjusted to who buys',
      formula: 'Σ share of buyers in a fifth of spend × NPS of the fifth',
      meaning: 'What the score would be if every fifth had answered in proportion',
    },
  ],
  sources: [
    'Reichheld, The one number you need to grow, Harvard Business Review 2003',
    'npvar and nps.test of the R package NPS (variance formula)',
    'Jones & Sasser, Why satisfied customers defect, Harvard Business Review 1995 (delight and mere satisfaction)',
    'Wilson 1927; Newcombe 1998 (intervals); Cochran, Sampling Techniques (sample size)',
  ],
  limits: [
    'Who doesn’t answer isn’t heard: adjusting for spend mends only what has to do with spend',
    'The interval of few answers may reach beyond ±100: it says that little is known',
    'Buying again after an answer is an association in time order, not an effect of the answer',
    'A questionnaire’s scale is read from its highest answer',
  ],
  compute: async () => (await import('./compute.ts')).computeSurveyScores,
});
