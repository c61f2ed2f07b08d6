import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const pointSchema = v.object({
  x: described(v.number(), 'Share of customers, 0–1'),
  y: described(v.number(), 'Share of the total, 0–1 (above 1 or below 0 where profit is eroded)'),
});

const decileSchema = v.object({
  decile: described(v.number(), '1 = the best tenth of customers'),
  customers: described(v.number(), 'Customers in it'),
  orders: described(v.number(), 'Their orders'),
  revenue: described(v.number(), 'Their revenue, money'),
  margin: numberOrUnknown('Their margin, money; null when not known for all of them'),
  total: described(v.number(), 'Their value by the measure, money'),
  share: numberOrUnknown('Share of the total, adds up to 1; null when the total is not positive'),
  lowest: described(v.number(), 'Smallest value of a customer in it, money'),
  highest: described(v.number(), 'Largest value of a customer in it, money'),
});

/** The documented result of the concentration analysis. */
export const concentrationResult = v.object({
  measure: described(
    v.picklist(['profit', 'revenue']),
    'What customers are ranked by in whale curve and deciles',
  ),
  customers: described(v.number(), 'Customers ranked: at least one order, value known'),
  total: described(v.number(), 'Sum of the measure over these customers, money'),
  gini: numberOrUnknown(
    'Gini coefficient of revenue, 0 (all equal) to below 1; null without positive revenue',
  ),
  lorenz: described(
    v.array(pointSchema),
    'Share of revenue of the least buying share of customers, from (0, 0) to (1, 1), at most 201 points; empty without revenue',
  ),
  top10Share: numberOrUnknown(
    'Share of the measure brought by the best 10 % of customers; can exceed 1 for profit',
  ),
  top20Share: numberOrUnknown(
    'Share of the measure brought by the best 20 % of customers; can exceed 1 for profit',
  ),
  customersFor80: numberOrUnknown(
    'Fewest customers who together bring 80 % of the total; null when it is not positive',
  ),
  customersFor80Share: numberOrUnknown('The same as a share of customers, 0–1'),
  whale: described(
    v.object({
      points: described(
        v.array(
          v.object({
            x: described(v.number(), 'Share of customers, best first, 0–1'),
            y: described(v.number(), 'Cumulative value, money'),
            share: numberOrUnknown('Cumulative value ÷ total; null when the total is not positive'),
          }),
        ),
        'Whale curve from (0, 0), at most 202 points, with the peak among them',
      ),
      peak: described(v.number(), 'Highest cumulative value, money'),
      peakCustomers: described(v.number(), 'After how many customers it is reached'),
      peakShare: numberOrUnknown('Peak ÷ total, 1 or more; null when the total is not positive'),
      erosion: numberOrUnknown(
        'Peak share − 1: what the customers after the peak take away, as a share of the total',
      ),
      erosionMoney: described(v.number(), 'Peak − total, money'),
      unprofitable: described(v.number(), 'Customers whose value is below 0'),
    }),
    'Cumulative value of customers sorted best first (F8)',
  ),
  deciles: described(
    v.array(decileSchema),
    'Tenths of customers, best first; fewer when there are fewer than ten customers',
  ),
  unknownCustomers: described(v.number(), 'Customers left out because their profit is not known'),
  leftOut: described(
    v.object({
      customers: described(v.number(), 'Customers with credit notes but no purchase'),
      revenue: described(v.number(), 'Their revenue, money'),
    }),
    'Not ranked: they returned what was bought before the data begin',
  ),
});

/** {@link concentrationResult}'s type. */
export type Concentration = v.InferOutput<typeof concentrationResult>;
