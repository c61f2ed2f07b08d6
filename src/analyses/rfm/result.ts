import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const spread = (meaning: string) =>
  described(
    v.array(
      v.object({
        from: described(v.number(), 'From this value on'),
        to: described(v.number(), 'Below this value'),
        customers: described(v.number(), 'Customers'),
      }),
    ),
    meaning,
  );

const cuts = (meaning: string) => described(v.array(v.number()), meaning);
const count = (meaning: string) => described(v.number(), meaning);

const cellSchema = v.object({
  r: count('Recency score, 1 (long ago) to 5 (lately)'),
  f: count('Frequency score, 1 (seldom) to 5 (often)'),
  segment: described(v.string(), 'Segment of the total map that the cell belongs to'),
  customers: count('Customers in the cell'),
  revenue: count('Their revenue in the window'),
  meanMonetary: numberOrUnknown('Mean revenue per customer in the window; null for an empty cell'),
  highSpenders: count('Customers with a monetary score of 4 or 5'),
});

const segmentSchema = v.object({
  name: described(v.string(), 'Name of the segment'),
  customers: count('Customers in the segment'),
  share: numberOrUnknown('Share of the scored customers, 0–1; null when nobody was scored'),
  revenue: count('Their revenue in the window'),
  revenueShare: numberOrUnknown('Share of the revenue of scored customers; null when that is 0 or less'),
  medianRecencyDays: numberOrUnknown('Median days since the last purchase; null for an empty segment'),
  medianFrequency: numberOrUnknown('Median number of purchases in the window'),
  medianMonetary: numberOrUnknown('Median revenue in the window'),
  highSpenders: count('Customers with a monetary score of 4 or 5'),
});

const otherMapSchema = v.object({
  map: described(v.picklist(['putler', 'spending']), 'Which map'),
  cells: described(
    v.array(
      v.object({
        r: count('Recency score, 1 to 5'),
        fm: count('Mean of frequency and monetary score, rounded half up, 1 to 5'),
        customers: count('Customers in the cell'),
        revenue: count('Their revenue in the window'),
        segments: described(v.array(v.string()), 'Segments that claim the cell; the first wins'),
      }),
    ),
    'The 25 cells of an overlapping map; empty for the others',
  ),
  groups: described(
    v.array(
      v.object({
        name: described(v.string(), 'Name of the segment'),
        claimed: count('Customers within its ranges'),
        contested: count('Of these, within the ranges of another too'),
        customers: count('Customers it gets, each once, by the order'),
        share: numberOrUnknown('Their share of the scored customers, 0–1'),
        revenue: count('Their revenue in the window'),
        revenueShare: numberOrUnknown('Their share of revenue; null when that is 0 or less'),
      }),
    ),
    'The segments in the order in which they win',
  ),
  contested: count('Customers whom several segments claim'),
  unclaimed: count('Customers whom none claims'),
});

/** The documented result of the RFM analysis. Money is net of refunds or sales, by the run's context. */
export const rfmResult = v.object({
  customers: count('Known customers in focus'),
  scored: count('Customers with a purchase in the window; each has one segment'),
  withoutOrder: count('Known customers without a purchase in the window; they have no score'),
  neverBought: count('Those of them who never bought'),
  scoredBase: count('Customers that the cut points were taken from'),
  windowDays: numberOrUnknown('Days of the window; null for the whole history'),
  usualGapDays: numberOrUnknown(
    'Median over customers of the usual gap between purchases; null without repeats',
  ),
  revenue: count('Revenue of the scored customers in the window'),
  highSpenders: count('Customers with a monetary score of 4 or 5'),
  cuts: described(
    v.object({
      recency: cuts('Days: below the first scores 5, from the fourth on 1'),
      frequency: cuts('Purchases: below the first scores 1, from the fourth on 5'),
      monetary: cuts('Money: below the first scores 1, from the fourth on 5'),
    }),
    'The four cut points actually used; a value on a cut belongs to the group above it. Empty when nobody was scored',
  ),
  spread: described(
    v.object({ recency: spread('Days'), frequency: spread('Purchases'), monetary: spread('Money') }),
    'How customers are spread over the values that the scores are given for',
  ),
  naturalCuts: described(
    v.object({
      recency: cuts('Days'),
      frequency: cuts('Purchases'),
      monetary: cuts('Money, to three digits'),
    }),
    'The four cut points where the gaps between values are natural; a value on a cut belongs to the group above it. Empty when nobody was scored',
  ),
  scores: described(
    v.array(
      v.object({
        score: count('Score, 1 to 5'),
        recency: count('Customers with this recency score'),
        frequency: count('Customers with this frequency score'),
        monetary: count('Customers with this monetary score'),
      }),
    ),
    'Customers by score, 5 rows',
  ),
  cells: described(v.array(cellSchema), 'The 25 cells of recency × frequency score'),
  segments: described(v.array(segmentSchema), 'The 11 segments, best first'),
  otherMap: described(v.nullable(otherMapSchema), 'The same customers by another map; null without one'),
});

/** {@link rfmResult}'s type. */
export type Rfm = v.InferOutput<typeof rfmResult>;
/** One row of {@link Rfm}'s segments. */
export type RfmSegment = Rfm['segments'][number];
