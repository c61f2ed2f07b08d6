import { costingRelations } from '../../data/facts/customer-values.ts';
import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import customerProfits from './customer-profits.sql?raw';
import { customerProfitParams } from './params.ts';
import poolsSql from './pools.sql?raw';
import profitsSql from './query.sql?raw';
import { customerProfitResult } from './result.ts';
import type { CustomerProfit } from './result.ts';
import tailSql from './tail.sql?raw';
import tenureSql from './tenure.sql?raw';

const profits = { ...costingRelations, customer_profits: customerProfits };

const headlines = (value: CustomerProfit): readonly Headline[] => [
  { key: 'profit', label: 'Profit of customers after cost to serve', value: value.profit, unit: 'money' },
  { key: 'profitEach', label: 'Profit of a customer', value: value.profitEach, unit: 'money' },
  { key: 'profitShare', label: 'Profit as a share of revenue', value: value.profitShare, unit: 'share' },
  { key: 'serve', label: 'Cost to serve', value: value.serve, unit: 'money' },
  {
    key: 'unprofitable',
    label: 'Customers who cost more than they bring',
    value: value.unprofitable,
    unit: 'count',
  },
  { key: 'loss', label: 'What they take away', value: -value.loss, unit: 'money' },
  { key: 'peakShare', label: 'Peak of cumulative profit', value: value.before.peakShare, unit: 'share' },
  {
    key: 'surgeryChange',
    label: 'Change of profit by the surgery',
    value: value.surgery.change,
    unit: 'money',
  },
  {
    key: 'unallocatedShare',
    label: 'Share of cost pools that reaches no known customer',
    value: value.capacity.unallocatedShare,
    unit: 'share',
  },
  { key: 'tracedCost', label: 'Share of cost tied to customers', value: value.traced.cost, unit: 'share' },
];

/** What each customer brings after goods, charges and the cost to serve, and what other terms would change. */
export const customerProfit = defineAnalysis({
  id: 'customer-profit',
  title: 'Profit and cost to serve',
  question:
    'Who earns you money once everything it takes to serve them is paid, and what would other terms change?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: customerProfitParams,
  queries: {
    profits: withRelations(profits, profitsSql),
    tenure: withRelations({ activity_costs: costingRelations.activity_costs }, tenureSql),
    tail: withRelations(profits, tailSql),
    pools: withRelations({ activity_costs: costingRelations.activity_costs }, poolsSql),
  },
  result: customerProfitResult,
  headlines,
  formulas: [
    {
      name: 'Profit of a customer',
      formula: 'net revenue − cost of goods − payment fee − freight − Σ rate × minutes × volume',
      meaning:
        'Volumes are orders, lines, deliveries, rush orders, returns, tickets, calls, visits and messages',
    },
    {
      name: 'Rate',
      formula: 'cost supplied ÷ practical capacity in minutes',
      meaning: 'From the costs table; without one, the cost a minute of the settings',
    },
    {
      name: 'Automatic minutes',
      formula: 'practical capacity × usual load ÷ times done',
      meaning: 'Where a pool serves one activity; the share that stays unused is then the one assumed',
    },
    {
      name: 'Unallocated share',
      formula: '(cost supplied − cost used by known customers) ÷ cost supplied',
      meaning:
        'Idle capacity, orders without a customer, and pools that nothing drives; never spread over customers',
    },
    {
      name: 'Whale curve',
      formula: 'cumₖ = Σ of the k largest profits; peak share = max cumₖ ÷ total',
      meaning: 'Customers to the right of the peak take away what the others brought',
    },
    {
      name: 'Surgery',
      formula: '(profit + gain of the action) × (1 − business lost), for those it is meant for and changes',
      meaning: 'With a size of 0 nothing changes',
    },
    {
      name: 'Who they are',
      formula: 'traits whose share of unprofitable customers lies above that of all with 95% confidence',
      meaning: 'At least 30 customers; sorted by how many more are unprofitable than expected',
    },
  ],
  sources: [
    'Kaplan & Anderson, Time-driven activity-based costing, Harvard Business Review 2004',
    'Shapiro, Rangan, Moriarty & Ross, Manage customers for profits, Harvard Business Review 1987',
    'Reichheld & Sasser, Zero defections, Harvard Business Review 1990 (profit by tenure)',
    'Wilson, Probable inference, 1927 (interval of a share)',
  ],
  limits: [
    'Minutes are estimates: ask those who do the work before you act on a single customer',
    'Cost that is set free is saved only once the capacity is given up or used otherwise',
    'All of the time until as-of counts; older prices and wages are not brought up to date',
    'The cost of winning customers, and freight that customers pay, are not in it',
    'Check future value and referrals before you part from anyone',
  ],
  compute: async () => (await import('./compute.ts')).computeCustomerProfit,
});
