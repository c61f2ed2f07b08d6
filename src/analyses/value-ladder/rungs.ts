import type { Row } from '../../data/row.ts';
import type { ValueLadderParams } from './params.ts';

/** What a rung is called, what it asks for, and what the data lack for it. */
interface RungRule {
  readonly stage: string;
  /** The rule in words, with the thresholds of this run. */
  readonly rule: (params: ValueLadderParams, known: Row) => string;
  /** What must be loaded before anybody can stand here; null when the data suffice. */
  readonly missing: (params: ValueLadderParams, known: Row) => string | null;
}

/** "1 day or more", "3.5 days or more"; the word as it is said of one. */
const atLeast = (cell: unknown, one: string, many: string): string => {
  if (typeof cell !== 'number') return `an unknown number of ${many} or more`;
  const count = Math.round(cell * 10) / 10;
  return `${count} ${count === 1 ? one : many} or more`;
};

const breadthWords = (known: Row): string => {
  if (known['has_categories'] === true)
    return ` from ${atLeast(known['breadth_minimum'], 'category', 'categories')}`;
  if (known['has_products'] === true)
    return ` of ${atLeast(known['breadth_minimum'], 'product', 'products')}`;
  return '';
};

const reviewWords = (params: ValueLadderParams): string => {
  if (params.reviews === 'never') return '';
  const who = params.reviews === 'repeat-customers' ? ' (repeat customers only)' : '';
  return `, or gives a review of ${params.reviewMinimum} or more of 5${who}`;
};

/** The seven rungs, lowest first; the rules themselves run in `ladder-rungs.sql`. */
export const rungRules: readonly RungRule[] = [
  {
    stage: 'Suspect',
    rule: () => 'Is on record; no contact and no purchase yet',
    missing: (_, known) =>
      known['has_strangers'] === true
        ? null
        : 'People who have neither bought nor been in contact: a list of leads or newsletter members',
  },
  {
    stage: 'Prospect',
    rule: () => 'Has been in contact with us, without a purchase in the data',
    missing: (_, known) =>
      known['has_contacts'] === true ? null : 'Contacts: interactions, tickets, deals or survey answers',
  },
  { stage: 'First-time customer', rule: () => 'Has bought on one day', missing: () => null },
  { stage: 'Repeat customer', rule: () => 'Has bought on two days or more', missing: () => null },
  {
    stage: 'Majority customer',
    rule: (params, known) =>
      `Bought on ${atLeast(known['frequency_minimum'], 'day', 'days')} in the last 365${breadthWords(known)}; silent for no more than ${params.activeGaps} usual gaps`,
    missing: (_, known) =>
      known['has_repeats'] === true ? null : 'Repeat purchases: nobody in the data has bought on two days',
  },
  {
    stage: 'Loyal customer',
    rule: (params, known) =>
      `Majority customer with us for ${params.tenureGaps} usual gaps or more, and on rhythm${known['has_attitudes'] === true ? `; answers ${params.attitudeMinimum} or more of 5 where asked` : '; nobody was asked what they think'}`,
    missing: (_, known) =>
      known['has_repeats'] === true ? null : 'Repeat purchases: nobody in the data has bought on two days',
  },
  {
    stage: 'Advocate',
    rule: (params) => `Has bought, and has referred another customer${reviewWords(params)}`,
    missing: (params, known) =>
      known['has_referrals'] === true || (params.reviews !== 'never' && known['has_reviews'] === true)
        ? null
        : 'Referrals or reviews',
  },
];
