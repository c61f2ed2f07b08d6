import type { Formats } from '../../core/format/formats.ts';
import { grouped } from '../counted.ts';
import type { LikelyRespondersParams } from './params.ts';
import type { LikelyResponders, ResponseGroup } from './result.ts';

/** A group in words. */
export const groupName = ({
  recencyFrom,
  recencyTo,
  frequencyFrom,
  frequencyTo,
}: Pick<ResponseGroup, 'recencyFrom' | 'recencyTo' | 'frequencyFrom' | 'frequencyTo'>): string => {
  if (recencyFrom === null) return 'No purchase in a year, or never';
  const when =
    recencyFrom === 0
      ? `Bought in the last ${recencyTo} days`
      : `Bought ${recencyFrom} to ${recencyTo} days ago`;
  if (frequencyTo === null) return `${when}, ${frequencyFrom}+ times a year`;
  return `${when}, ${frequencyTo === 1 ? 'once' : `${frequencyFrom} or ${frequencyTo} times`} a year`;
};

/** What an answer is, as a noun. */
export const answerWords = ({ answers, responseDays }: LikelyRespondersParams): string => {
  const what = { any: 'a purchase or a contact', order: 'a purchase', contact: 'a click, reply or call' }[
    answers
  ];
  return `${what} within ${grouped(responseDays)} ${responseDays === 1 ? 'day' : 'days'}`;
};

/** The finding above the groups. */
export const groupsFinding = ({ groups, rate }: LikelyResponders, formats: Formats): string => {
  const [best] = groups;
  if (!best) return 'No group has messages enough to say how often it answers';
  return `“${groupName(best)}” answers ${formats.value(best.answered, 'share')} of messages; all customers ${formats.value(rate, 'share')}`;
};

/** What the AUC says, plainly. */
export const aucFinding = ({ auc, isUseful, topLift }: LikelyResponders, formats: Formats): string => {
  if (auc === null) return 'Too few messages or answers to tell who answers';
  if (!isUseful)
    return `What is known before a message doesn’t tell who will answer: AUC ${formats.value(auc, 'ratio')}, and its interval holds 0.5`;
  return topLift === null
    ? `Of two customers it had not seen, the model picks the one who answers in ${formats.value(auc, 'share')} of cases`
    : `The likeliest tenth of customers answers ${formats.value(topLift, 'ratio')} times as often as all`;
};

/** The finding above the odds ratios: the strongest sign beyond doubt, a figure rather than a group. */
export const signsFinding = ({ signs }: LikelyResponders, formats: Formats): string => {
  const beyondDoubt = signs.filter(({ low, high }) => low > 1 || high < 1);
  const clear = beyondDoubt.find(({ unit }) => unit !== null) ?? beyondDoubt[0];
  if (!clear) return 'Nothing known before a message clearly goes with an answer';
  const { label, oddsRatio, spread, unit } = clear;
  const effect =
    oddsRatio > 1
      ? `multiplies the odds of an answer by ${formats.value(oddsRatio, 'ratio')}`
      : `divides the odds of an answer by ${formats.value(1 / oddsRatio, 'ratio')}`;
  return unit === null || spread === null
    ? `“${label}” ${effect}`
    : `${formats.compact(spread, unit)}${unit === 'days' ? ' days' : ''} more in “${label.toLowerCase()}” ${effect}`;
};
