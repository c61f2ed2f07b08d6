import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

/** The shares in the order in which they are shown. */
export const shareKeys = [
  'onTime',
  'inFull',
  'noError',
  'rightPrice',
  'perfect',
  'firstContact',
  'ticketsSatisfied',
  'responded',
] as const;

/** One of {@link shareKeys}. */
export type ShareKey = (typeof shareKeys)[number];

/** The promises whose breaking is followed up. */
export const promiseKeys = ['onTime', 'inFull', 'noError', 'rightPrice', 'perfect'] as const;

/** One of {@link promiseKeys}. */
export type PromiseKey = (typeof promiseKeys)[number];

/** The times in the order in which they are shown. */
export const timeKeys = [
  'medianDays',
  'meanDays',
  'slowDays',
  'replyHours',
  'slowReplyHours',
  'solveDays',
] as const;

/** One of {@link timeKeys}. */
export type TimeKey = (typeof timeKeys)[number];

const counted = (of: string) => ({
  known: described(v.number(), `${of} of which it is known`),
  kept: described(v.number(), `Of these, ${of.toLowerCase()} that are counted`),
  value: numberOrUnknown('Share, 0–1; null where nothing is known'),
  low: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  high: numberOrUnknown('Upper end of its 95 % interval'),
});

const share = v.object({
  key: described(v.picklist(shareKeys), 'Which share'),
  ...counted('Orders, tickets or messages'),
  others: described(v.nullable(v.object(counted('The same'))), 'Of the comparison; null without one'),
  difference: numberOrUnknown('Share less that of the comparison'),
  differenceLow: numberOrUnknown('Lower end of the interval of the difference (Newcombe)'),
  differenceHigh: numberOrUnknown('Upper end of it'),
});

const time = v.object({
  key: described(v.picklist(timeKeys), 'Which time'),
  known: described(v.number(), 'Deliveries or tickets that it rests on'),
  value: numberOrUnknown('Days or hours; null where nothing is known'),
  others: numberOrUnknown('The same of the comparison'),
});

const payment = v.object({
  method: described(v.string(), 'How was paid, as the source names it'),
  orders: described(v.number(), 'Orders in the window'),
  share: described(v.number(), 'Share of the orders whose method is known, 0–1'),
  othersShare: numberOrUnknown('The same of the comparison'),
  orderValue: described(v.number(), 'Mean sales of an order, money'),
  refundRate: numberOrUnknown(
    'Share of orders returned, refunded or credited; null where the data hold none',
  ),
  refundLow: numberOrUnknown('Lower end of its interval'),
  refundHigh: numberOrUnknown('Upper end of its interval'),
  followed: described(v.number(), 'Customers whose first order of the followed window was paid so'),
  repeatRate: numberOrUnknown('Share of these who bought again within the follow-up'),
  repeatLow: numberOrUnknown('Lower end of its interval'),
  repeatHigh: numberOrUnknown('Upper end of its interval'),
});

const failure = v.object({
  promise: described(v.picklist(promiseKeys), 'Which promise'),
  keptCustomers: described(v.number(), 'Customers with whom it was kept'),
  brokenCustomers: described(v.number(), 'Customers with whom it was broken'),
  keptAgain: numberOrUnknown('Share of the first who bought again within the follow-up'),
  brokenAgain: numberOrUnknown('Share of the second who did'),
  cost: numberOrUnknown('First share less the second; null with too few customers on a side'),
  low: numberOrUnknown('Lower end of its 95 % interval (Newcombe)'),
  high: numberOrUnknown('Upper end of it'),
});

const rate = (of: string) => ({
  customers: described(v.number(), of),
  value: numberOrUnknown('Share, 0–1'),
  low: numberOrUnknown('Lower end of its interval (Wilson)'),
  high: numberOrUnknown('Upper end of its interval'),
});

const recovery = v.object({
  days: numberOrUnknown('Solved within so many days; null: later, or not yet'),
  ...rate('Customers by their first complaint of the followed window'),
});

const pressure = v.object({
  from: described(v.number(), 'Fewest messages of the class in the window'),
  to: numberOrUnknown('Most messages of the class; null: no limit'),
  customers: described(v.number(), 'Customers'),
  messages: described(v.number(), 'Messages to them'),
  followed: described(v.number(), 'Messages with time enough to be answered'),
  responded: described(v.number(), 'Of these, answered ones'),
  response: numberOrUnknown('Share of messages answered'),
  responseLow: numberOrUnknown('Lower end of its interval'),
  responseHigh: numberOrUnknown('Upper end of its interval'),
  unsubscribed: numberOrUnknown('Share of customers who unsubscribed; null where no contact says so'),
  complained: numberOrUnknown('Share of customers who complained; null where the data hold no complaint'),
});

/** What service levels give for a segment. */
export const serviceLevelsResult = v.object({
  orders: described(v.number(), 'Orders in the window'),
  customers: described(v.number(), 'Customers with one'),
  othersOrders: numberOrUnknown('Orders of the comparison; null without one'),
  overdue: described(v.number(), 'Orders whose promise has passed without a delivery'),
  shares: v.pipe(v.array(share), v.description('How often each promise is kept, in a fixed order')),
  times: v.pipe(v.array(time), v.description('How long things take, in a fixed order')),
  payments: v.pipe(v.array(payment), v.description('Payment methods, commonest first')),
  failures: v.pipe(v.array(failure), v.description('What broken promises go with, in a fixed order')),
  recovery: v.pipe(v.array(recovery), v.description('Who bought again after a complaint, by time to solve')),
  recoverWithin: numberOrUnknown(
    'Days within which a complaint should be solved: the longest class before the share who buy again falls beyond chance; null when none does',
  ),
  messagesPerWeek: numberOrUnknown(
    'Outgoing contacts a week to 100 customers; null where none are in the data',
  ),
  othersMessagesPerWeek: numberOrUnknown('The same of the comparison'),
  pressure: v.pipe(
    v.array(pressure),
    v.description('Customers by messages in the window, those with one or more'),
  ),
  pressureEffect: numberOrUnknown(
    'Share of messages answered in the busiest class less that in the calmest; null with fewer than two large enough',
  ),
  pressureLow: numberOrUnknown('Lower end of its interval (Newcombe)'),
  pressureHigh: numberOrUnknown('Upper end of it'),
});

/** {@link serviceLevelsResult}'s type. */
export type ServiceLevels = v.InferOutput<typeof serviceLevelsResult>;
/** One share with the comparison's. */
export type ServiceShare = ServiceLevels['shares'][number];
