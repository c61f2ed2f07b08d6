import offer from './offer.sql?raw';
import queue from './queue.sql?raw';
import references from './references.sql?raw';
import sales from './sales.sql?raw';
import waiting from './waiting.sql?raw';

/** What customer data decide: whom to make an offer, whom to answer first, whom to ask for a reference, where sales should go, whom to leave alone for now. */
export const rankedListNames = ['offer', 'queue', 'references', 'sales', 'waiting'] as const;

/** One of {@link rankedListNames}. */
export type RankedListName = (typeof rankedListNames)[number];

/** Selects over `customer_values` and `scoped_customers`, best first; they may use `$as_of`. */
export const rankedLists: Readonly<Record<RankedListName, string>> = {
  offer,
  queue,
  references,
  sales,
  waiting,
};
