import type { Formats } from '../core/format/formats.ts';
import type { AppliedTreatment } from '../data/quality/finding.ts';
import type { Treatment } from '../data/quality/treatment.ts';

type Words = {
  readonly [Kind in Treatment['kind']]: (treatment: Extract<Treatment, { kind: Kind }>) => string;
};

const titles: Words = {
  'exclude-test-orders': () => 'Test orders and test customers are left out',
  'exclude-non-product-lines': () => 'Lines that sell no product are left out',
  'exclude-zero-value-orders': () => 'Orders without value are left out',
  'drop-duplicate-orders': () => 'Copies of orders are dropped',
  'set-impossible-dates-aside': ({ after }) => `Orders before 1990 or after ${after} are set aside`,
  'limit-outliers': ({ how }) =>
    how === 'cap' ? 'Unusually large orders are brought down' : 'Unusually large orders are left out',
  'identify-guests': () => 'Guests are customers by their names',
  'dissolve-stand-ins': () => 'Stand-ins count as anonymous',
  'convert-currencies': ({ into }) => `Amounts are converted into ${into}`,
  'merge-customers': () => 'Customers are merged',
  'keep-apart': () => 'Two customers are kept apart',
};

const actions: Words = {
  'exclude-test-orders': () => 'Leave them out',
  'exclude-non-product-lines': () => 'Leave them out',
  'exclude-zero-value-orders': () => 'Leave them out',
  'drop-duplicate-orders': () => 'Drop the copies',
  'set-impossible-dates-aside': () => 'Set them aside',
  'limit-outliers': ({ how }) => (how === 'cap' ? 'Bring them down' : 'Leave them out'),
  'identify-guests': () => 'Make customers of names',
  'dissolve-stand-ins': () => 'Count as anonymous',
  'convert-currencies': () => 'Enter rates',
  'merge-customers': () => 'Merge',
  'keep-apart': () => 'Keep apart',
};

const wordsOf = (words: Words, treatment: Treatment): string =>
  (words[treatment.kind] as (treatment: Treatment) => string)(treatment);

/** What was done, as a statement in a list. */
export const treatmentTitle = (treatment: Treatment): string => wordsOf(titles, treatment);

/** What can be done, as the words of a button. */
export const treatmentAction = (treatment: Treatment): string => wordsOf(actions, treatment);

/** “one order”, “1,204 orders”. */
export const countWords = (count: number, unit: string, formats: Formats): string =>
  `${formats.value(count, 'count')} ${count === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit}`;

/** What a treatment did: how many rows, and what it did to revenue. */
export const effectWords = (
  { concerned, unit, revenueChange, treatment }: AppliedTreatment,
  formats: Formats,
): string => {
  if (treatment.kind === 'keep-apart') return 'Not asked about again';
  if (concerned === 0) return 'Nothing to do in these data';
  const change =
    Math.abs(revenueChange) < 0.005
      ? 'revenue unchanged'
      : `${revenueChange > 0 ? '+' : '−\u2060'}${formats.value(Math.abs(revenueChange), 'money')} revenue`;
  return `${countWords(concerned, unit, formats)}, ${change}`;
};
