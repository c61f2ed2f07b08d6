import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import bought from './bought.sql?raw';
import early from './early.sql?raw';
import { purchaseOccasionsParams } from './params.ts';
import histories from './query.sql?raw';
import { purchaseOccasionsResult } from './result.ts';
import type { PurchaseOccasions } from './result.ts';
import starts from './starts.sql?raw';
import tracking from './tracking.sql?raw';

const relations = { bought, starts };

const headlines = (value: PurchaseOccasions): readonly Headline[] => [
  {
    key: 'expected',
    label: 'Purchases expected at the occasions ahead',
    value: value.expected,
    unit: 'count',
  },
  { key: 'alive', label: 'Customers still there at the next occasion', value: value.alive, unit: 'count' },
  {
    key: 'alive-share',
    label: 'Share still there at the next occasion',
    value: value.alive === null || value.customers === 0 ? null : value.alive / value.customers,
    unit: 'share',
  },
  { key: 'buys', label: 'Chance to buy at an occasion while a customer', value: value.buys, unit: 'share' },
  {
    key: 'leaves',
    label: 'Chance of a new customer to leave before an occasion',
    value: value.leaves,
    unit: 'share',
  },
  { key: 'repeaters', label: 'Customers who bought again', value: value.repeaters, unit: 'count' },
];

/** Who buys again where there is an occasion in every month, quarter or year. */
export const purchaseOccasions = defineAnalysis({
  id: 'purchase-occasions',
  title: 'Occasions',
  question: 'Where there is one occasion a period: who will buy at the next ones, and who has silently left?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: purchaseOccasionsParams,
  queries: {
    histories: withRelations(relations, histories),
    early: withRelations(relations, early),
    tracking: withRelations(relations, tracking),
  },
  result: purchaseOccasionsResult,
  headlines,
  formulas: [
    {
      name: 'History',
      formula: 'x occasions with a purchase after the first, tₓ number of the last of them, n occasions',
      meaning: 'Occasions are calendar periods that are over; several orders in one count once',
    },
    {
      name: 'Likelihood, BG/BB',
      formula:
        'B(α + x, β + n − x) ÷ B(α, β) · B(γ, δ + n) ÷ B(γ, δ) + Σ B(α + x, β + t − x) ÷ B(α, β) · B(γ + 1, δ + t) ÷ B(γ, δ), t = tₓ … n − 1',
      meaning: 'Either still there and not buying since, or left before one of the later occasions',
    },
    {
      name: 'Still there',
      formula: 'B(α + x, β + n − x) ÷ B(α, β) · B(γ, δ + n + 1) ÷ B(γ, δ) ÷ L',
      meaning: 'Chance that the customer is still one at the next occasion',
    },
    {
      name: 'Purchases to come',
      formula: 'P(still there now) · (α + x) ÷ (α + β + n) · Σ P(stays k more), k = 1 … ahead',
      meaning: 'At most one an occasion',
    },
    {
      name: 'Check',
      formula: 'fit until the holdout begins, forecast its occasions, compare',
      meaning: 'Customers who first bought before the holdout',
    },
  ],
  sources: [
    'BG/BB: Fader, Hardie & Shang, Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 2010',
    'Length of a period, look ahead and holdout: house rules',
  ],
  limits: [
    'Made for one natural occasion a period, such as a yearly appeal; for purchases at any time use customer value',
    'How often and for how much someone buys within a period is not counted',
    'Seasons make some occasions better than others, which the model knows nothing of',
    'Customers from before the data begin look new; who first bought in the period that isn’t over is left out',
  ],
  compute: async () => (await import('./compute.ts')).computePurchaseOccasions,
});
