import { defineWorksheet } from '../worksheet.ts';

/** Value to the customer less the cost of getting it, −10 to +10 on scales of 0–10; null until both are scored. */
export const netValue = (benefit: number | null, cost: number | null): number | null =>
  benefit === null || cost === null ? null : benefit - cost;

/** What a segment gets from us, what it has to put in, and what it is worth to us: value both ways. */
export const valueExchange = defineWorksheet({
  id: 'value-exchange',
  title: 'Value both ways',
  answers:
    'What each segment gets from us over its whole life, what that costs it, and what it is worth to us.',
  concepts: ['B20', 'D7', 'D9'],
  item: 'segment',
  fields: {
    who: { kind: 'text', label: 'For whom', placeholder: 'Regular business customers' },
    segment: { kind: 'segment', label: 'Segment' },
    benefits: { kind: 'text', label: 'What they get', placeholder: 'What they get', isLong: true },
    benefit: { kind: 'score', label: 'Benefit', hint: 'What they get, all in all', low: 0, high: 10 },
    costs: {
      kind: 'text',
      label: 'What it costs them',
      placeholder: 'Price, time, risk, change',
      isLong: true,
    },
    cost: {
      kind: 'score',
      label: 'Their cost',
      hint: 'Price, time, effort, risk and change over the whole life',
      low: 0,
      high: 10,
    },
    coCreation: {
      kind: 'text',
      label: 'Where they help to create it',
      placeholder: 'Trying, designing, reviewing, helping others',
      isLong: true,
    },
  },
  name: 'who',
  columns: ['segment', 'benefit', 'cost', 'coCreation'],
  derived: [
    {
      key: 'net',
      label: 'Net value',
      unit: 'points',
      formula: 'Benefit less their cost. Below 0 they are better off elsewhere.',
      of: ({ benefit, cost }) => netValue(benefit, cost),
    },
  ],
  binding: 'actual',
  rankBy: 'net',
  finding: (rows) => {
    const scored = rows.flatMap(({ values, evidenceIds }) => {
      const net = netValue(values.benefit, values.cost);
      return net === null ? [] : [{ net, name: values.who.trim() || 'one without a name', evidenceIds }];
    });
    const short = scored.filter(({ net }) => net <= 0).map(({ name }) => name);
    if (scored.length === 0) return '';
    return short.length > 0
      ? `${short.join(', ')} ${short.length === 1 ? 'gets' : 'get'} no more from us than ${short.length === 1 ? 'it costs' : 'it costs them'}.`
      : `Every segment that is scored gets more from us than it costs.`;
  },
  source:
    'Value that the customer receives and value that the organisation receives (Payne and Frow 2005). Pin a lifetime value or a profit for what they are worth to us. Scales 0–10, house rule.',
});
