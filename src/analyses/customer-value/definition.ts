import { defineAnalysis } from '../analysis.ts';
import { customerValueHeadlines } from './headlines.ts';
import { customerValueParams } from './params.ts';
import histories from './query.sql?raw';
import { customerValueResult } from './result.ts';
import sample from './sample.sql?raw';
import totals from './totals.sql?raw';
import weeks from './weeks.sql?raw';

/** What each customer will still buy and be worth, and what all of them are worth together. */
export const customerValue = defineAnalysis({
  id: 'customer-value',
  title: 'Customer value',
  question:
    'What will your customers still buy, what is that worth today, and who of them has silently left?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: customerValueParams,
  queries: { histories, sample, weeks, totals },
  result: customerValueResult,
  headlines: customerValueHeadlines,
  formulas: [
    {
      name: 'History',
      formula:
        'x = purchase days − 1; tₓ = weeks from the first to the last; T = weeks from the first to as-of',
      meaning: 'All that the models know of a customer; purchases of one day count once',
    },
    {
      name: 'P(alive), MBG/NBD',
      formula: '1 ÷ {1 + a ÷ (b + x) · [(α + T) ÷ (α + tₓ)]^(r + x)}',
      meaning: 'How likely a customer still is one: long silence after frequent purchases tells most',
    },
    {
      name: 'Expected purchases',
      formula: 'E[Y(t)] = P(alive) · (a + b + x) ÷ (a − 1) · [1 − ((α + T) ÷ (α + T + t))^(r + x) · ₂F₁(…)]',
      meaning: 'Purchase days in the next time t; computed without the ₂F₁, which fails at a = 1',
    },
    {
      name: 'Expected spend, gamma-gamma',
      formula: 'E[M] = p (v + x·m) ÷ (p·x + q − 1)',
      meaning:
        'Between the own mean m of repeat purchases and the mean of all; closer to the own with every purchase',
    },
    {
      name: 'Lifetime value',
      formula:
        'Σₖ margin · E[M] · (E[Y(k)] − E[Y(k − 1)]) ÷ (1 + d)ᵏ, months k = 1 … H, d = (1 + yearly)^(1/12) − 1',
      meaning: 'Future purchases only; what was bought before is not in it',
    },
    {
      name: 'Customer equity',
      formula: 'Σ lifetime values; 95% interval exp(ln CE ± 1.96 · √(g′Vg)), V = covariance of the estimates',
      meaning: 'Delta method: what the estimates leave open, not the chance of single customers',
    },
    {
      name: 'Check',
      formula:
        'fit until the holdout begins, forecast it, compare; grade A ≥ +5%, B 0–5%, C < 0 of the top fifth found',
      meaning: 'Against the baseline of spend per month so far × months × retention',
    },
  ],
  sources: [
    'MBG/NBD: Batislam, Denizel & Filiztekin, Empirical validation and comparison of models for customer base analysis, 2007',
    'BG/NBD: Fader, Hardie & Lee, Counting your customers the easy way, 2005',
    'Pareto/NBD: Schmittlein, Morrison & Colombo, Counting your customers, 1987',
    'Gamma-gamma: Fader & Hardie, The gamma-gamma model of monetary value, 2013',
    'Choice by ΔAIC > 10: Burnham & Anderson, Model selection and multimodel inference, 2002',
    'Regularity of gaps: Wheat & Morrison, Estimating purchase regularity with two interpurchase times, 1990',
    'Baseline and grades as in Dynamics 365 Customer Insights; horizon, discount and holdout are house rules',
  ],
  limits: [
    'Made for customers without a contract who may buy at any time; with contracts use renewals instead',
    'Nothing is known of seasons, campaigns or prices to come: the future is as the time observed',
    'Spend is taken to have nothing to do with frequency, and to stay as it is',
    'One margin for all; cost to serve and the cost of winning new customers are not in it',
    'With more than 4,000 different histories Pareto/NBD is estimated from a sample, so its log-likelihood is a little low',
    'A single customer’s value is a mean over many like it; act on groups',
  ],
  compute: async () => (await import('./compute.ts')).computeCustomerValue,
});
