import { daysBetween } from '../../core/day.ts';
import type { Warning } from '../analysis.ts';
import { counted, grouped } from '../counted.ts';
import { hasNoLeavers } from './findings.ts';
import { modelTitles } from './model-names.ts';
import type { CustomerValue } from './result.ts';

/** Below this many customers who came back the estimates are loose. House rule. */
const fewRepeaters = 100;
/** A shorter observation doesn't show who has left. House rule. */
const shortWeeks = 26;
/** The model assumes that spend and frequency have nothing to do with each other. House rule. */
const mostCorrelation = 0.3;
/** From here on purchases come like clockwork. House rule. */
const clockwork = 2;
/** How far the holdout may be off. House rule. */
const mostError = 0.2;

type Candidate = Warning | false;

const percent = (share: number): string => `${Math.round(100 * share)}%`;

const aboutData = (value: CustomerValue): Candidate[] => {
  const weeks = value.from === null ? 0 : daysBetween(value.from, value.asOf) / 7;
  return [
    value.repeaters < fewRepeaters && {
      code: 'few-repeaters',
      message: `Only ${counted(value.repeaters, 'customer has', 'customers have')} come back: the estimates are loose, read the interval.`,
    },
    weeks < shortWeeks && {
      code: 'short-observation',
      message: `Purchases are observed for ${counted(Math.round(weeks), 'week', 'weeks')} only, too short to tell a pause from a goodbye.`,
    },
    value.margin.share <= 0 && {
      code: 'margin-not-positive',
      message:
        'The margin is not positive, so every further purchase takes value away; give a margin to see what customers could bring.',
    },
    value.regularity !== null &&
      value.regularity >= clockwork && {
        code: 'regular',
        message:
          'Customers buy almost like clockwork, as under a contract. The model takes gaps for chance and recognises lost customers too late.',
      },
    (value.sampledEvery > 1 || value.grain > 1) && {
      code: 'coarsened',
      message: `With so many customers, time is counted in steps of ${grouped(value.grain)} days, and spend, tenths and check rest on about 20,000 of them.`,
    },
  ];
};

const aboutFit = (value: CustomerValue, failure: string): Candidate[] => {
  const used = value.models.find(({ model }) => model === value.model);
  return [
    used !== undefined &&
      used.status !== 'converged' && {
        code: 'not-converged',
        message: `${modelTitles[used.model]} did not settle on these data (${used.detail}): there is no interval, and values are rough.`,
      },
    hasNoLeavers(value) && {
      code: 'nobody-leaves',
      message:
        'The data don’t show yet that customers leave: almost everyone counts as active. Take the values as an upper bound and keep the horizon short.',
    },
    value.model !== null &&
      !value.spend.isFitted && {
        code: 'spend-not-fitted',
        message: `Differences in spend can’t be modelled (${failure}); everyone is taken to spend the mean.`,
      },
    Math.abs(value.spend.correlation ?? 0) > mostCorrelation && {
      code: 'spend-depends',
      message: `Those who buy more often also spend ${(value.spend.correlation ?? 0) > 0 ? 'more' : 'less'} each time (correlation ${(value.spend.correlation ?? 0).toFixed(2)}). The model assumes no link, so the values of the best are off.`,
    },
  ];
};

/** Sums over four weeks at a time, of the weeks after the start; the last ones come whole. */
const monthlySums = (
  weeks: NonNullable<CustomerValue['check']>['weeks'],
): { actual: number; expected: number }[] => {
  const late = weeks.slice(8);
  const count = Math.floor(late.length / 4);
  const first = late.length - 4 * count;
  return Array.from({ length: count }, (_, at) => {
    const part = late.slice(first + 4 * at, first + 4 * at + 4);
    return {
      actual: part.reduce((sum, week) => sum + week.actual, 0),
      expected: part.reduce((sum, week) => sum + week.expected, 0),
    };
  });
};

/** Whether four weeks differ from what was expected by half or more and by more than chance. */
const isOdd = ({ actual, expected }: { actual: number; expected: number }): boolean =>
  Math.abs(actual - expected) > Math.max(0.5 * expected, 4 * Math.sqrt(expected));

const aboutCheck = ({ check, model }: CustomerValue): Candidate[] => {
  if (check === null)
    return [
      model !== null && {
        code: 'no-check',
        message: 'The time observed is too short to check the forecast against what happened.',
      },
    ];
  const error = check.expected > 0 ? check.actual / check.expected - 1 : 0;
  const odd = monthlySums(check.weeks).filter(isOdd).length;
  return [
    Math.abs(error) > mostError && {
      code: 'trend',
      message: `In the weeks kept for the check customers bought ${percent(Math.abs(error))} ${error > 0 ? 'more' : 'less'} than forecast; the values may be too ${error > 0 ? 'low' : 'high'} by as much.`,
    },
    odd > 0 && {
      code: 'seasonal',
      message: `Purchases swing far from the steady course of the model in ${counted(odd, 'stretch', 'stretches')} of four weeks: a season or campaign that it knows nothing of.`,
    },
    check.grade?.grade === 'C' && {
      code: 'grade-c',
      message: 'Spend per month so far picks the best customers better than the model does: rank by that.',
    },
  ];
};

/** What makes the values less than trustworthy, most serious first. `failure`: why spend could not be fitted. */
export const customerValueWarnings = (value: CustomerValue, failure: string): Warning[] => {
  if (value.customers === 0)
    return [{ code: 'no-customers', message: 'No customer in focus has bought until the as-of date.' }];
  const candidates: Candidate[] = [
    value.model === null && { code: 'no-model', message: value.reason },
    ...aboutFit(value, failure),
    ...aboutData(value),
    ...aboutCheck(value),
  ];
  return candidates.filter((candidate) => candidate !== false);
};
