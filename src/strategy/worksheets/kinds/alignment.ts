import { defineWorksheet } from '../worksheet.ts';

/** How well what the business wants fits what it wants with its customers. */
export const alignment = defineWorksheet({
  id: 'alignment',
  title: 'Alignment',
  answers:
    'Where business strategy and customer strategy help each other, and where one works against the other.',
  concepts: ['D5', 'D6'],
  item: 'pair',
  fields: {
    business: { kind: 'text', label: 'The business wants', placeholder: 'Lowest cost in the market' },
    customer: {
      kind: 'text',
      label: 'For customers we want',
      placeholder: 'A person to call for key accounts',
    },
    fit: {
      kind: 'score',
      label: 'Fit',
      hint: '−2 they contradict each other, 0 neither, +2 each makes the other easier',
      low: -2,
      high: 2,
      anchors: ['contradict', 'rub', 'neither', 'agree', 'reinforce'],
    },
    why: { kind: 'text', label: 'Why', isLong: true },
    settle: { kind: 'text', label: 'How it is settled', placeholder: 'Which one gives way, and for whom' },
    decides: { kind: 'text', label: 'Who decides', isLong: true },
  },
  name: 'business',
  columns: ['customer', 'fit', 'settle'],
  starters: {
    label: 'Begin with pairs that often collide',
    rows: [
      { business: 'Lower cost', customer: 'A person to call for key customers' },
      { business: 'More volume this year', customer: 'Only customers whom we can serve with profit' },
      { business: 'One offer for all markets', customer: 'An offer that fits each segment' },
      { business: 'Sell through partners', customer: 'Know every customer ourselves' },
      { business: 'Margin on every sale', customer: 'Put things right at once, whatever it costs' },
      { business: 'Launch new products', customer: 'Make what they have work better' },
    ],
  },
  finding: (rows) => {
    const scored = rows.filter(({ values }) => values.fit !== null);
    if (scored.length === 0) return '';
    const conflicts = scored.filter(({ values }) => (values.fit ?? 0) < 0);
    const open = conflicts.filter(({ values }) => values.settle.trim() === '').length;
    if (conflicts.length === 0)
      return `No conflict in ${scored.length} ${scored.length === 1 ? 'pair' : 'pairs'}.`;
    const rest = open === 0 ? 'all settled' : `${open} not settled`;
    return `${conflicts.length} of ${scored.length} pairs work against each other, ${rest}.`;
  },
  source:
    'Business and customer strategy as two halves of strategy development, after Payne and Frow (2005); pairs are examples.',
});
