import { maturityAreas, maturityItems } from '../../templates/maturity-items.ts';
import { meanScore, spreadOf } from '../assessed.ts';
import { areaScores, gapOf, weightedGap, widestArea } from '../maturity-scores.ts';
import { oneDecimal } from '../one-decimal.ts';
import { defineWorksheet } from '../worksheet.ts';

/** How far the organisation is in what customer strategy needs of it, judged by several people against a goal. */
export const maturity = defineWorksheet({
  id: 'maturity',
  title: 'Maturity',
  answers: 'How far you are in eight areas, how far you want to be, and where you see it differently.',
  concepts: ['A36', 'B27', 'D20', 'D21'],
  item: 'item',
  fields: {
    item: { kind: 'text', label: 'Item', placeholder: 'Worth of each customer' },
    area: { kind: 'choice', label: 'Area', options: maturityAreas },
    now: {
      kind: 'assessed',
      label: 'Now',
      hint: '0 nothing, 1 by chance, 2 in places, 3 as a rule, 4 managed, 5 second nature',
      low: 0,
      high: 5,
      anchors: [
        'nothing of it',
        'by chance',
        'in places',
        'as a rule',
        'managed and measured',
        'second nature',
      ],
      anchorsFrom: { low: 'low', high: 'high' },
    },
    goal: {
      kind: 'score',
      label: 'Goal',
      hint: 'Where you need to be within the plan; not everything has to be a 5',
      low: 0,
      high: 5,
    },
    weight: {
      kind: 'score',
      label: 'Weight',
      hint: '1 helps, 2 matters, 3 decides whether the strategy works; counts as 2 until you say',
      low: 1,
      high: 3,
      anchors: ['helps', 'matters', 'decides'],
    },
    low: { kind: 'text', label: 'What a 0 looks like', isLong: true },
    high: { kind: 'text', label: 'What a 5 looks like', isLong: true },
    proof: { kind: 'text', label: 'What shows it', placeholder: 'Document, figure, example', isLong: true },
  },
  name: 'item',
  columns: ['now', 'goal', 'weight'],
  derived: [
    {
      key: 'mean',
      label: 'Score',
      unit: 'points',
      formula: 'Mean of everyone’s scores now, 0 to 5.',
      of: ({ now }) => meanScore(now),
    },
    {
      key: 'gap',
      label: 'Gap',
      unit: 'points',
      formula: 'Goal less score.',
      of: gapOf,
    },
    {
      key: 'weighted',
      label: 'Weighted gap',
      unit: 'points',
      formula: 'Gap times weight; 0 where the goal is reached.',
      of: weightedGap,
    },
    {
      key: 'spread',
      label: 'Apart',
      unit: 'points',
      formula: 'Highest less lowest score; needs two people.',
      of: ({ now }) => spreadOf(now),
    },
  ],
  groupBy: 'area',
  starters: {
    label: 'Begin with the usual items',
    rows: maturityItems.map((item) => ({ ...item, weight: 2 })),
  },
  finding: (rows) => {
    const scored = rows.filter(({ values }) => meanScore(values.now) !== null).length;
    if (scored === 0) return '';
    const widest = widestArea(areaScores(rows));
    return widest
      ? `${widest.label} is furthest from its goal: ${oneDecimal(widest.now ?? 0)} of ${oneDecimal(widest.goal ?? 0)}.`
      : `${scored} of ${rows.length} ${rows.length === 1 ? 'item is' : 'items are'} scored.`;
  },
  source:
    'Areas as in customer-management assessments; items, anchors and weights are house rules, yours to change.',
});
