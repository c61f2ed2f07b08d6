import { defineWorksheet } from '../worksheet.ts';
import { counted, quoted } from '../words.ts';

/** Whether a customer is used as a reference that never agreed: 1 or 0; null while neither use nor status is said. */
export const isUsedUnasked = (usedPassively: boolean, status: string | null): number | null => {
  if (status === null && !usedPassively) return null;
  return usedPassively && status !== 'consented' ? 1 : 0;
};

/** Who speaks for us: asked, agreed, what came of it, and where a name is used that nobody agreed to. */
export const references = defineWorksheet({
  id: 'references',
  title: 'References',
  answers:
    'Which customers would speak for you, whom you asked, what came of it, and whose name is used without consent.',
  concepts: ['B17', 'B38', 'C5'],
  item: 'reference',
  fields: {
    who: {
      kind: 'text',
      label: 'Reference',
      hint: 'An account or a group of customers, in your own words; no personal data',
      placeholder: 'Account or group of customers',
    },
    segment: {
      kind: 'segment',
      label: 'Out of',
      hint: 'Segment that they come from, such as your most loyal customers',
    },
    status: {
      kind: 'choice',
      label: 'Status',
      options: [
        { value: 'candidate', label: 'Candidate', hint: 'Would probably speak for us; not asked yet' },
        { value: 'asked', label: 'Asked', hint: 'No answer yet' },
        { value: 'consented', label: 'Consented', hint: 'Agreed to be named or called' },
        { value: 'refused', label: 'Refused' },
      ],
    },
    askedOn: { kind: 'day', label: 'Asked on' },
    introductions: {
      kind: 'amount',
      label: 'Introductions',
      hint: 'People whom they brought together with us',
      unit: 'count',
      min: 0,
    },
    revenue: {
      kind: 'amount',
      label: 'Revenue',
      hint: 'From those whom they introduced, so far',
      unit: 'money',
      min: 0,
    },
    isNamed: {
      kind: 'flag',
      label: 'Named by us',
      hint: 'Passive use: their name or logo stands in our papers or on our site without their doing anything',
    },
    inReturn: {
      kind: 'text',
      label: 'What they get in return',
      isLong: true,
      placeholder: 'A stage, early access, introductions of our own …',
    },
  },
  name: 'who',
  columns: ['status', 'askedOn', 'introductions', 'revenue', 'isNamed'],
  derived: [
    {
      key: 'each',
      label: 'An introduction',
      unit: 'money',
      formula: 'Revenue from those whom they introduced, divided by introductions.',
      of: ({ introductions, revenue }) =>
        revenue === null || introductions === null || introductions === 0 ? null : revenue / introductions,
    },
    {
      key: 'unasked',
      label: 'Without consent',
      unit: 'count',
      formula: '1 where their name is used and they have not consented, 0 where all is well.',
      of: ({ isNamed, status }) => isUsedUnasked(isNamed, status),
    },
  ],
  finding: (rows) => {
    const unasked = rows.filter(({ values }) => isUsedUnasked(values.isNamed, values.status) === 1);
    if (unasked[0])
      return `${counted(unasked.length, 'name is', 'names are')} used without consent: ask ${quoted(unasked[0].values.who, 'the one without a name')} first, or take it down.`;
    const candidates = rows.filter(({ values }) => values.status === 'candidate').length;
    const agreed = rows.filter(({ values }) => values.status === 'consented').length;
    const introduced = rows.reduce((sum, { values }) => sum + (values.introductions ?? 0), 0);
    return agreed + candidates === 0
      ? ''
      : `${agreed} of ${counted(rows.length, 'reference has', 'references have')} consented and made ${counted(introduced, 'introduction', 'introductions')}; ${candidates} still to be asked.`;
  },
  source:
    'Active and passive references: an active one introduces and defends you, a passive one lends its name. Either is asked first.',
});
