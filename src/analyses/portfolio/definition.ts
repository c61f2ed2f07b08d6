import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import aliveSql from './alive.sql?raw';
import { cellWords } from './cells.ts';
import { portfolioParams } from './params.ts';
import planeSql from './plane.sql?raw';
import groupsSql from './query.sql?raw';
import { portfolioResult } from './result.ts';
import type { Portfolio } from './result.ts';
import standingSql from './standing.sql?raw';

const standing = { customer_standing: standingSql };

const headlines = (value: Portfolio): readonly Headline[] => [
  {
    key: 'equity',
    label: 'Lifetime value of all customers',
    value: value.all.customers === 0 ? null : value.all.clv,
    unit: 'money',
  },
  ...value.cells.map(({ name, customers }): Headline => ({
    key: name,
    label: `Customers to ${cellWords[name as keyof typeof cellWords].title.toLowerCase()}`,
    value: customers,
    unit: 'count',
  })),
  {
    key: 'retainValue',
    label: 'Lifetime value of those to retain',
    value: value.cells[0]?.clv ?? null,
    unit: 'money',
  },
  { key: 'key', label: 'Key customers', value: value.key.customers, unit: 'count' },
  { key: 'keyShare', label: 'Share of key customers', value: value.key.share, unit: 'share' },
  {
    key: 'candidates',
    label: 'Customers on the divest list',
    value: value.candidates.customers,
    unit: 'count',
  },
  {
    key: 'candidatesLoss',
    label: 'What they took away so far',
    value: -value.candidates.loss,
    unit: 'money',
  },
];

/** Whom to retain, grow, maintain and divest; who pays what service; key customers, the divest list and service tiers. */
export const portfolio = defineAnalysis({
  id: 'portfolio',
  title: 'Customer portfolio',
  question: 'Whom should you retain, grow, maintain or part with, and who deserves which service?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: portfolioParams,
  queries: {
    groups: withRelations(standing, groupsSql),
    plane: withRelations(standing, planeSql),
    alive: withRelations(standing, aliveSql),
  },
  result: portfolioResult,
  headlines,
  formulas: [
    {
      name: 'Retain',
      formula: 'lifetime value ≥ cut and P(alive) < cut',
      meaning: 'Worth the effort, and likely to be lost without it',
    },
    {
      name: 'Grow',
      formula: 'lifetime value ≥ cut, P(alive) ≥ cut, cost to serve ÷ revenue < cut',
      meaning: 'Valuable, staying and cheap to serve',
    },
    {
      name: 'Maintain',
      formula: 'valuable and staying but dear to serve, or below the value cut and cheap',
      meaning: 'Serve the former cheaper, leave the latter as they are',
    },
    {
      name: 'Divest or re-price',
      formula: 'lifetime value < cut and cost to serve ÷ revenue ≥ cut',
      meaning: 'Other terms before parting; the divest list is stricter',
    },
    {
      name: 'Lifetime value, P(alive)',
      formula: 'as on the page Customer value by its settings; unless changed 36 months, 10% a year',
      meaning: 'Of all customers, so that a value doesn’t change with the focus',
    },
    {
      name: 'Cost to serve, profit',
      formula: 'as on the page Profit and cost to serve by its settings, all of the time so far',
      meaning: 'Each ÷ revenue of the same time for the shares',
    },
    {
      name: 'Net price',
      formula: '(revenue − goods − payment fees − freight) ÷ revenue',
      meaning: 'What a customer leaves of each unit of money before any service',
    },
    {
      name: 'Future profit',
      formula:
        'lifetime value at the own margin − fees − Σ purchases ahead × cost to serve a purchase so far',
      meaning:
        'Guards the divest list. The margin is the own so far, drawn to that of all as if three usual purchases had left it (house rule)',
    },
    {
      name: 'Divest list',
      formula: 'profit < 0 and future profit ≤ 0 and no referral',
      meaning: 'Check single customers before you act: the tags below say whom people hold significant',
    },
    {
      name: 'Key customer',
      formula: 'purchase days in 365 days ≥ k and profit > 0',
      meaning: 'Regular and proven profitable',
    },
    {
      name: 'Service tiers',
      formula: 'best fifth of the profitable by profit, next 30%, the other half, those without profit',
      meaning: 'The best service to the most profitable',
    },
    {
      name: 'Relationship value',
      formula: 'mean of: has referred somebody; survey or review ≥ 4 of 5; tenure ≥ median',
      meaning: 'The third axis beside price and cost; of what is known',
    },
  ],
  sources: [
    'Shapiro, Rangan, Moriarty & Ross, Manage customers for profits (not just sales), Harvard Business Review 1987',
    'Turnbull & Zolkiewski, Profitability in customer portfolio planning, 1997 (relationship value as a third axis)',
    'Buttle, Customer Relationship Management, 2009 (retain, grow, maintain, divest; significant customers)',
    'Cuts, tiers and the guard of the divest list are house rules',
  ],
  limits: [
    'One margin for all in lifetime values: whoever buys dear or cheap goods is worth more or less than it says',
    'Cost to serve is of all the time so far; a customer who was new once costs less now',
    'Benchmark customers, sources of inspiration and door openers are not in the data: tag the segments that they are in',
    'A cut is a line through a cloud: treat those close to it alike',
  ],
  compute: async () => (await import('./compute.ts')).computePortfolio,
});
