import type { Formats } from '../../core/format/formats.ts';
import type { CustomerValue } from './result.ts';

type Check = NonNullable<CustomerValue['check']>;

/** What value is counted in. */
export const measureWords = ({ margin }: CustomerValue, formats: Formats): string => {
  if (margin.basis === 'revenue') return 'in revenue';
  return `at a margin of ${formats.value(margin.share, 'share')}${margin.basis === 'given' ? ', as given' : ''}`;
};

/** The terms of the values in dates and units. */
export const termsWords = (value: CustomerValue, formats: Formats): string =>
  `Expected from ${formats.day(value.asOf)} to ${formats.day(value.until)}, ${
    value.discount > 0 ? `discounted ${formats.value(value.discount, 'share')} a year` : 'not discounted'
  }, ${measureWords(value, formats)}`;

/** Above this share of customers who count as active, the data show nobody leaving. House rule. */
const nobodyLeaves = 0.97;

/** Whether the data don't show yet that customers leave. */
export const hasNoLeavers = ({ alive, customers }: Pick<CustomerValue, 'alive' | 'customers'>): boolean =>
  alive !== null && alive > nobodyLeaves * customers;

/** Above the strip: how many are still there. */
export const equityFinding = (value: CustomerValue, formats: Formats): string =>
  hasNoLeavers(value)
    ? 'The data don’t show yet that customers leave: nearly all count as still active'
    : `About ${formats.value(value.alive, 'count')} of ${formats.value(value.customers, 'count')} customers who have bought are likely still active`;

/** Above the tracking plot: how close the forecast came. */
export const checkFinding = (check: Check, formats: Formats): string => {
  if (check.expected <= 0) return 'Nothing was forecast for the check';
  const error = check.actual / check.expected - 1;
  const opening = `Over ${check.holdoutWeeks} weeks`;
  if (Math.abs(error) < 0.05)
    return `${opening} the forecast came within ${formats.value(Math.max(0.001, Math.abs(error)), 'share')} of what customers bought`;
  return `${opening} customers bought ${formats.value(Math.abs(error), 'share')} ${error > 0 ? 'more' : 'less'} than forecast`;
};

/** How far the check missed, for beside the interval, which knows nothing of it; empty when it was close. */
export const missWords = ({ check }: CustomerValue, formats: Formats): string => {
  const error = check && check.expected > 0 ? check.actual / check.expected - 1 : 0;
  if (Math.abs(error) < 0.05) return '';
  return `In the check customers bought ${formats.value(Math.abs(error), 'share')} ${error > 0 ? 'more' : 'less'} than forecast`;
};

/** Above the plot of repeat purchases: how many never came back. */
export const frequencyFinding = ({ frequency, customers }: CustomerValue, formats: Formats): string => {
  const once = frequency[0];
  if (!once || customers === 0) return 'Nobody has bought yet';
  return `${formats.value(once.actual / customers, 'share')} of customers have not come back; the model says ${formats.value(once.expected / customers, 'share')}`;
};

/** Above the conditional expectation: what those who never and those who often came back did next. */
export const conditionalFinding = ({ byRepeats }: Check, formats: Formats): string => {
  const [first, last] = [byRepeats[0], byRepeats.at(-1)];
  if (!first || !last || first === last) return 'What customers did next, by what they had done before';
  return `Customers who had come back ${last.repeats} times${last.isOpen ? ' or more' : ''} then bought ${formats.value(last.actual, 'ratio')} times each; ${formats.value(last.expected, 'ratio')} were forecast`;
};

/** Above the grid: the customers who came often and are likely gone. */
export const gridFinding = (value: CustomerValue, formats: Formats): string => {
  const { grid } = value;
  if (hasNoLeavers(value)) return 'Too early to tell which customers have left';
  const lost = grid.filter((cell) => cell.purchasesFrom >= 3 && cell.pAlive < 0.5);
  const customers = lost.reduce((sum, cell) => sum + cell.customers, 0);
  return customers === 0
    ? 'No group of regular customers has likely left'
    : `${formats.value(customers, 'count')} customers who bought three times or more have likely left`;
};

/** Above the tenths: how much of the future hangs on the best. */
export const tenthsFinding = ({ deciles }: CustomerValue, formats: Formats): string =>
  deciles[0]?.share === null || deciles[0] === undefined
    ? 'Future value by tenth of customers'
    : `The best tenth of customers hold ${formats.value(deciles[0].share, 'share')} of future value`;

/** Above cohorts and channels: where most of the equity sits. */
export const groupFinding = (
  groups: CustomerValue['cohorts'],
  equity: number,
  kind: 'cohort' | 'channel',
  formats: Formats,
): string => {
  const best = groups.toSorted((one, other) => other.value - one.value)[0];
  if (!best || equity <= 0) return kind === 'cohort' ? 'Value by first purchase' : 'Value by channel';
  const share = formats.value(best.value / equity, 'share');
  return kind === 'cohort'
    ? `Customers won in ${best.name} hold ${share} of future value`
    : `${best.name === 'Unknown' ? 'Customers of unknown channel' : `Customers won by ${best.name}`} hold ${share} of future value`;
};

/** The verdict on the forecast against the baseline in one sentence. */
export const gradeFinding = ({ grade }: Check, formats: Formats): string =>
  grade === null
    ? 'Nobody bought in the time of the check, so the forecast can’t be graded.'
    : `For picking the best customers: grade ${grade.grade}. The model finds ${formats.value(grade.captured, 'share')} of the fifth who went on to spend most; going by spend per month so far finds ${formats.value(grade.baselineCaptured, 'share')}.`;
