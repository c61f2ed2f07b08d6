import * as v from 'valibot';
import { channelCategories } from '../../data/facts/channel-categories.ts';
import { described, numberOrUnknown } from '../result-fields.ts';

const category = v.picklist(channelCategories);

const score = v.object({
  kind: described(v.picklist(['ticket', 'survey']), 'Satisfaction with a ticket, or an answer to a survey'),
  answers: described(v.number(), 'Answers that follow on this channel'),
  mean: described(v.number(), 'Mean on a scale of 1 to 5'),
  low: numberOrUnknown('Lower end of its 95 % interval (Student); null with fewer than two answers'),
  high: numberOrUnknown('Upper end of it'),
});

const channel = v.object({
  category: described(category, 'Which of the six'),
  customers: described(v.number(), 'Known customers who bought through it'),
  orders: described(v.number(), 'Purchases'),
  revenue: described(v.number(), 'Revenue, money, credit notes of the channel taken off'),
  revenueShare: numberOrUnknown('Share of the revenue whose channel is placed; null without revenue'),
  marginShare: numberOrUnknown('Margin ÷ revenue of the orders whose cost is known; null where none is'),
  marginKnown: numberOrUnknown('Share of the revenue whose cost of goods is known; null without revenue'),
  margin: numberOrUnknown(
    'Revenue × that share, money; null where less than half of the revenue has a known cost',
  ),
  won: described(v.number(), 'Customers won through it'),
  campaignCost: numberOrUnknown(
    'Cost of its campaigns, money; null where none is tied to it, and for a segment',
  ),
  poolCost: numberOrUnknown('Cost of its cost pools, money; null likewise'),
  cost: numberOrUnknown('Both, money'),
  revenuePerCost: numberOrUnknown('Revenue ÷ cost; null without a cost or without purchases'),
  costPerWon: numberOrUnknown('Cost of campaigns ÷ customers won; null without either'),
  scores: v.pipe(v.array(score), v.description('What customers said after using it')),
});

const untied = v.object({
  source: described(v.picklist(['campaign', 'pool']), 'Campaign or cost pool'),
  item: described(v.string(), 'Its name'),
  cost: described(v.number(), 'Cost in the window, money'),
});

const mix = v.object({
  channels: described(v.number(), 'Categories bought through; 3 stands for three and more'),
  customers: described(v.number(), 'Customers'),
  orders: described(v.number(), 'Purchases a customer'),
  revenue: described(v.number(), 'Revenue a customer, money'),
  clv: numberOrUnknown('Mean lifetime value, money; null where no model can be fitted'),
});

const handoff = v.object({
  from: described(category, 'Channel of the contact'),
  to: described(category, 'Channel of the next contact'),
  contacts: described(v.number(), 'Contacts that went on so'),
  of: described(v.number(), 'Contacts that began in the first channel'),
  share: described(v.number(), 'The first ÷ the second, 0–1'),
  low: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  high: numberOrUnknown('Upper end of it'),
});

const use = v.object({
  rung: described(v.number(), 'Rung of the value ladder, 1–7'),
  stage: described(v.string(), 'Its name'),
  category: described(category, 'Channel'),
  customers: described(v.number(), 'Customers of the rung who used it'),
  of: described(v.number(), 'Customers of the rung who used any channel'),
  share: described(v.number(), 'The first ÷ the second, 0–1'),
});

const name = v.object({
  name: described(v.string(), 'Name of a channel as the data write it, in lower case'),
  category: described(v.nullable(category), 'Where it belongs; null: nowhere yet'),
  isOwn: described(v.boolean(), 'The user placed it'),
  uses: described(v.number(), 'Orders, contacts, campaigns and customers that carry it, at any time'),
});

/** What the channels of a segment bring and cost. */
export const channelPerformanceResult = v.object({
  isSegment: described(v.boolean(), 'A part of all customers is asked about: costs can’t be told then'),
  orders: described(v.number(), 'Purchases in the window, on whatever channel'),
  revenue: described(v.number(), 'Their revenue, money'),
  placedShare: numberOrUnknown('Share of purchases whose channel is placed; null without purchases'),
  untoldOrders: described(v.number(), 'Purchases without a channel'),
  unplacedOrders: described(v.number(), 'Purchases on channels that no rule knows'),
  wonElsewhere: described(v.number(), 'Customers won whose channel is unknown or not placed'),
  channels: v.pipe(v.array(channel), v.description('Categories that occur, most revenue first')),
  untied: v.pipe(v.array(untied), v.description('Costs that name no channel, dearest first, 50 at most')),
  untiedCost: described(v.number(), 'Sum of all of them, money'),
  mixes: v.pipe(v.array(mix), v.description('Customers by the number of channels that they bought through')),
  multiShare: numberOrUnknown('Share of buyers with two channels or more; null without buyers'),
  valueRatio: numberOrUnknown('Revenue a customer with several channels ÷ with one; null without either'),
  equalRatio: numberOrUnknown(
    'The same among customers with equally many orders, weighted by those with several channels; null where nobody compares',
  ),
  handoffs: v.pipe(
    v.array(handoff),
    v.description('Contacts that went on in another channel, commonest first'),
  ),
  followed: described(v.number(), 'Contacts that the customer began and that are old enough to be followed'),
  handoffShare: numberOrUnknown('Share of them that went on in another channel; null without contacts'),
  handoffLow: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  handoffHigh: numberOrUnknown('Upper end of it'),
  repeatShare: numberOrUnknown('Share of them that went on in the same channel'),
  uses: v.pipe(v.array(use), v.description('Channels used by rung of the value ladder')),
  names: v.pipe(v.array(name), v.description('Names of channels in the data, most used first, 200 at most')),
});

/** {@link channelPerformanceResult}'s type. */
export type ChannelPerformance = v.InferOutput<typeof channelPerformanceResult>;
/** One category with what it brings. */
export type ChannelFigures = ChannelPerformance['channels'][number];
