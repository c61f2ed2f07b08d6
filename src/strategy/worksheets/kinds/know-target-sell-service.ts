import { meanScore } from '../assessed.ts';
import { defineWorksheet } from '../worksheet.ts';

const panels = {
  know: 'Know markets and customers',
  target: 'Target segments and individuals',
  sell: 'Sell, from reacting to acting first',
  service: 'Serve each as an individual',
} as const;

const practice = (panel: keyof typeof panels, what: string, example: string) => ({ panel, what, example });

/** Four abilities of customer management, what belongs to each, and how good we are at it. */
export const knowTargetSellService = defineWorksheet({
  id: 'know-target-sell-service',
  title: 'Know, target, sell, serve',
  answers: 'How good we are at knowing, targeting, selling to and serving customers, practice by practice.',
  concepts: ['B26', 'B24', 'B25'],
  item: 'practice',
  fields: {
    what: { kind: 'text', label: 'Practice', placeholder: 'What we do' },
    panel: {
      kind: 'choice',
      label: 'Part of',
      options: Object.entries(panels).map(([value, label]) => ({
        value: value as keyof typeof panels,
        label,
      })),
    },
    score: {
      kind: 'assessed',
      label: 'How good we are',
      low: 0,
      high: 5,
      anchors: ['not at all', 'tried once', 'here and there', 'usually', 'always', 'better than others'],
    },
    example: { kind: 'text', label: 'For example', placeholder: 'For example', isLong: true },
  },
  name: 'what',
  columns: ['score', 'example'],
  groupBy: 'panel',
  derived: [
    {
      key: 'mean',
      label: 'Mean',
      unit: 'points',
      formula: 'Mean score of all who scored, 0–5.',
      of: ({ score }) => meanScore(score),
    },
  ],
  starters: {
    label: 'Begin with two practices of each',
    rows: [
      practice(
        'know',
        'Value of every customer is known and managed',
        'Profit and lifetime value a customer',
      ),
      practice('know', 'Patterns are looked for in what customers do', 'What is bought together, and when'),
      practice('target', 'Outside data are joined to choose whom to address', 'Sector, size, region'),
      practice('target', 'Offers follow the stage of life', 'First home, first child, retirement'),
      practice('sell', 'We act before the customer asks', 'A call before a contract ends'),
      practice(
        'sell',
        'Related things are offered together at the right time',
        'A pair that sells on Fridays',
      ),
      practice('service', 'A customer is known wherever they turn up', 'One record at every counter'),
      practice(
        'service',
        'Service follows what a customer is worth and wants',
        'Priority for the best, choice for all',
      ),
    ],
  },
  finding: (rows) => {
    const means = Object.entries(panels).flatMap(([key, label]) => {
      const scores = rows
        .filter(({ values }) => values.panel === key)
        .flatMap(({ values }) => meanScore(values.score) ?? []);
      return scores.length === 0
        ? []
        : [{ label, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length }];
    });
    const weakest = means.reduce<(typeof means)[number] | undefined>(
      (least, one) => (one.mean < (least?.mean ?? Infinity) ? one : least),
      undefined,
    );
    return weakest ? `Weakest: ${weakest.label}, ${weakest.mean.toFixed(1)} of 5.` : '';
  },
  source: 'Know, target, sell, service as customer-care practice names it; practices and scale are ours.',
});
