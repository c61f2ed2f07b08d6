import { counted, oneDecimal } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

const ways = [
  { value: 'email', label: 'E-mail' },
  { value: 'text', label: 'Text message' },
  { value: 'app', label: 'App' },
  { value: 'phone', label: 'Call' },
  { value: 'letter', label: 'Letter' },
  { value: 'person', label: 'In person' },
] as const;

/** Messages a year that the triggers send to a customer who meets them all as often as said; null while none says. */
export const messagesAYear = (rows: readonly { readonly timesAYear: number | null }[]): number | null => {
  const said = rows.flatMap(({ timesAYear }) => timesAYear ?? []);
  return said.length === 0 ? null : said.reduce((sum, times) => sum + times, 0);
};

/** Events that deserve a message, which, how, after how long, and when to be silent. */
export const triggers = defineWorksheet({
  id: 'triggers',
  title: 'Triggers',
  answers: 'Which events start a message, after how long, by which channel, and what stops it.',
  concepts: ['A21'],
  item: 'trigger',
  fields: {
    event: { kind: 'text', label: 'When this happens', placeholder: 'Contract ends in 60 days' },
    segment: { kind: 'segment', label: 'To whom' },
    wait: {
      kind: 'amount',
      label: 'Wait',
      hint: 'Days between the event and the message',
      unit: 'days',
      min: 0,
    },
    message: { kind: 'text', label: 'We say', placeholder: 'What it is good for the customer' },
    way: { kind: 'choice', label: 'By', options: ways },
    stop: { kind: 'text', label: 'Stop when', placeholder: 'They bought, answered, complained' },
    timesAYear: {
      kind: 'amount',
      label: 'Times a year',
      hint: 'How often it reaches one customer who meets it, a year',
      unit: 'count',
      min: 0,
    },
    inQuiet: { kind: 'flag', label: 'Also in quiet periods', hint: 'Only what customers asked for or need' },
  },
  name: 'event',
  columns: ['wait', 'message', 'way', 'stop', 'timesAYear'],
  starters: {
    label: 'Begin with usual triggers',
    rows: [
      {
        event: 'First order placed',
        wait: 0,
        message: 'Thank you, and how to get the most of it',
        way: 'email',
        stop: 'Order cancelled',
        timesAYear: 1,
        inQuiet: true,
      },
      {
        event: 'Basket left',
        wait: 1,
        message: 'What is in it; may we help?',
        way: 'email',
        stop: 'Ordered, or reminded once',
        timesAYear: 3,
      },
      {
        event: 'Contract or warranty about to end',
        wait: 0,
        message: 'What comes next, and the choice',
        way: 'letter',
        stop: 'Renewed or declined',
        timesAYear: 1,
        inQuiet: true,
      },
      {
        event: 'Large or tenth order',
        wait: 2,
        message: 'Personal thanks, no offer',
        way: 'person',
        stop: 'Open complaint',
        timesAYear: 1,
      },
      {
        event: 'Complaint solved',
        wait: 7,
        message: 'Does it work now?',
        way: 'phone',
        stop: 'They answered',
        timesAYear: 1,
        inQuiet: true,
      },
      {
        event: 'Use or orders fall by half',
        wait: 14,
        message: 'Has something changed?',
        way: 'phone',
        stop: 'Order, or two attempts',
        timesAYear: 1,
      },
      {
        event: 'Nothing for twice their usual gap',
        wait: 0,
        message: 'What is new since',
        way: 'email',
        stop: 'Order, no answer to two',
        timesAYear: 2,
      },
      {
        event: 'Anniversary as a customer',
        wait: 0,
        message: 'A small thank-you',
        way: 'letter',
        stop: 'Open complaint',
        timesAYear: 1,
      },
    ],
  },
  finding: (rows) => {
    const endless = rows.filter(({ values }) => values.stop.trim() === '').length;
    const total = messagesAYear(rows.map(({ values }) => values));
    const pressure =
      total === null
        ? ''
        : `Together they send up to ${oneDecimal(total)} ${total === 1 ? 'message' : 'messages'} a year to one customer`;
    if (endless > 0)
      return `${counted(endless, 'trigger has', 'triggers have')} no rule that stops it.${pressure ? ` ${pressure}.` : ''}`;
    return pressure ? `${pressure}; each has a rule that stops it.` : '';
  },
  source:
    'Right communication at the right time, and silence where it serves better: events that start a message and rules that stop it.',
});
