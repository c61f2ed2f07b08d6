import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** Which answers count, and how exact the score should be. */
export const surveyScoresParams = v.object({
  windowDays: numberParameter(
    { title: 'Look back', help: 'Answers of so many days up to as-of', houseRule: true },
    { default: 365, min: 28, max: 3_650, step: 1, unit: 'days' },
  ),
  answersCount: choiceParameter(
    { title: 'Of a customer who answered often', help: 'Which answers to the same questionnaire count' },
    [
      { value: 'latest', label: 'The latest answer' },
      { value: 'all', label: 'Every answer' },
    ],
    'latest',
  ),
  precision: numberParameter(
    { title: 'Exact to', help: 'Half of the 95 % interval that would be narrow enough', houseRule: true },
    { default: 5, min: 1, max: 50, step: 1, unit: 'points' },
  ),
  followUpDays: numberParameter(
    {
      title: 'Follow-up',
      help: 'Days after an answer in which a purchase counts as bought again',
      houseRule: true,
    },
    { default: 120, min: 14, max: 730, step: 1, unit: 'days' },
  ),
});

/** {@link surveyScoresParams}' type. */
export type SurveyScoresParams = v.InferOutput<typeof surveyScoresParams>;
