import type { Warning } from '../analysis.ts';
import { counted, grouped } from '../counted.ts';
import type { SurveyScoresParams } from './params.ts';
import type { SurveyScores } from './result.ts';

/** Too few answers for a narrow interval, and answers that come from other customers than those who buy. */
export const surveyWarnings = (
  { answers, nps, needed, adjustedNps }: SurveyScores,
  { precision, windowDays }: SurveyScoresParams,
): readonly Warning[] => {
  if (answers === 0)
    return [{ code: 'no-answers', message: `No answers in the last ${windowDays} days: look back further.` }];
  if (nps === null) return [];
  const isBiased = adjustedNps !== null && (adjustedNps < nps.low || adjustedNps > nps.high);
  return [
    ...(needed !== null && needed > nps.answers
      ? [
          {
            code: 'few-answers',
            message: `We can’t tell yet to ±${precision} points: ${counted(nps.answers, 'answer gives', 'answers give')} ±${((nps.high - nps.low) / 2).toFixed(0)}. It takes ${grouped(needed)}.`,
          },
        ]
      : []),
    ...(isBiased
      ? [
          {
            code: 'biased',
            message: `Those who answered spend otherwise than those who buy: spread as they are, the score would be ${adjustedNps.toFixed(0)}, outside of the interval.`,
          },
        ]
      : []),
  ];
};
