import type { FormatUnit } from '../../core/format/formats.ts';
import type { RankedListName } from '../../data/lists/ranked-lists.ts';

/** A list in words. */
interface ListWords {
  readonly title: string;
  /** Who is on it and by what it is sorted. */
  readonly meaning: string;
  /** Heading of the figure that it is sorted by. */
  readonly score: string;
}

/** The ranked lists in words. */
export const listWords: Readonly<Record<RankedListName, ListWords>> = {
  offer: {
    title: 'Whom to make an offer',
    meaning:
      'Probably still customers, nothing open, may be contacted; by lifetime value × the share of the range that they don’t buy yet.',
    score: 'Value × room',
  },
  queue: {
    title: 'Whom to answer first',
    meaning:
      'Customers with an open ticket (all customers where no tickets are loaded); by what they are worth if they stay.',
    score: 'Value if they stay',
  },
  sales: {
    title: 'Where sales should go',
    meaning:
      'Customers who may have left, or may not (10% to 80%), and may be contacted; by what would be won back.',
    score: 'To be won back',
  },
  references: {
    title: 'Whom to ask for a reference',
    meaning:
      'The top tenth by spend who would recommend you, have referred others or buy broadly; nobody who answered 6 or less, has an open complaint or refused to be contacted; by lifetime value.',
    score: 'Lifetime value',
  },
  waiting: {
    title: 'Whom to leave alone for now',
    meaning:
      'Something is open, came late or was just bought, or there were more than 4 messages in 30 days; by lifetime value.',
    score: 'Value at risk',
  },
};

/** Columns of the lists: heading and unit; none is text or a day. */
export const columnWords: Readonly<Record<string, { readonly label: string; readonly unit?: FormatUnit }>> = {
  customer_id: { label: 'Customer' },
  name: { label: 'Name' },
  score: { label: 'Score', unit: 'money' },
  p_alive: { label: 'Still a customer', unit: 'share' },
  clv: { label: 'Lifetime value', unit: 'money' },
  room: { label: 'Range not bought yet', unit: 'share' },
  last_order: { label: 'Last order' },
  median_gap_days: { label: 'Usual gap', unit: 'days' },
  reasons: { label: 'Reasons' },
  nps: { label: 'Would recommend, 0–10', unit: 'count' },
  referrals_made: { label: 'Referred', unit: 'count' },
  open_tickets: { label: 'Open tickets', unit: 'count' },
  complaints: { label: 'Complaints', unit: 'count' },
  profit: { label: 'Profit so far', unit: 'money' },
};
