import { defineWorksheet } from '../worksheet.ts';

/** How often a process fails customers in a month: times × share that fails (0–1); null without both. */
export const failuresAMonth = (times: number | null, failures: number | null): number | null =>
  times === null || failures === null ? null : times * failures;

/** How the organisation works for its customers: which processes are slow or broken, and what that does to those who meet them. */
export const processes = defineWorksheet({
  id: 'processes',
  title: 'Processes',
  answers:
    'Which processes customers meet, how long they take, how often they fail, and what that does to the customer.',
  concepts: ['A16'],
  item: 'process',
  fields: {
    name: { kind: 'text', label: 'Process', placeholder: 'Reply to an enquiry' },
    cycle: {
      kind: 'amount',
      label: 'Takes',
      hint: 'Days from when the customer asks until they have it',
      unit: 'days',
      min: 0,
    },
    promised: {
      kind: 'amount',
      label: 'Promised',
      hint: 'Days that customers are told',
      unit: 'days',
      min: 0,
    },
    times: { kind: 'amount', label: 'Times a month', unit: 'count', min: 0 },
    failures: {
      kind: 'amount',
      label: 'Fails',
      hint: 'Share that goes wrong: late, not complete, done twice',
      unit: 'share',
      min: 0,
      max: 1,
    },
    size: {
      kind: 'choice',
      label: 'Size',
      options: [
        { value: 'small', label: 'Small: a routine' },
        { value: 'big', label: 'Big: a project with the customer' },
      ],
    },
    isFirstContact: {
      kind: 'flag',
      label: 'First contact',
      hint: 'The customer meets us here for the first time',
    },
    effect: { kind: 'text', label: 'What it does to customers when it goes wrong', isLong: true },
    change: { kind: 'text', label: 'What we change', isLong: true },
  },
  name: 'name',
  columns: ['cycle', 'promised', 'times', 'failures'],
  derived: [
    {
      key: 'failed',
      label: 'Failures a month',
      unit: 'points',
      formula: 'Times a month × share that fails.',
      of: ({ times, failures }) => failuresAMonth(times, failures),
    },
    {
      key: 'late',
      label: 'Later than said',
      unit: 'days',
      formula: 'Days it takes less days promised; negative when faster.',
      of: ({ cycle, promised }) => (cycle === null || promised === null ? null : cycle - promised),
    },
  ],
  rankBy: 'failed',
  binding: 'actual',
  starters: {
    label: 'Bring ten usual processes',
    rows: [
      { name: 'First reply to an enquiry', size: 'small', isFirstContact: true },
      { name: 'Quotation', size: 'small', isFirstContact: true },
      { name: 'Finding and ordering online', size: 'small', isFirstContact: true },
      { name: 'Onboarding of a new customer', size: 'small' },
      { name: 'Delivery of an order', size: 'small' },
      { name: 'Return and refund', size: 'small' },
      { name: 'Answer to a complaint', size: 'small' },
      { name: 'Invoice and payment', size: 'small' },
      { name: 'Planning the year with a key account', size: 'big' },
      { name: 'Developing something new with a customer', size: 'big' },
    ],
  },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const failing = rows
      .map(({ values }) => ({
        name: values.name.trim(),
        failed: failuresAMonth(values.times, values.failures) ?? 0,
      }))
      .sort((first, second) => second.failed - first.failed)[0];
    const first = rows.filter(({ values }) => values.isFirstContact);
    const blind = first.filter(({ values }) => values.cycle === null && values.failures === null).length;
    const contact =
      first.length === 0
        ? 'no first contact is written down'
        : `${blind} of ${first.length} first contacts ${blind === 1 ? 'has' : 'have'} no measure`;
    return failing && failing.failed > 0
      ? `“${failing.name || 'One without a name'}” fails most customers, ${Number(failing.failed.toFixed(1))} a month; ${contact}.`
      : `${contact.charAt(0).toUpperCase()}${contact.slice(1)}.`;
  },
  source:
    'Process quality from small to big, first contacts above all: CRM value chain. Pin the repeat rate of those who met a failure.',
});
