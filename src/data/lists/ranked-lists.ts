import offer from './offer.sql?raw';
import queue from './queue.sql?raw';
import sales from './sales.sql?raw';

/** The three decisions that customer data serve: whom to make an offer, whom to answer first, where sales should go. */
export const rankedListNames = ['offer', 'queue', 'sales'] as const;

/** One of {@link rankedListNames}. */
export type RankedListName = (typeof rankedListNames)[number];

/** Selects over `customer_values` and `scoped_customers`, best first. */
export const rankedLists: Readonly<Record<RankedListName, string>> = { offer, queue, sales };
