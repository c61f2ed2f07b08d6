import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import holdingsSql from './holdings.sql?raw';
import keptSql from './kept.sql?raw';
import { customerEquityParams } from './params.ts';
import groupsSql from './query.sql?raw';
import { customerEquityResult } from './result.ts';
import type { CustomerEquityResult } from './result.ts';
import winningSql from './winning.sql?raw';

const holdings = { equity_holdings: holdingsSql };

const headlines = (value: CustomerEquityResult): readonly Headline[] => {
  const all = value.winning.find(({ name }) => name === 'All');
  const last = value.years.at(-1);
  return [
    { key: 'total', label: 'Customer equity with prospects', value: value.total, unit: 'money' },
    { key: 'equity', label: 'Equity of today’s customers', value: value.equity, unit: 'money' },
    { key: 'futureProfit', label: 'Equity after cost to serve', value: value.futureProfit, unit: 'money' },
    { key: 'atRisk', label: 'Equity at risk', value: value.atRisk, unit: 'money' },
    {
      key: 'bestTenth',
      label: 'Share of equity that the best tenth holds',
      value: value.bestTenth,
      unit: 'share',
    },
    { key: 'referralValue', label: 'Referral value', value: value.referralValue, unit: 'money' },
    { key: 'cac', label: 'Cost of winning a customer', value: value.cac, unit: 'money' },
    {
      key: 'clvToCac',
      label: 'Lifetime value ÷ cost of winning',
      value: all?.clvToCac ?? null,
      unit: 'ratio',
    },
    {
      key: 'payback',
      label: 'Months to pay winning back',
      value: all?.paybackMonths ?? null,
      unit: 'points',
    },
    { key: 'headCount', label: 'Retention by head count', value: last?.headCount ?? null, unit: 'share' },
    { key: 'byValue', label: 'Retention by value', value: last?.byValue ?? null, unit: 'share' },
    { key: 'netRevenue', label: 'Net revenue retention', value: last?.netRevenue ?? null, unit: 'share' },
  ];
};

/** What the customer base is worth: by cohort, channel and segment, with prospects, referrals, cost of winning and risk. */
export const customerEquityAnalysis = defineAnalysis({
  id: 'customer-equity',
  title: 'Customer equity',
  question: 'What is your customer base worth, where does that come from, and how much of it is at risk?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: customerEquityParams,
  queries: {
    groups: withRelations(holdings, groupsSql),
    winning: withRelations(holdings, winningSql),
    kept: keptSql,
  },
  result: customerEquityResult,
  headlines,
  formulas: [
    {
      name: 'Equity',
      formula: 'Σ lifetime values; by any group the sums add up to all',
      meaning: 'Lifetime values as on the page Customer value, by its settings',
    },
    {
      name: 'Prospects’ part',
      formula: 'prospects × conversion × (value of a new customer − cost of winning)',
      meaning: 'A new customer is worth what those are who first bought in the last 90 days',
    },
    {
      name: 'Referral value',
      formula: 'Σ lifetime values of those brought × P(would not have come otherwise)',
      meaning: 'Credited to whoever brought them; they are in the equity already, so it is not added',
    },
    {
      name: 'Equity at risk',
      formula: 'Σ (1 − P(alive)) × (lifetime value + referral value)',
      meaning: 'What leaves with those who may have left: value and referrals',
    },
    {
      name: 'Cost of winning',
      formula: 'Σ cost of campaigns that customers came by ÷ customers they brought',
      meaning: 'A campaign’s cost is shared equally by those it brought',
    },
    {
      name: 'Payback',
      formula: 'cost of winning ÷ (mean margin of the first 365 days ÷ 12)',
      meaning: 'Months; margin of the customers won, with a full first year; of all where you give the cost',
    },
    {
      name: 'Retention by value',
      formula: 'Σ revenue of the year before of those who bought again ÷ Σ of all',
      meaning: 'Beside the head count: who bought again ÷ who had bought',
    },
    {
      name: 'Net and gross revenue retention',
      formula: '(start + expansion − contraction − churned) ÷ start; gross without expansion',
      meaning: 'Revenue of the same customers from year to year',
    },
  ],
  sources: [
    'Blattberg & Deighton, Manage marketing by the customer equity test, Harvard Business Review 1996',
    'Rust, Lemon & Zeithaml, Return on marketing: using customer equity to focus marketing strategy, 2004',
    'Kumar, Petersen & Leone, Driving profitability by encouraging customer referrals, 2010',
    'Conversion, P(would not have come otherwise) and the alert are house rules',
  ],
  limits: [
    'Lifetime values have one margin for all, and end with the time that is looked ahead',
    'Campaigns that no customer names, sales people and discounts are not in the cost of winning',
    'The value of customers whom a campaign brought is what is still to come, not what they brought so far',
    'Retention by value weighs by revenue of the year before, as lifetime values of then are not kept',
  ],
  compute: async () => (await import('./compute.ts')).computeCustomerEquity,
});
