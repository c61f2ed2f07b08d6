import { defineWorksheet } from '../worksheet.ts';

const levels = ['market', 'segment', 'cluster', 'customer'] as const;
type Shares = Readonly<Record<(typeof levels)[number], number | null>>;

/** Sum of the shares that were said, 0–1 and perhaps more; null while none was. */
export const effortSum = (values: Shares): number | null => {
  const said = levels.map((level) => values[level]).filter((share) => share !== null);
  return said.length === 0 ? null : said.reduce((sum, share) => sum + share, 0);
};

const share = (label: string, hint: string) =>
  ({ kind: 'amount', label, hint, unit: 'share', min: 0, max: 1 }) as const;

/** How the effort of each stage is split over market, segments, clusters and single customers. */
export const effort = defineWorksheet({
  id: 'effort',
  title: 'Effort by level',
  answers:
    'How much of each stage’s effort goes to the market, to segments, to clusters and to single customers.',
  concepts: ['A3', 'A8'],
  item: 'stage',
  fields: {
    stage: { kind: 'text', label: 'Stage', placeholder: 'Onboarding' },
    market: share('Market', 'Everybody who could buy this kind of product'),
    segment: share('Segment', 'A valuable part of the market'),
    cluster: share('Cluster', 'Customers who share something, such as the campaign that won them'),
    customer: share('Single customer', 'A cluster of one'),
    why: { kind: 'text', label: 'Why', placeholder: 'Why', isLong: true },
  },
  name: 'stage',
  columns: ['market', 'segment', 'cluster', 'customer'],
  derived: [
    {
      key: 'sum',
      label: 'Together',
      unit: 'share',
      formula: 'Sum of the four; it should be 100 %.',
      of: effortSum,
    },
  ],
  starters: {
    label: 'Begin with the five stages of a customer’s life',
    rows: [
      { stage: 'Acquisition', market: 0.5, segment: 0.4, cluster: 0.1, customer: 0 },
      { stage: 'Onboarding', market: 0, segment: 0.2, cluster: 0.5, customer: 0.3 },
      { stage: 'Engagement', market: 0, segment: 0.2, cluster: 0.5, customer: 0.3 },
      { stage: 'Retention', market: 0, segment: 0.1, cluster: 0.5, customer: 0.4 },
      { stage: 'Advocacy', market: 0, segment: 0.1, cluster: 0.3, customer: 0.6 },
    ],
  },
  finding: (rows) => {
    const odd = rows.filter(({ values }) => {
      const sum = effortSum(values);
      return sum !== null && Math.abs(sum - 1) > 0.001;
    });
    if (odd.length > 0)
      return `The shares of ${odd.map(({ values }) => values.stage.trim() || 'a stage').join(', ')} don’t add up to 100 %.`;
    const near = rows.filter(({ values }) => (values.cluster ?? 0) + (values.customer ?? 0) > 0.5);
    return rows.length === 0
      ? ''
      : `${near.length} of ${rows.length} stages work mostly with clusters and single customers.`;
  },
  source:
    'Focus moves from markets and segments to clusters and single customers once a customer is on board (Buttle, Jones and Stone). The shares to begin with are a house rule.',
});
