import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { offerConflictsParams } from './params.ts';
import conflictsSql from './query.sql?raw';
import { offerConflictsResult } from './result.ts';
import type { OfferConflicts } from './result.ts';
import { conflictWords } from './words.ts';

const headlines = (value: OfferConflicts): readonly Headline[] => [
  { key: 'any', label: 'Customers with a reason against an offer now', value: value.any, unit: 'count' },
  { key: 'anyShare', label: 'Share with a reason against an offer', value: value.anyShare, unit: 'share' },
  { key: 'customers', label: 'Customers in the segment', value: value.customers, unit: 'count' },
  { key: 'reachable', label: 'Agreed to be contacted', value: value.reachable, unit: 'count' },
  { key: 'refused', label: 'Refused to be contacted', value: value.refused, unit: 'count' },
  { key: 'free', label: 'Free for an offer', value: value.free, unit: 'count' },
  ...value.conflicts.map(({ key, customers }): Headline => ({
    key,
    label: conflictWords[key].label,
    value: customers,
    unit: 'count',
  })),
];

/** What speaks against an offer to a segment now: open matters, fatigue, broken promises, customers who cost money. */
export const offerConflicts = defineAnalysis({
  id: 'offer-conflicts',
  title: 'Conflicts of an offer',
  question: 'Whom of this segment should an offer not go to now, and why not?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: offerConflictsParams,
  queries: { conflicts: conflictsSql },
  result: offerConflictsResult,
  headlines,
  formulas: [
    {
      name: 'Open',
      formula: 'opened ≤ as-of and not solved by as-of',
      meaning: 'A complaint is also a ticket, and counted as both',
    },
    {
      name: 'Contacted often',
      formula: 'outgoing contacts in the last days > contacts at most',
      meaning: 'Every outgoing contact counts: letters, e-mails, calls, visits',
    },
    {
      name: 'Last order came late',
      formula: 'delivered > promised, or promised < as-of without a delivery',
      meaning: 'Of the last order, when it is recent enough',
    },
    {
      name: 'Loses money, now and ahead',
      formula: 'profit so far < 0 and expected future profit ≤ 0',
      meaning: 'After goods, charges and cost to serve; as on Retain, grow, divest with its first settings',
    },
    {
      name: 'Free for an offer',
      formula: 'none of the reasons known, and consent isn’t refused',
      meaning: 'Customers of whom consent isn’t known are in it: ask them first where the law wants that',
    },
  ],
  sources: [
    'No offers to those who complain: suppression rules of CRM practice',
    'Reinartz & Kumar, Harvard Business Review 2002 (customers who cost money)',
  ],
  limits: [
    'All limits are house rules; set them by what your customers bear',
    'Contacts that aren’t in the data (post, agencies, partners) press all the same',
    'A reason that the data can’t tell is unknown, not absent',
  ],
  compute: async () => (await import('./compute.ts')).computeOfferConflicts,
});
