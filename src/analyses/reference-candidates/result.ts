import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

/** What tells that a top customer would vouch for us, in the order in which it is shown. */
export const signalKeys = ['recommends', 'refers', 'broad'] as const;

/** One of {@link signalKeys}. */
export type SignalKey = (typeof signalKeys)[number];

const signal = v.object({
  key: described(v.picklist(signalKeys), 'Which sign'),
  isKnown: described(v.boolean(), 'The data can tell'),
  customers: described(v.number(), 'Top customers who show it'),
});

/** Who would vouch for us, what referrals bring, and whom we are about to disappoint. */
export const referenceCandidatesResult = v.object({
  active: described(v.number(), 'Customers of the focus with a purchase in the 365 days to as-of'),
  top: described(v.number(), 'Of these, in the top of patronage among all customers'),
  topFrom: numberOrUnknown('Least patronage of the top: money, or days with a purchase; null without a top'),
  breadthFrom: numberOrUnknown('Categories (else products) that count as broad; null where unknown'),
  breadthField: described(v.picklist(['categories', 'products']), 'What breadth counts'),
  asked: described(v.number(), 'Top customers who were asked whether they would recommend us'),
  candidates: described(v.number(), 'Top customers with at least one sign: supra-loyal'),
  candidateShare: numberOrUnknown('Share of the top; null without a top'),
  several: described(v.number(), 'Candidates with two signs or more'),
  consented: described(v.number(), 'Candidates who have not refused to be contacted'),
  clv: numberOrUnknown('Their lifetime value, money; null where no model can be fitted'),
  alreadyRefer: numberOrUnknown(
    'Candidates who have referred somebody; null where the data hold no referrals',
  ),
  signals: v.pipe(v.array(signal), v.description('Signs, in a fixed order')),
  complaining: numberOrUnknown(
    'Candidates with an open complaint; null where no ticket says whether it is one',
  ),
  slipping: described(v.number(), 'Candidates whose chance of still being a customer is below the alarm'),
  alarmed: described(v.number(), 'Candidates with either'),
  alarmedValue: numberOrUnknown('Lifetime value of these, money'),
  referred: numberOrUnknown('People referred so far; null where the data hold no referrals'),
  came: numberOrUnknown('Of these, who bought'),
  referredRevenue: numberOrUnknown('Revenue so far of those who bought, money'),
  referralValue: numberOrUnknown('Their lifetime value × the share due to the referral, money'),
  candidatesCame: numberOrUnknown('Of those who bought, brought by candidates'),
  brought: numberOrUnknown('People referred in the last 365 days who bought'),
  k: numberOrUnknown('New customers that a customer brings in a year; null where the data hold no referrals'),
  invites: numberOrUnknown('Invitations to refer a customer in a year; null where no contact is one'),
  conversion: numberOrUnknown('New customers by an invitation; null without invitations'),
});

/** {@link referenceCandidatesResult}'s type. */
export type ReferenceCandidates = v.InferOutput<typeof referenceCandidatesResult>;
