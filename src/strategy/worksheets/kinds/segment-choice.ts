import { defineWorksheet } from '../worksheet.ts';

/** Which segments are chosen and which avoided, and how finely each is treated. */
export const segmentChoice = defineWorksheet({
  id: 'segment-choice',
  title: 'Whom to choose',
  answers: 'Which customers we choose, which we avoid, and how finely each segment is treated.',
  concepts: ['D5', 'A29', 'A31'],
  item: 'choice',
  fields: {
    who: { kind: 'text', label: 'Whom', placeholder: 'Small workshops in the region' },
    segment: { kind: 'segment', label: 'Segment' },
    decision: {
      kind: 'choice',
      label: 'We',
      options: [
        { value: 'choose', label: 'choose them' },
        { value: 'accept', label: 'accept them' },
        { value: 'avoid', label: 'avoid them' },
        { value: 'part', label: 'part with them courteously' },
      ],
    },
    granularity: {
      kind: 'choice',
      label: 'Treated',
      hint: 'The finer, the dearer: worth it only where needs differ and value pays for it.',
      options: [
        { value: 'macro', label: 'all alike' },
        { value: 'micro', label: 'in groups' },
        { value: 'one', label: 'one by one' },
      ],
    },
    lift: {
      kind: 'amount',
      label: 'What finer treatment adds',
      hint: 'Profit a year that it would add, money',
      unit: 'money',
    },
    cost: { kind: 'amount', label: 'What it costs', hint: 'Cost a year of it, money', unit: 'money', min: 0 },
    why: { kind: 'text', label: 'Why', placeholder: 'Why', isLong: true },
  },
  name: 'who',
  columns: ['segment', 'decision', 'granularity', 'lift', 'cost'],
  derived: [
    {
      key: 'gain',
      label: 'Gain',
      unit: 'money',
      formula: 'What finer treatment adds less what it costs, a year.',
      of: ({ lift, cost }) => (lift === null || cost === null ? null : lift - cost),
    },
  ],
  groupBy: 'decision',
  binding: 'actual',
  finding: (rows) => {
    const count = (decision: string): number =>
      rows.filter(({ values }) => values.decision === decision).length;
    const dear = rows.filter(
      ({ values }) => values.lift !== null && values.cost !== null && values.lift < values.cost,
    ).length;
    if (rows.every(({ values }) => values.decision === null)) return '';
    return `${count('choose')} chosen, ${count('avoid') + count('part')} avoided or parted with${dear > 0 ? `; finer treatment doesn’t pay for ${dear}` : ''}.`;
  },
  source: 'Customer choice and granularity as parts of customer strategy (Payne and Frow 2005).',
});
