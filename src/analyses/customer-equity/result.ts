import * as v from 'valibot';
import { dayField, described, numberOrUnknown } from '../result-fields.ts';

const groupSchema = v.object({
  name: described(
    v.string(),
    'Year of the first purchase, channel, RFM segment or tenth; “Unknown” and “No order in a year” where there is none',
  ),
  customers: described(v.number(), 'Customers in it'),
  equity: described(v.number(), 'Sum of lifetime values, money'),
  mean: described(v.number(), 'equity ÷ customers, money'),
  share: numberOrUnknown('Of the equity of all, 0–1; null without equity'),
  pAlive: described(v.number(), 'Mean chance of still being a customer, 0–1'),
  atRisk: described(v.number(), '(1 − P(alive)) × (lifetime value + referral value), money'),
  referral: described(v.number(), 'Value of customers whom they brought, money'),
});

const winningSchema = v.object({
  name: described(v.string(), 'Channel'),
  won: described(v.number(), 'Customers whom campaigns with a cost brought'),
  cac: numberOrUnknown('Cost of winning one of them, money; null without such campaigns'),
  clv: numberOrUnknown('Their mean lifetime value from now on, money'),
  clvToCac: numberOrUnknown('Lifetime value ÷ cost of winning; 3 is a common yardstick'),
  firstYear: numberOrUnknown(
    'Mean margin of the first 365 days of the customers won, money; with a cost of your own, of all',
  ),
  paybackMonths: numberOrUnknown(
    'Months until that margin has paid for winning; null when it never has or is unknown',
  ),
});

/** The documented result of customer equity. */
export const customerEquityResult = v.object({
  customers: described(v.number(), 'Customers in focus with a purchase and a lifetime value'),
  equity: numberOrUnknown('Σ lifetime values of customers, money; null when nobody can be valued'),
  futureProfit: numberOrUnknown('The same after fees and cost to serve, money'),
  prospects: described(v.number(), 'Known without a purchase'),
  prospectEquity: numberOrUnknown(
    'prospects × conversion × (value of a new customer − cost of winning), money',
  ),
  newcomerValue: numberOrUnknown(
    'Mean lifetime value of customers who first bought in the last 90 days, else of all, money',
  ),
  total: numberOrUnknown('equity + prospectEquity, money'),
  cac: numberOrUnknown('Cost of winning a customer in use, money; null: not known'),
  referralValue: described(
    v.number(),
    'Value that referrers are credited with, money; part of equity, not beyond it',
  ),
  referrers: described(v.number(), 'Customers who brought others'),
  referred: described(v.number(), 'Customers they brought'),
  atRisk: numberOrUnknown('Σ (1 − P(alive)) × (lifetime value + referral value), money'),
  bestTenth: numberOrUnknown('Share of equity that the best tenth of customers holds, 0–1'),
  tenths: described(v.array(groupSchema), 'Tenths of customers by lifetime value, best first'),
  cohorts: described(v.array(groupSchema), 'By year of the first purchase'),
  channels: described(v.array(groupSchema), 'By channel of acquisition'),
  segments: described(v.array(groupSchema), 'By RFM segment'),
  winning: described(v.array(winningSchema), 'Cost of winning against value, all and by channel'),
  years: described(
    v.array(
      v.object({
        from: dayField('First day of the year'),
        to: dayField('Last day of the year'),
        customers: described(v.number(), 'Customers of the year before'),
        headCount: described(v.number(), 'Share of them who bought again, 0–1'),
        byValue: numberOrUnknown('Share of their revenue that those who bought again had brought, 0–1'),
        gap: numberOrUnknown('byValue − headCount, 0–1; below 0 the more valuable ones leave'),
        isDiverging: described(v.boolean(), 'The gap is so wide that the head count misleads'),
        netRevenue: numberOrUnknown('Revenue of them in this year ÷ in the year before'),
        grossRevenue: numberOrUnknown('The same without what anyone spent more, 0–1'),
      }),
    ),
    'Years of 365 days back from as-of, oldest first',
  ),
});

/** {@link customerEquityResult}'s type. */
export type CustomerEquityResult = v.InferOutput<typeof customerEquityResult>;
