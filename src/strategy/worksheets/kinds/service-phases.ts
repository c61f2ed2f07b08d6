import { defineWorksheet } from '../worksheet.ts';

const phases = [
  { value: 'before', label: 'Before the purchase' },
  { value: 'during', label: 'During the purchase' },
  { value: 'after', label: 'After the purchase' },
] as const;

/** What we do for customers before, during and after a purchase, and the figure that tells whether it works. */
export const servicePhases = defineWorksheet({
  id: 'service-phases',
  title: 'Service',
  answers:
    'What we do for customers before, during and after a purchase, and the figure that tells whether it works.',
  concepts: ['A18', 'A22'],
  item: 'service',
  fields: {
    what: { kind: 'text', label: 'What we do', placeholder: 'Call after the first delivery' },
    phase: { kind: 'choice', label: 'When', options: phases },
    segment: { kind: 'segment', label: 'For whom' },
    measure: {
      kind: 'text',
      label: 'Measure',
      hint: 'What tells whether it works; pin the number in the details',
      placeholder: 'Share that orders again',
    },
    state: {
      kind: 'choice',
      label: 'How far',
      options: [
        { value: 'planned', label: 'Planned' },
        { value: 'sometimes', label: 'Now and then' },
        { value: 'always', label: 'Every time' },
      ],
    },
    standard: {
      kind: 'text',
      label: 'What good looks like',
      hint: 'A standard that the customer would notice',
      isLong: true,
    },
  },
  name: 'what',
  columns: ['phase', 'segment', 'measure', 'state'],
  groupBy: 'phase',
  binding: 'actual',
  starters: {
    label: 'Bring nine services in three phases',
    rows: [
      {
        what: 'Advice that also says what not to buy',
        phase: 'before',
        measure: 'Returns among those advised',
      },
      { what: 'Answer to every question within a day', phase: 'before', measure: 'Days to the first reply' },
      {
        what: 'Try, sample or see it at another customer',
        phase: 'before',
        measure: 'Share that buys after it',
      },
      { what: 'One person who knows the order', phase: 'during', measure: 'Contacts for each order' },
      {
        what: 'Word of every step, and of delay before they ask',
        phase: 'during',
        measure: 'Questions about where it is',
      },
      { what: 'Help to set up and begin', phase: 'during', measure: 'Days until first used' },
      { what: 'Call after the first delivery', phase: 'after', measure: 'Share that orders again' },
      {
        what: 'Problems solved at the first contact',
        phase: 'after',
        measure: 'Solved at the first contact',
      },
      {
        what: 'Thanks, and news when something they own runs out',
        phase: 'after',
        measure: 'Share that renews',
      },
    ],
  },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const empty = phases.filter(({ value }) => !rows.some(({ values }) => values.phase === value));
    const bound = rows.filter(({ evidenceIds }) => evidenceIds.length > 0).length;
    const gaps = empty.map(({ value }) => value).join(' or ');
    return `${bound} of ${rows.length} ${rows.length === 1 ? 'service' : 'services'} bound to a number${gaps ? `; nothing is done ${gaps} the purchase` : ''}.`;
  },
  source: 'Service before, during and after: CRM value chain.',
});
