import * as v from 'valibot';
import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { choiceParameter, numberParameter } from '../parameters.ts';
import sql from './query.sql?raw';
import { concentrationResult } from './result.ts';
import type { Concentration } from './result.ts';

const headlines = (value: Concentration): readonly Headline[] => [
  {
    key: 'top20Share',
    label: `Share of ${value.measure} from the best 20%`,
    value: value.top20Share,
    unit: 'share',
  },
  {
    key: 'top10Share',
    label: `Share of ${value.measure} from the best 10%`,
    value: value.top10Share,
    unit: 'share',
  },
  { key: 'gini', label: 'Gini coefficient of revenue', value: value.gini, unit: 'ratio' },
  {
    key: 'customersFor80',
    label: `Customers who bring 80% of ${value.measure}`,
    value: value.customersFor80,
    unit: 'count',
  },
  {
    key: 'peakShare',
    label: `Peak of cumulative ${value.measure}`,
    value: value.whale.peakShare,
    unit: 'share',
  },
  {
    key: 'erosion',
    label: `Share of ${value.measure} lost again`,
    value: value.whale.erosion,
    unit: 'share',
  },
  {
    key: 'unprofitable',
    label: 'Customers who cost more than they bring',
    value: value.whale.unprofitable,
    unit: 'count',
  },
];

/** How few customers bring how much of revenue and profit, and how many take some of it away again. */
export const concentration = defineAnalysis({
  id: 'concentration',
  title: 'Concentration',
  question: 'How much of your revenue and profit hangs on how few customers, and who takes it away again?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: v.object({
    measure: choiceParameter(
      {
        title: 'Rank customers by',
        help: 'Profit is margin on goods; automatic takes profit where enough costs are known, else revenue',
        houseRule: true,
      },
      [
        { value: 'auto', label: 'Profit if known' },
        { value: 'profit', label: 'Profit' },
        { value: 'revenue', label: 'Revenue' },
      ],
      'auto',
    ),
    minimumCostCoverage: numberParameter(
      {
        title: 'Costs known at least for',
        help: 'Automatic takes profit when customers with known margin bring at least this share of revenue',
        houseRule: true,
      },
      { default: 0.8, min: 0, max: 1, step: 0.05, unit: 'share of revenue' },
    ),
  }),
  queries: { groups: sql },
  result: concentrationResult,
  headlines,
  formulas: [
    {
      name: 'Lorenz curve',
      formula: 'L(k/n) = Σ of the k smallest revenues ÷ Σ of all',
      meaning: 'The further it sags below the diagonal, the fewer customers bring the revenue',
    },
    {
      name: 'Gini coefficient',
      formula: 'G = 2 Σ i·xᵢ ÷ (n Σ xᵢ) − (n + 1) ÷ n, xᵢ rising',
      meaning: '0: all customers bring the same; near 1: one brings everything. Negative revenue counts as 0',
    },
    {
      name: 'Whale curve',
      formula: 'cumₖ = Σ of the k largest profits; peak = max cumₖ ÷ total; erosion = peak − 100%',
      meaning: 'Customers to the right of the peak take away what the others brought',
    },
    {
      name: 'Customers who bring 80%',
      formula: 'smallest k with cumₖ ≥ 80% of the total',
      meaning: 'Those you would miss first',
    },
  ],
  sources: [
    'Lorenz, Methods of measuring the concentration of wealth, 1905',
    'Gini, Variabilità e mutabilità, 1912',
    'Kaplan & Anderson, Time-driven activity-based costing, 2004 (whale curve)',
  ],
  limits: [
    'Profit is margin on goods; cost to serve can turn a profitable customer unprofitable',
    'A short observation makes customers look less equal than they are: many have not had time to buy again',
    'Below about 50 customers single ones decide the picture',
    'Anonymous orders belong to nobody and are not in it',
  ],
  compute: async () => (await import('./compute.ts')).computeConcentration,
});
