import { levels } from '../levels.ts';
import { defineWorksheet } from '../worksheet.ts';

/** Impact × confidence × ease, each 1–5, so 1–125; null until all three are scored. Source: ICE scoring (house scale of five). */
export const opportunityScore = (
  impact: number | null,
  confidence: number | null,
  ease: number | null,
): number | null =>
  impact === null || confidence === null || ease === null ? null : impact * confidence * ease;

const scale = { kind: 'score', low: 1, high: 5 } as const;

/** Where there is more to win, from whole markets to single customers, in one ranking. */
export const opportunities = defineWorksheet({
  id: 'opportunities',
  title: 'Opportunities',
  answers:
    'Where we could serve somebody better than they are served today, from a market down to one customer, and which chance comes first.',
  concepts: ['A3', 'A8', 'A9', 'D5', 'A7'],
  item: 'opportunity',
  fields: {
    title: { kind: 'text', label: 'Opportunity', placeholder: 'Delivery on Saturdays' },
    level: {
      kind: 'choice',
      label: 'Level',
      hint: 'A market buys a class of product; a segment is a part of it worth serving; a cluster shares something among those who are customers already',
      options: levels,
    },
    parent: {
      kind: 'row',
      label: 'Part of',
      hint: 'The wider opportunity that it belongs to',
      worksheet: 'opportunities',
    },
    segment: { kind: 'segment', label: 'For whom' },
    problem: {
      kind: 'text',
      label: 'Problem',
      hint: 'What they can’t get done, or not well enough',
      isLong: true,
    },
    today: {
      kind: 'text',
      label: 'Solved today by',
      hint: 'What they do about it now, with us, with others or alone',
      isLong: true,
    },
    gain: {
      kind: 'choice',
      label: 'What we do better',
      hint: 'An opportunity needs at least one of the three',
      options: [
        { value: 'effective', label: 'More effective' },
        { value: 'cheaper', label: 'Cheaper' },
        { value: 'experience', label: 'Better experience' },
      ],
    },
    customers: { kind: 'amount', label: 'Customers reached', unit: 'count', min: 0 },
    worth: {
      kind: 'amount',
      label: 'Worth a year',
      hint: 'Profit that it would add in a year, before what it costs to win it',
      unit: 'money',
    },
    impact: {
      ...scale,
      label: 'Impact',
      hint: '1 hardly noticed, 3 clearly felt, 5 changes the business',
    },
    confidence: {
      ...scale,
      label: 'Confidence',
      hint: '1 a hunch, 3 some customers say so, 5 our own data show it',
    },
    ease: { ...scale, label: 'Ease', hint: '1 years and a new organisation, 3 some months, 5 next week' },
  },
  name: 'title',
  columns: ['level', 'segment', 'worth', 'impact', 'confidence', 'ease'],
  derived: [
    {
      key: 'score',
      label: 'Score',
      unit: 'points',
      formula: 'Impact × confidence × ease, up to 125; one ranking over all levels.',
      of: ({ impact, confidence, ease }) => opportunityScore(impact, confidence, ease),
    },
  ],
  rankBy: 'score',
  finding: (rows) => {
    const scored = rows
      .map(({ values }) => ({
        values,
        score: opportunityScore(values.impact, values.confidence, values.ease),
      }))
      .filter((one): one is { values: (typeof one)['values']; score: number } => one.score !== null)
      .sort((first, second) => second.score - first.score);
    const [best] = scored;
    if (!best) return rows.length === 0 ? '' : 'No opportunity is scored yet.';
    const open = rows.length - scored.length;
    return `“${best.values.title.trim() || 'One without a name'}” comes first of ${rows.length} with ${best.score} of 125 points${open > 0 ? `; ${open} ${open === 1 ? 'is' : 'are'} not scored yet` : ''}.`;
  },
  source:
    'Levels and the three kinds of gain: CRM value chain. Impact × confidence × ease: ICE scoring, on a house scale of five.',
});
