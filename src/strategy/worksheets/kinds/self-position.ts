import { agreementOf, meanScore, mostDisputed, spreadOf } from '../assessed.ts';
import { oneDecimal } from '../one-decimal.ts';
import { defineWorksheet } from '../worksheet.ts';

/** What a mean position on the continuum of three views amounts to, in words; 1 narrow technology … 5 customer-centric. */
export const positionWords = (mean: number): string => {
  if (mean < 2.2) return 'a narrow technology project';
  return mean <= 3.8 ? 'integrated technology' : 'a customer-centric strategy';
};

/** Where each stakeholder sees CRM between a narrow technology project and a customer-centric strategy. */
export const selfPosition = defineWorksheet({
  id: 'self-position',
  title: 'Position',
  answers:
    'What each of you means by CRM, from one tool to a way of running the business, and where you differ.',
  concepts: ['D1', 'B19', 'D21'],
  item: 'question',
  fields: {
    question: { kind: 'text', label: 'Question', placeholder: 'What CRM is here' },
    low: { kind: 'text', label: 'A 1 means', isLong: true },
    high: { kind: 'text', label: 'A 5 means', isLong: true },
    position: {
      kind: 'assessed',
      label: 'Position',
      hint: '1 narrow technology, 3 integrated technology, 5 customer-centric',
      low: 1,
      high: 5,
      anchors: [
        'one tool for one task',
        'tools side by side',
        'integrated tools',
        'a programme across departments',
        'how the business is run',
      ],
      anchorsFrom: { low: 'low', high: 'high' },
    },
    wanted: {
      kind: 'score',
      label: 'Wanted',
      hint: 'Where it should be by the end of the plan',
      low: 1,
      high: 5,
    },
    note: { kind: 'text', label: 'Why we differ', isLong: true },
  },
  name: 'question',
  columns: ['position', 'wanted', 'note'],
  derived: [
    {
      key: 'mean',
      label: 'Together',
      unit: 'points',
      formula: 'Mean of everyone’s positions, 1 to 5.',
      of: ({ position }) => meanScore(position),
    },
    {
      key: 'spread',
      label: 'Apart',
      unit: 'points',
      formula: 'Highest less lowest position; needs two people.',
      of: ({ position }) => spreadOf(position),
    },
  ],
  starters: {
    label: 'Begin with six questions',
    rows: [
      {
        question: 'What CRM is here',
        low: 'A piece of software',
        high: 'How we choose, serve and keep customers',
      },
      {
        question: 'Why we put money into it',
        low: 'To save time on a task',
        high: 'To raise the worth of our customers',
      },
      { question: 'Who leads it', low: 'The IT department', high: 'The board, with every department' },
      { question: 'Who takes part', low: 'One department', high: 'Everyone whose work a customer feels' },
      {
        question: 'How we judge that it works',
        low: 'It was delivered in time',
        high: 'Customers stay, buy more, and say so',
      },
      {
        question: 'What comes first',
        low: 'Choosing the system',
        high: 'Deciding which customers we are for',
      },
    ],
  },
  finding: (rows) => {
    const means = rows.flatMap(({ values }) => agreementOf(values.position)?.mean ?? []);
    if (means.length === 0) return '';
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    const disputed = mostDisputed(rows, ({ values }) => values.position);
    const rest = disputed
      ? ` You differ most on “${disputed.row.values.question.trim() || 'an unnamed question'}”: by ${disputed.spread}.`
      : '';
    return `Together you see CRM as ${positionWords(mean)}: ${oneDecimal(mean)} of 5.${rest}`;
  },
  source: 'Three perspectives on CRM after Payne and Frow (2005); questions are house rules.',
});
