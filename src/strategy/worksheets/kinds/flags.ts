import { defineWorksheet } from '../worksheet.ts';
import { counted, quoted } from '../words.ts';

/** What a flag is worth today: yearly value times chance, money; null while either is missing. */
export const flagWorth = (value: number | null, chance: number | null): number | null =>
  value === null || chance === null ? null : value * chance;

/** Chances that service staff hear of while they help. */
export const flags = defineWorksheet({
  id: 'flags',
  title: 'Flags from service',
  answers: 'Which chances your service people heard of while helping, and what is done about them.',
  concepts: ['B14', 'B16'],
  item: 'flag',
  fields: {
    heard: { kind: 'text', label: 'What they heard', placeholder: 'Opens a second branch in spring' },
    topic: { kind: 'text', label: 'From a ticket about', placeholder: 'Topic of the ticket, no names' },
    segment: { kind: 'segment', label: 'Whose', hint: 'Segment of the customer who said it' },
    sort: {
      kind: 'choice',
      label: 'What it is',
      options: [
        { value: 'more', label: 'They need more of it' },
        { value: 'other', label: 'They need something else of ours' },
        { value: 'better', label: 'It could be made better' },
        { value: 'refer', label: 'They know somebody' },
        { value: 'danger', label: 'They may leave' },
      ],
    },
    value: {
      kind: 'amount',
      label: 'Worth a year',
      hint: 'Contribution a year, if it comes true',
      unit: 'money',
      min: 0,
    },
    chance: { kind: 'amount', label: 'Chance', unit: 'share', min: 0, max: 1 },
    next: { kind: 'text', label: 'Next step', placeholder: 'Who does what by when' },
    status: {
      kind: 'choice',
      label: 'Status',
      options: [
        { value: 'new', label: 'New' },
        { value: 'taken', label: 'Taken up' },
        { value: 'won', label: 'Came true' },
        { value: 'dropped', label: 'Dropped' },
      ],
    },
  },
  name: 'heard',
  columns: ['topic', 'sort', 'value', 'next', 'status'],
  derived: [
    {
      key: 'worth',
      label: 'Expected',
      unit: 'money',
      formula: 'Worth a year × chance.',
      of: ({ value, chance }) => flagWorth(value, chance),
    },
  ],
  rankBy: 'worth',
  finding: (rows) => {
    const open = rows.filter(({ values }) => values.status !== 'won' && values.status !== 'dropped');
    const idle = open.filter(({ values }) => values.next.trim() === '');
    if (idle[0])
      return `${counted(idle.length, 'flag waits', 'flags wait')} for a next step, ${quoted(idle[0].values.heard, 'one without words')} first.`;
    return rows.length === 0
      ? ''
      : `${counted(open.length, 'flag is', 'flags are')} open, each with a next step; ${rows.length - open.length} closed.`;
  },
  source: 'Customer-care staff build rapport and hear of chances first.',
});
