import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { RfmParams } from './params.ts';
import type { Rfm } from './result.ts';

const fewest = 25;

const levels = (value: Rfm, dimension: 'recency' | 'frequency' | 'monetary'): number =>
  value.scores.filter((row) => row[dimension] > 0).length;

const isPartlyEdited = (params: RfmParams): boolean =>
  params.scoring === 'cuts' &&
  [params.recencyCuts, params.frequencyCuts, params.monetaryCuts].some((cuts) => cuts.length === 0);

/** What to keep in mind when reading the scores. */
export const warningsOf = (value: Rfm, params: RfmParams): Warning[] => {
  const warnings: Warning[] = [];
  const { scored, scoredBase, usualGapDays, windowDays } = value;
  if (scored === 0) {
    const message =
      value.customers === 0
        ? 'There are no customers here to score.'
        : `None of ${counted(value.customers, 'customer', 'customers')} bought in the window. Widen it, or take the whole history.`;
    return [{ code: 'nobody-scored', message }];
  }
  if (scoredBase < fewest && params.scoring !== 'cuts')
    warnings.push({
      code: 'too-few-to-score',
      message: `Only ${counted(scoredBase, 'customer was', 'customers were')} scored. Fifths of so few say little; set your own cut points instead.`,
    });
  if (params.scoring !== 'cuts' && scored >= fewest && levels(value, 'frequency') < 5)
    warnings.push({
      code: 'ties',
      message:
        'Many customers bought equally often. Equal customers get equal scores, so some frequency scores stay empty.',
    });
  if (usualGapDays !== null && windowDays !== null && windowDays < 2 * usualGapDays)
    warnings.push({
      code: 'window-short',
      message: `The window of ${windowDays} days is shorter than twice the usual gap between purchases (${Math.round(usualGapDays)} days). A longer one tells frequent from seldom better.`,
    });
  if (isPartlyEdited(params))
    warnings.push({
      code: 'cuts-incomplete',
      message: 'Where you gave no cut points of your own, fifths of the customers are used.',
    });
  return warnings;
};
