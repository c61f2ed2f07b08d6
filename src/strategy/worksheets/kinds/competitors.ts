import type { ScoreField } from '../field.ts';
import { starAxes, starAxisLabel, type StarAxis } from '../star-axes.ts';
import { defineWorksheet } from '../worksheet.ts';

const score = (axis: StarAxis): ScoreField => ({
  kind: 'score',
  label: starAxisLabel(axis),
  hint: `${starAxes.find(({ value }) => value === axis)?.hint ?? ''}: 1 far behind, 10 nobody does it better`,
  low: 1,
  high: 10,
});

/** What is scored of us or of a competitor. */
export type AxisScores = Readonly<Record<StarAxis, number | null>>;

/** Mean of the axes that are scored, 1–10; null while none is. */
export const meanOfAxes = (scores: AxisScores): number | null => {
  const known = starAxes.flatMap(({ value }) => scores[value] ?? []);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
};

/** Axes on which we are ahead of everyone who is scored there, and those on which somebody is ahead of us; the rest are level. */
export const leadsAndLags = (
  us: AxisScores,
  others: readonly AxisScores[],
): { readonly leads: readonly StarAxis[]; readonly lags: readonly StarAxis[] } => {
  const leadOn = (axis: StarAxis): number => {
    const ours = us[axis];
    const theirs = others.flatMap((other) => other[axis] ?? []);
    return ours === null || theirs.length === 0 ? 0 : ours - Math.max(...theirs);
  };
  const axes = starAxes.map(({ value }) => value);
  return { leads: axes.filter((axis) => leadOn(axis) > 0), lags: axes.filter((axis) => leadOn(axis) < 0) };
};

/** Us and the others on the eight axes by which customers choose. */
export const competitors = defineWorksheet({
  id: 'competitors',
  title: 'Competitors',
  answers: 'Who else serves these customers, where they are better than we are, and who is dangerous.',
  concepts: ['A10', 'B3', 'D4'],
  item: 'competitor',
  fields: {
    name: { kind: 'text', label: 'Who', placeholder: 'Name of a competitor' },
    product: score('product'),
    process: score('process'),
    price: score('price'),
    service: score('service'),
    location: score('location'),
    logistics: score('logistics'),
    communication: score('communication'),
    people: score('people'),
    isUs: { kind: 'flag', label: 'This is us' },
    priceLevel: {
      kind: 'score',
      label: 'Price level',
      hint: '1 the cheapest, 3 what most ask, 5 the dearest',
      low: 1,
      high: 5,
    },
    threat: {
      kind: 'score',
      label: 'Threat',
      hint: '1 leaves us alone, 3 takes customers now and then, 5 lives off ours',
      low: 1,
      high: 5,
    },
    heardFrom: { kind: 'text', label: 'Source', placeholder: 'Customers, test purchase, price list …' },
    note: { kind: 'text', label: 'What they are up to', isLong: true },
  },
  name: 'name',
  columns: ['product', 'process', 'price', 'service', 'location', 'logistics', 'communication', 'people'],
  derived: [
    {
      key: 'mean',
      label: 'On average',
      unit: 'points',
      formula: 'Mean of the axes that are scored, none weighing more; the value star weighs them by segment.',
      of: meanOfAxes,
    },
  ],
  starters: {
    label: 'Begin with us and two others',
    rows: [{ name: 'Us', isUs: true }, { name: 'Competitor A' }, { name: 'Competitor B' }],
  },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const us = rows.find(({ values }) => values.isUs);
    if (!us) return 'Say in the details which of them is us, to see who is ahead.';
    const others = rows.filter((row) => row !== us);
    if (others.length === 0) return 'Add a competitor to see who is ahead.';
    const { leads, lags } = leadsAndLags(
      us.values,
      others.map(({ values }) => values),
    );
    if (leads.length + lags.length === 0) return 'Nobody is ahead on any axis that is scored for both.';
    return `We are ahead of everyone on ${leads.length} of 8 axes and behind somebody on ${lags.length}.`;
  },
  source:
    'The eight axes of the value star. Scores are the opinion of those who know the customers; pin what the data say beside them.',
});
