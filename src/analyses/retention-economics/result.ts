import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const share = (meaning: string) => described(v.number(), `${meaning}, 0–1`);
const money = (meaning: string) => described(v.number(), `${meaning}, money`);

const betterSchema = v.object({
  retention: share('Retention afterwards, at most 1'),
  value: numberOrUnknown('Value of a customer afterwards, money; null where it has no end'),
  change: numberOrUnknown(
    'Value afterwards − value now, money: the most that may be spent once on a customer',
  ),
  uplift: numberOrUnknown('Value afterwards ÷ value now − 1; null when the value now is not above 0'),
  yearly: numberOrUnknown('The most that may be spent every year on a customer who stays, money'),
  total: numberOrUnknown('change × active customers, money'),
});

const layersSchema = v.object({
  base: money('Profit of the first year, repeated'),
  extraPurchases: money('More with every year: growth, larger and more frequent orders'),
  costSaving: money('Less work'),
  referrals: money('Profit of those whom they bring'),
  pricePremium: money('Less discount'),
});

/** The documented result of the worth of retention. */
export const retentionEconomicsResult = v.object({
  active: described(v.number(), 'Customers in focus who bought in the 365 days before as-of'),
  measured: described(
    v.object({
      retention: numberOrUnknown(
        'Buyers who buy again in the next year of tenure, of all unbroken years, 0–1',
      ),
      low: numberOrUnknown('Lower end of its 95 % interval'),
      high: numberOrUnknown('Upper end of its 95 % interval'),
      atRisk: described(v.number(), 'Years of customers that it rests on'),
      margin: numberOrUnknown('Profit (margin on goods) of a customer in a year with a purchase, money'),
      growth: numberOrUnknown('Profit of those who stay ÷ their profit the year before − 1'),
      acquisitionCost: numberOrUnknown('Cost of campaigns ÷ customers won by them, money'),
      knownCosts: numberOrUnknown('Share of revenue whose cost of goods is known, 0–1'),
    }),
    'What the data say; null where they can’t',
  ),
  used: described(
    v.object({
      retention: share('Retention'),
      margin: money('Profit in the first year that is counted'),
      growth: described(v.number(), 'Growth of profit a year, as a fraction'),
      acquisitionCost: money('Cost of winning a customer'),
      discount: described(v.number(), 'Discount a year, as a fraction'),
    }),
    'What was reckoned with',
  ),
  basis: described(
    v.picklist(['for-ever', 'horizon']),
    'Whether values count all years to come (constant retention, no layers) or those of the horizon',
  ),
  value: numberOrUnknown(
    'Value of a customer now, before the cost of winning, money; null where it has no end',
  ),
  netValue: numberOrUnknown('Value now − cost of winning, money'),
  points: described(betterSchema, 'With retention better by points'),
  percent: described(betterSchema, 'With retention better by per cent of itself'),
  paybackYear: numberOrUnknown(
    'First year by whose profit the cost of winning is earned back; null within the horizon never',
  ),
  curve: described(
    v.array(v.object({ retention: share('Retention'), value: money('Value of a customer') })),
    'Value by rate of retention, the other settings unchanged',
  ),
  years: described(
    v.array(
      v.object({
        year: described(v.number(), 'From 1'),
        retention: share('Retention into the next year'),
        survival: share('Customers won who are still there'),
        layers: described(layersSchema, 'Present value for a customer won'),
        profit: money('Σ layers'),
        cumulative: money('Present value of all years so far, cost of winning taken off'),
        survivalAfter: share('Survival with retention better by points'),
        cumulativeAfter: money('The same, with retention better by points'),
      }),
    ),
    'Years of the horizon',
  ),
  tenure: described(
    v.array(
      v.object({
        year: described(v.number(), 'Years after the first, from 1'),
        atRisk: described(v.number(), 'Customers who bought in every year before and whose year has ended'),
        stayed: described(v.number(), 'Of these, who bought in it too'),
        retention: numberOrUnknown('stayed ÷ atRisk, 0–1; null without anybody'),
        low: numberOrUnknown('Lower end of its 95 % interval'),
        high: numberOrUnknown('Upper end of its 95 % interval'),
        projected: numberOrUnknown(
          'Retention by the shifted-beta-geometric model, 0–1; null when it can’t be fitted',
        ),
      }),
    ),
    'Retention by year of tenure as observed',
  ),
});

/** {@link retentionEconomicsResult}'s type. */
export type RetentionEconomics = v.InferOutput<typeof retentionEconomicsResult>;
