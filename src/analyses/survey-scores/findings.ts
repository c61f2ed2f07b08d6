import type { Formats } from '../../core/format/formats.ts';
import type { SurveyScoresParams } from './params.ts';
import type { SurveyScores } from './result.ts';

const signed = (points: number): string => `${points < 0 ? '−' : ''}${Math.abs(points).toFixed(0)}`;

/** The score and whether it tells the focus from the comparison. */
export const scoreFinding = (
  { nps, difference, differenceLow, differenceHigh }: SurveyScores,
  { precision }: SurveyScoresParams,
  formats: Formats,
): string => {
  if (nps === null) return 'No answers to “would you recommend us”';
  const half = (nps.high - nps.low) / 2;
  const score = `Net promoter score of ${signed(nps.value)}, ±${formats.value(Math.ceil(half), 'points')}`;
  if (difference === null || differenceLow === null || differenceHigh === null)
    return half > precision ? `${score}: too few answers to be exact` : score;
  if (differenceLow <= 0 && differenceHigh >= 0)
    return `${score}: no different from the others beyond chance`;
  return `${score}, ${signed(Math.abs(difference))} ${difference > 0 ? 'above' : 'below'} the others`;
};

/** The share of best scores of the questionnaire with most answers. */
export const topFinding = ({ instruments }: SurveyScores, formats: Formats): string => {
  const first = instruments.find(({ name }) => name !== 'nps');
  return first
    ? `${formats.value(first.topTwo, 'share')} give one of the two best scores (${first.name})`
    : 'No other questionnaires';
};

/** Whether better customers answer more. */
export const biasFinding = ({ groups }: SurveyScores): string => {
  const best = groups.find(({ spendFifth }) => spendFifth === 5);
  if (!best || best.answeredShare === null) return 'Who answered beside who buys';
  const gap = 100 * (best.answeredShare - best.share);
  if (Math.abs(gap) < 3) return 'Those who answer spend as buyers do';
  return gap > 0
    ? `The best fifth speaks louder: ${gap.toFixed(0)} points more of the answers than of buyers`
    : `The best fifth is silent: ${Math.abs(gap).toFixed(0)} points less of the answers than of buyers`;
};

const names = {
  5: { best: 'Best score (5)', good: 'Second best (4)', other: '3 and below' },
  10: { best: 'Promoters (9, 10)', good: 'Passives (7, 8)', other: 'Detractors (0 to 6)' },
} as const;

/** A class of answers in words. */
export const followName = ({ scale, level }: SurveyScores['follow'][number]): string => names[scale][level];

/** Whether delight pays more than satisfaction. */
export const delightFinding = ({ delight, delightLow, delightHigh }: SurveyScores): string => {
  if (delight === null || delightLow === null || delightHigh === null)
    return 'Who bought again after their answer';
  const points = `${Math.abs(100 * delight).toFixed(1)} points`;
  if (delightLow > 0) return `Delight pays: ${points} more of the delighted than of the satisfied buy again`;
  return delightHigh < 0
    ? `The delighted buy again less often than the satisfied, by ${points}`
    : 'Delighted and satisfied customers buy again alike, as far as the data tell';
};
