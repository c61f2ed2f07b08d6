import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { PurchaseOccasions } from './result.ts';

/** Fewer customers who came back leave the estimates loose. House rule. */
const fewRepeaters = 100;
/** Fewer occasions don't show who has left. House rule. */
const fewOccasions = 4;
/** From this share of occasions with a purchase on, nearly everyone buys at each: the period is too long to tell. House rule. */
const nearlyAlways = 0.9;
/** How far the holdout may be off. House rule. */
const mostError = 0.2;

const percent = (share: number): string => `${Math.round(100 * share)}%`;

const aboutCheck = ({ check }: PurchaseOccasions): (Warning | false)[] => {
  if (check === null)
    return [
      {
        code: 'no-check',
        message: 'There are too few occasions to check the forecast against what happened.',
      },
    ];
  const error = check.expected > 0 ? check.actual / check.expected - 1 : 0;
  return [
    Math.abs(error) > mostError && {
      code: 'forecast-off',
      message: `In the time kept for the check customers bought ${percent(Math.abs(error))} ${error > 0 ? 'more' : 'less'} than forecast: a trend or season that the model knows nothing of.`,
    },
  ];
};

/** What makes the outlook less than trustworthy, most serious first. */
export const purchaseOccasionsWarnings = (value: PurchaseOccasions): Warning[] => {
  const { customers, repeaters, occasions, period, buys, leaves, status, detail } = value;
  if (customers === 0)
    return [
      { code: 'no-customers', message: `No customer in focus has bought in a ${period} that is over.` },
    ];
  if (!value.isFitted)
    return [
      { code: 'no-model', message: `Nothing can be forecast: ${detail}. A shorter period may show repeats.` },
    ];
  const candidates: (Warning | false)[] = [
    status !== 'converged' && {
      code: 'not-converged',
      message: `The model did not settle (${detail}): read the forecast, not the parameters; they have no interval.`,
    },
    occasions < fewOccasions && {
      code: 'few-occasions',
      message: `There are only ${counted(occasions, 'occasion', 'occasions')} after the first, too few to tell a pause from a goodbye. Choose a shorter period.`,
    },
    repeaters < fewRepeaters && {
      code: 'few-repeaters',
      message: `Only ${counted(repeaters, 'customer has', 'customers have')} bought again: the estimates are loose.`,
    },
    (buys ?? 0) > nearlyAlways && {
      code: 'nearly-always',
      message: `Active customers buy in nearly every ${period}: a shorter period tells more, and how often they buy in one is not counted here.`,
    },
    (leaves ?? 1) < 1e-3 && {
      code: 'nobody-leaves',
      message: 'The data don’t show yet that customers leave: take the forecast as an upper bound.',
    },
    ...aboutCheck(value),
  ];
  return candidates.filter((candidate) => candidate !== false);
};
