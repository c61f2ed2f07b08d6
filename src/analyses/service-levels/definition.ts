import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import contactsSql from './contacts.sql?raw';
import failuresSql from './failures.sql?raw';
import ordersSql from './orders.sql?raw';
import { serviceLevelsParams } from './params.ts';
import paymentsSql from './payments.sql?raw';
import levelsSql from './query.sql?raw';
import recoverySql from './recovery.sql?raw';
import { serviceLevelsResult } from './result.ts';
import type { ServiceLevels } from './result.ts';
import ticketsSql from './tickets.sql?raw';
import { failureWords, shareWords, timeWords } from './words.ts';

const promised = { promised_orders: ordersSql };

const headlines = (value: ServiceLevels): readonly Headline[] => [
  ...value.shares.map((share): Headline => ({
    key: share.key,
    label: shareWords[share.key].label,
    value: share.value,
    unit: 'share',
  })),
  ...value.times.map((time): Headline => ({
    key: time.key,
    label: timeWords[time.key].label,
    value: time.value,
    unit: timeWords[time.key].unit,
  })),
  {
    key: 'messagesPerWeek',
    label: 'Messages a week to 100 customers',
    value: value.messagesPerWeek,
    unit: 'ratio',
  },
  {
    key: 'pressureEffect',
    label: 'Messages answered, busiest less calmest class',
    value: value.pressureEffect,
    unit: 'share',
  },
  ...value.failures.map(({ promise, cost }): Headline => ({
    key: `${promise}Cost`,
    label: `${failureWords[promise]}: fewer who buy again`,
    value: cost === null ? null : 100 * cost,
    unit: 'points',
  })),
  {
    key: 'recoverWithin',
    label: 'Days within which a complaint should be solved',
    value: value.recoverWithin,
    unit: 'days',
  },
  ...value.payments.map(({ method, share }): Headline => ({
    key: `paid-${method}`,
    label: `Orders paid by ${method}`,
    value: share,
    unit: 'share',
  })),
];

/** What customers get: on time, in full, no error, right price, answers, messages, and what failing them goes with. */
export const serviceLevels = defineAnalysis({
  id: 'service-levels',
  title: 'Promises kept',
  question: 'Do these customers get what you promise them, and what does it cost you when they don’t?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: serviceLevelsParams,
  queries: {
    levels: withRelations(promised, levelsSql),
    payments: withRelations(promised, paymentsSql),
    failures: withRelations(promised, failuresSql),
    tickets: ticketsSql,
    recovery: recoverySql,
    contacts: contactsSql,
  },
  result: serviceLevelsResult,
  headlines,
  formulas: [
    {
      name: 'On time',
      formula: 'delivered ≤ promised + grace, of orders with both',
      meaning: 'To the second where the source says so; the grace is what your customers forgive',
    },
    {
      name: 'All four (OTIFNERP)',
      formula: 'orders on time AND in full AND without error AND at the right price ÷ orders judged',
      meaning:
        'Order by order, not a product of four shares. A part that isn’t known of an order can’t break it; without a known delivery an order isn’t judged where deliveries are known at all',
    },
    {
      name: 'Interval of a share',
      formula: 'Wilson score interval, 95 %',
      meaning: 'Right for few orders and for shares near 0 or 1',
    },
    {
      name: 'What a failure costs',
      formula: 'share who buy again after a kept promise − share after a broken one',
      meaning: 'Newcombe’s interval; one order a customer; days count from the delivery, where it is known',
    },
    {
      name: 'Answer a complaint within',
      formula: 'longest class of days before the lower end of (all quicker − this class) lies above 0',
      meaning: 'Where the share who buy again after a complaint falls beyond chance',
    },
    {
      name: 'Contact pressure',
      formula: '100 × outgoing contacts × 7 ÷ days ÷ customers',
      meaning: 'All customers of the segment, also those whom nobody writes to',
    },
  ],
  sources: [
    'OTIFNERP: on time, in full, no errors, right price, as supply chains measure it order by order',
    'Wilson 1927; Newcombe 1998 (intervals)',
    'Maxham & Netemeyer, Journal of Marketing 2002 (one failure is forgiven when it is recovered well)',
  ],
  limits: [
    'Who was let down wasn’t drawn by lot: late orders may be larger or further away, so the difference is no proof of cause',
    'In full and no error are house rules from returns, refunds and complaints; silent dissatisfaction isn’t seen',
    'List prices are those of today: after a price cut older orders look too dear, after a rise too cheap',
    'A response after a message needn’t be due to it; customers who buy often answer by accident',
  ],
  compute: async () => (await import('./compute.ts')).computeServiceLevels,
});
