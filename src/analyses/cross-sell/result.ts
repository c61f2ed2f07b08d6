import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const cluster = v.object({
  segment: described(v.nullable(v.string()), 'RFM segment; null: no purchase in the last 365 days'),
  customers: described(v.number(), 'Customers of it who have the first and lack the second'),
  value: described(v.number(), 'Their part of the value, money a year'),
});

const pair = v.object({
  key: described(v.string(), 'Identifies the pair: first → second'),
  first: described(v.string(), 'What they have'),
  second: described(v.string(), 'What they are offered'),
  withFirst: described(v.number(), 'Customers, or baskets, with the first'),
  withSecond: described(v.number(), 'With the second'),
  together: described(v.number(), 'With both'),
  support: described(v.number(), 'Of all customers, or baskets, those with both, 0–1'),
  confidence: described(v.number(), 'Of those with the first, those with the second, 0–1'),
  confidenceLow: described(v.number(), 'Lower end of its 95 % interval (Wilson)'),
  lift: described(v.number(), 'Times as often as chance would have it'),
  liftLow: described(v.number(), 'Lower end of its 95 % interval'),
  liftHigh: described(v.number(), 'Upper end of its 95 % interval'),
  liftWithin: numberOrUnknown('Lift among customers of one RFM segment; null for baskets'),
  leverage: described(v.number(), 'Support beyond chance'),
  conviction: numberOrUnknown('How much rarer the first without the second is than by chance; null: never'),
  cosine: described(v.number(), 'n_AB ÷ √(n_A n_B)'),
  kulczynski: described(v.number(), 'Mean of the confidences of both directions'),
  imbalance: described(
    v.number(),
    '0 where both are equally frequent, near 1 where one is nearly always there',
  ),
  yuleQ: numberOrUnknown('−1 to 1; 0 is independence; null where a cell pair is empty'),
  p: described(v.number(), 'Fisher’s exact test, one-sided'),
  q: described(v.number(), 'p allowing for all pairs that were tried (Benjamini & Hochberg)'),
  lacking: described(v.number(), 'Customers who bought the first and not the second'),
  worth: described(v.number(), 'What the second brings a customer, or a basket, that holds it: money a year'),
  value: described(v.number(), '(with first − together) × lower confidence × worth: money a year'),
  clusters: v.pipe(v.array(cluster), v.description('Where those who lack the second are, most first')),
});

const weekdayPair = v.object({
  key: described(v.string(), 'Identifies pair and day'),
  first: described(v.string(), 'The more frequent of the two'),
  second: described(v.string(), 'The other'),
  weekday: described(v.number(), '1 Monday to 7 Sunday'),
  baskets: described(v.number(), 'Baskets of that day'),
  together: described(v.number(), 'Baskets of that day with both'),
  lift: described(v.number(), 'Lift on that day'),
  otherLift: described(v.number(), 'Lift on the other days'),
  ratio: described(v.number(), 'Lift on that day ÷ lift on the other days'),
  low: described(v.number(), 'Lower end of its 95 % interval'),
  high: described(v.number(), 'Upper end of its 95 % interval'),
  q: described(v.number(), 'Its p-value allowing for all pairs and days (Benjamini & Hochberg)'),
});

/** What sells together, to whom the other half could be offered, and on which day of the week it does. */
export const crossSellResult = v.object({
  basis: described(
    v.picklist(['margin', 'revenue']),
    'What worth is counted in: margin where every cost is known',
  ),
  days: described(v.number(), 'Days that the counts cover, for money a year'),
  customers: described(v.number(), 'Customers who bought anything that has a product or category'),
  baskets: described(v.number(), 'Orders with it, also those of nobody'),
  items: described(v.number(), 'Products or categories that were paired'),
  knownItems: described(v.number(), 'Products or categories that there are'),
  itemCounts: v.pipe(
    v.array(
      v.object({
        item: described(v.string(), 'Name'),
        customers: described(v.number(), 'Customers who bought it'),
        baskets: described(v.number(), 'Baskets that hold it'),
      }),
    ),
    v.description('The most frequent, at most 50'),
  ),
  tried: described(v.number(), 'Pairs that are together often enough to be judged'),
  passed: described(v.number(), 'Directed pairs that pass every limit'),
  totalValue: described(v.number(), 'Value of the best offer to each second item, summed: money a year'),
  pairs: v.pipe(v.array(pair), v.description('Pairs that pass, worth most first')),
  weekdays: v.pipe(
    v.array(weekdayPair),
    v.description('Pairs that sell together more on one day of the week, surest first, at most 12'),
  ),
});

/** {@link crossSellResult}'s type. */
export type CrossSell = v.InferOutput<typeof crossSellResult>;
/** One directed pair. */
export type CrossSellPair = CrossSell['pairs'][number];
/** One pair on one day of the week. */
export type WeekdayPair = CrossSell['weekdays'][number];
