import { defineWorksheet } from '../worksheet.ts';

const criteria = [
  'small',
  'critical',
  'valuable',
  'strategic',
  'interrelated',
  'crossFunctional',
  'logical',
] as const;

/** How many of the seven criteria a process meets; null while none was answered. */
export const criteriaMet = (values: Readonly<Record<(typeof criteria)[number], boolean>>): number | null => {
  const met = criteria.filter((key) => values[key]).length;
  return met === 0 ? null : met;
};

/** Whether something deserves to be a process of its own: seven criteria before one is added. */
export const processTest = defineWorksheet({
  id: 'process-test',
  title: 'Is it a process?',
  answers:
    'Whether something deserves to be a process of its own, by seven criteria, before it is added to the chain.',
  concepts: ['D3'],
  item: 'process',
  fields: {
    process: { kind: 'text', label: 'Process', placeholder: 'Welcoming new customers' },
    small: { kind: 'flag', label: 'One of few', hint: 'It belongs to a set that one page can hold.' },
    critical: { kind: 'flag', label: 'Critical', hint: 'Without it customers would leave.' },
    valuable: { kind: 'flag', label: 'Creates value', hint: 'Customers or owners are better off by it.' },
    strategic: { kind: 'flag', label: 'Strategic', hint: 'It is about the whole, not about one task.' },
    interrelated: { kind: 'flag', label: 'Linked', hint: 'It takes from other processes and gives to them.' },
    crossFunctional: {
      kind: 'flag',
      label: 'Across functions',
      hint: 'More than one department works in it.',
    },
    logical: {
      kind: 'flag',
      label: 'Plain to those in it',
      hint: 'Who does the work would draw it the same way.',
    },
    note: { kind: 'text', label: 'Why', placeholder: 'Why', isLong: true },
  },
  name: 'process',
  columns: ['small', 'critical', 'valuable', 'strategic', 'interrelated', 'crossFunctional', 'logical'],
  derived: [
    {
      key: 'met',
      label: 'Met',
      unit: 'points',
      formula:
        'How many of the seven criteria it meets. All seven: a process of its own; fewer: part of another.',
      of: criteriaMet,
    },
  ],
  rankBy: 'met',
  finding: (rows) => {
    if (rows.length === 0) return '';
    const own = rows.filter(({ values }) => criteriaMet(values) === criteria.length).length;
    return `${own} of ${rows.length} ${rows.length === 1 ? 'candidate deserves' : 'candidates deserve'} to be a process of its own.`;
  },
  source: 'Criteria for strategic CRM processes after Payne and Frow (2005), in our words.',
});
