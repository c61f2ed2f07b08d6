import type { Unit } from '../analysis.ts';
import type { PromiseKey, ShareKey, TimeKey } from './result.ts';

interface ShareWords {
  readonly label: string;
  /** What exactly is counted, of what. */
  readonly meaning: string;
  /** What it takes for it to be known. */
  readonly needs: string;
}

/** The shares in words. */
export const shareWords: Readonly<Record<ShareKey, ShareWords>> = {
  onTime: {
    label: 'On time',
    meaning: 'Of orders with a promised and an actual day of delivery: delivered by the promised moment',
    needs: 'orders with promised and actual delivery',
  },
  inFull: {
    label: 'In full',
    meaning:
      'Of orders old enough to judge: no line returned, nothing refunded, no credit note after it. A house rule: files seldom say what was missing',
    needs: 'refunds, returned lines or credit notes',
  },
  noError: {
    label: 'No error',
    meaning:
      'Of known customers’ orders old enough to judge: no complaint after it before the next order. A house rule',
    needs: 'tickets marked as complaints',
  },
  rightPrice: {
    label: 'Right price',
    meaning:
      'Of orders whose lines all have a list price: no line dearer a piece than its list price of today',
    needs: 'products with a list price',
  },
  perfect: {
    label: 'All four (OTIFNERP)',
    meaning:
      'Of orders whose delivery can be judged (of all, where no delivery is known): every promise that is known of the order was kept',
    needs: 'at least one of the four',
  },
  firstContact: {
    label: 'Solved at first contact',
    meaning: 'Of solved tickets: never reopened',
    needs: 'tickets that say how often they were reopened',
  },
  ticketsSatisfied: {
    label: 'Satisfied with the handling',
    meaning: 'Of rated tickets: one of the two best scores',
    needs: 'tickets with a satisfaction score',
  },
  responded: {
    label: 'Messages answered',
    meaning: 'Of outgoing contacts: the customer bought or turned to us soon after',
    needs: 'interactions that say they were outgoing',
  },
};

/** The times in words; hours carry no unit of their own and say so in the label. */
export const timeWords: Readonly<
  Record<TimeKey, { readonly label: string; readonly unit: Unit; readonly meaning: string }>
> = {
  medianDays: { label: 'Days to deliver', unit: 'days', meaning: 'Median from order to delivery' },
  meanDays: { label: 'Days to deliver, mean', unit: 'days', meaning: 'Mean from order to delivery' },
  slowDays: {
    label: 'Slowest tenth of deliveries',
    unit: 'days',
    meaning: 'One delivery in ten takes longer',
  },
  replyHours: { label: 'Hours to first reply', unit: 'points', meaning: 'Median of tickets replied to' },
  slowReplyHours: {
    label: 'Hours to first reply, slowest tenth',
    unit: 'points',
    meaning: 'One ticket in ten waits longer',
  },
  solveDays: { label: 'Days to solve', unit: 'days', meaning: 'Median of solved tickets' },
};

/** What a broken promise is called. */
export const failureWords: Readonly<Record<PromiseKey, string>> = {
  onTime: 'Delivered late',
  inFull: 'Goods given back',
  noError: 'Complaint after it',
  rightPrice: 'Above list price',
  perfect: 'Any of them',
};
