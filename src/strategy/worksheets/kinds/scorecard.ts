import { scorecardMeasures, scorecardPerspectives } from '../../templates/scorecard-measures.ts';
import type { Judgement } from '../judgement.ts';
import { lightOf, lightWords, trendOf, type Light } from '../scorecard-light.ts';
import { defineWorksheet } from '../worksheet.ts';

const tones: Readonly<Record<Light, Judgement['tone']>> = {
  'on-target': 'good',
  near: 'near',
  behind: 'bad',
  'no-number': 'open',
  'no-target': 'open',
  'other-unit': 'open',
};

const trendWords = {
  better: 'better than when pinned',
  worse: 'worse than when pinned',
  same: 'as when pinned',
};

/** What tells whether the strategy works: measures of staff, customers, cost and owners’ value, and what leads to what. */
export const scorecard = defineWorksheet({
  id: 'scorecard',
  title: 'Scorecard',
  answers: 'Which few figures tell whether the strategy works, where each stands, and what leads to what.',
  concepts: ['D17', 'D18', 'C6', 'A1', 'B48'],
  item: 'measure',
  fields: {
    measure: { kind: 'text', label: 'Measure', placeholder: 'Retention by value' },
    perspective: { kind: 'choice', label: 'Perspective', options: scorecardPerspectives },
    unit: {
      kind: 'choice',
      label: 'Unit',
      options: [
        { value: 'share', label: 'Per cent' },
        { value: 'money', label: 'Money' },
        { value: 'count', label: 'Number' },
        { value: 'days', label: 'Days' },
        { value: 'ratio', label: 'Ratio' },
        { value: 'points', label: 'Points' },
      ],
    },
    target: { kind: 'amount', label: 'Target', unit: 'ratio', unitFrom: 'unit' },
    direction: {
      kind: 'choice',
      label: 'Better is',
      hint: 'More, until you say less',
      options: [
        { value: 'more', label: 'More' },
        { value: 'less', label: 'Less' },
      ],
    },
    band: {
      kind: 'amount',
      label: 'Near within',
      hint: 'How far off the target still counts as near, as a share of it; a tenth until you say',
      unit: 'share',
      min: 0,
      max: 1,
    },
    kind: {
      kind: 'choice',
      label: 'Tells',
      options: [
        { value: 'leading', label: 'Early: what will happen' },
        { value: 'lagging', label: 'Late: what has happened' },
      ],
    },
    leadsTo: { kind: 'row', label: 'Leads to', worksheet: 'scorecard' },
    alsoLeadsTo: { kind: 'row', label: 'Leads also to', worksheet: 'scorecard' },
    benefit: {
      kind: 'choice',
      label: 'Serves',
      options: [
        { value: 'satisfaction', label: 'Satisfaction' },
        { value: 'retention', label: 'Retention' },
        { value: 'loyalty', label: 'Loyalty' },
        { value: 'sales', label: 'Sales and revenue' },
      ],
    },
    byHand: {
      kind: 'amount',
      label: 'Actual by hand',
      hint: 'Counts while no number is pinned',
      unit: 'ratio',
      unitFrom: 'unit',
    },
    formula: {
      kind: 'text',
      label: 'Formula',
      placeholder: 'What is divided by what, over which time',
      isLong: true,
    },
  },
  name: 'measure',
  columns: ['target', 'unit', 'direction', 'leadsTo', 'benefit'],
  groupBy: 'perspective',
  binding: 'actual',
  judge: (values, bound) => {
    const light = lightOf(values, bound);
    const trend = bound ? trendOf(values.direction, bound) : null;
    return {
      tone: tones[light],
      words: lightWords[light],
      byHand: bound ? null : values.byHand,
      trend: trend === null ? '' : trendWords[trend],
    };
  },
  starters: { label: 'Begin with a usual card', rows: scorecardMeasures },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const bare = rows.filter(({ values }) => values.target === null).length;
    const early = rows.filter(({ values }) => values.kind === 'leading').length;
    const count = `${rows.length} ${rows.length === 1 ? 'measure' : 'measures'}, ${early} of them early`;
    return bare === 0 ? `${count}; each has a target.` : `${count}; ${bare} without a target.`;
  },
  source:
    'Shareholder results and monitoring after Payne and Frow (2005); perspectives link staff and customers to owners. Bands are house rules.',
});
