import type { Warning } from '../analysis.ts';
import { counted, grouped } from '../counted.ts';
import type { LikelyRespondersParams } from './params.ts';
import type { LikelyResponders } from './result.ts';

/** Fewest answers, and messages without, for each sign (Peduzzi et al. 1996). */
const eventsPerSign = 10;

const aboutNothing = (
  { messages, answers, signs }: LikelyResponders,
  { windowDays, responseDays }: LikelyRespondersParams,
): Warning | null => {
  if (messages === 0)
    return {
      code: 'no-messages',
      message: `No message to these customers is known that is at least ${counted(responseDays, 'day', 'days')} and at most ${grouped(windowDays)} days old. It takes interactions with customer, day and direction “out”; clicks alone don’t say who was written to and stayed silent.`,
    };
  if (signs.length > 0) return null;
  return {
    code: 'no-model',
    message:
      answers === 0 || answers === messages
        ? `All ${counted(messages, 'message', 'messages')} came out alike (${grouped(answers)} answered), so nothing tells customers apart.`
        : `${counted(messages, 'message is', 'messages are')} too few, or too much alike, to tell customers apart.`,
  };
};

/** What makes the model less than trustworthy, most serious first. */
export const likelyRespondersWarnings = (
  value: LikelyResponders,
  params: LikelyRespondersParams,
): Warning[] => {
  const nothing = aboutNothing(value, params);
  if (nothing) return [nothing];
  const { messages, answers, signs, auc, isUseful, eligible, calibration } = value;
  const rarer = Math.min(answers, messages - answers);
  const candidates: (Warning | false)[] = [
    auc === null
      ? {
          code: 'not-judged',
          message: 'Too few customers could be held out to judge the model: don’t choose by it.',
        }
      : !isUseful && {
          code: 'no-better-than-chance',
          message:
            'On customers that it had not seen the model ranks no better than chance can (the interval of its AUC holds 0.5): don’t choose by it.',
        },
    rarer < eventsPerSign * signs.length && {
      code: 'few-answers',
      message: `${counted(rarer, 'message', 'messages')} on the rarer side for ${signs.length} signs: it takes ${eventsPerSign * signs.length} for effects to be steady. Read the intervals, not the points.`,
    },
    calibration.length === 0 && {
      code: 'no-tenths',
      message: 'Fewer than 100 customers were held out, so predicted and actual aren’t compared by tenths.',
    },
    eligible > messages && {
      code: 'sample',
      message: `Worked out on ${grouped(messages)} of ${grouped(eligible)} customers, drawn by a hash of their identifiers.`,
    },
  ];
  return candidates.filter((candidate) => candidate !== false);
};
