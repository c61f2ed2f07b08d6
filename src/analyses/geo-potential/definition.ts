import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { candidatesOf } from './findings.ts';
import { geoPotentialParams } from './params.ts';
import placesSql from './query.sql?raw';
import { geoPotentialResult } from './result.ts';
import type { GeoPotential } from './result.ts';

const headlines = (value: GeoPotential): readonly Headline[] => {
  const candidates = candidatesOf(value);
  const [best] = candidates;
  return [
    {
      key: 'potential',
      label: 'Another period of growth in the best place, a year',
      value: best?.potential ?? null,
      unit: 'money',
    },
    {
      key: 'index',
      label: 'Its value a customer against the mean',
      value: best?.index ?? null,
      unit: 'ratio',
    },
    { key: 'growth', label: 'Growth of its customers', value: best?.growth ?? null, unit: 'share' },
    { key: 'candidates', label: 'Places worth more that grow', value: candidates.length, unit: 'count' },
    { key: 'allGrowth', label: 'Growth of customers, all places', value: value.growth, unit: 'share' },
    { key: 'places', label: 'Places with customers', value: value.places.length, unit: 'count' },
  ];
};

/** Which places hold few of the customers and much of the value, and become more. */
export const geoPotential = defineAnalysis({
  id: 'geo-potential',
  title: 'Places with potential',
  question: 'In which places are customers worth more than elsewhere, and becoming more?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }, { table: 'customers' }],
  params: geoPotentialParams,
  queries: { places: placesSql },
  result: geoPotentialResult,
  headlines,
  formulas: [
    {
      name: 'Index',
      formula: 'share of value ÷ share of customers',
      meaning:
        'Value a customer against the mean of all places; interval by Student’s t from the spread among its customers, the mean of all taken as known',
    },
    {
      name: 'Growth of customers',
      formula:
        'bought in the period ÷ bought in the period before − 1; ln ratio ± 1.96 √((n₁ + n₂ − 2 n₁₂) ÷ (n₁ n₂))',
      meaning: 'n₁₂ bought in both; who comes, goes and stays are independent Poisson counts',
    },
    {
      name: 'Candidate',
      formula: 'index > 1, growth > 0, customers ≥ the fewest',
      meaning: 'Sure where both intervals lie above too',
    },
    {
      name: 'Potential',
      formula: 'value × growth of customers × 365 ÷ days of the period',
      meaning: 'What another period of the same growth would bring at today’s value a customer',
    },
  ],
  sources: [
    'Index of value to customers: brand and category development indices (Kotler & Keller, Marketing Management)',
    'Delta method for the ratio of two paired counts',
  ],
  limits: [
    'Growth of the last period needn’t go on; where you pushed hardest it may have been bought',
    'Your share of a place isn’t known from your own customers: a small place may be full, a large one empty',
    'A place is where the customer record says, today; movers count at their new home in both periods',
    'Two cities of one name are one place',
  ],
  compute: async () => (await import('./compute.ts')).computeGeoPotential,
});
