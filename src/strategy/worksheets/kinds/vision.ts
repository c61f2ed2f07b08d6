import { defineWorksheet } from '../worksheet.ts';

const parts = ['forWhom', 'promise', 'notDo', 'owners', 'sign'] as const;

/** How many of the five parts of a vision are written down. */
export const visionParts = (values: Readonly<Record<(typeof parts)[number], string>>): number =>
  parts.filter((key) => values[key].trim() !== '').length;

/** Where the business wants to be with its customers, in few words that can be checked. */
export const vision = defineWorksheet({
  id: 'vision',
  title: 'Vision',
  answers: 'Where you want to be with your customers, said so that one can tell whether you got there.',
  concepts: ['D4'],
  item: 'vision',
  fields: {
    vision: { kind: 'text', label: 'In one sentence', placeholder: 'The first whom small bakeries call' },
    until: { kind: 'day', label: 'By' },
    forWhom: { kind: 'text', label: 'For whom', placeholder: 'Customers you are there for' },
    promise: { kind: 'text', label: 'What they get', placeholder: 'What is better for them then' },
    notDo: {
      kind: 'text',
      label: 'What we leave',
      placeholder: 'Whom or what you give up for it',
      isLong: true,
    },
    owners: { kind: 'text', label: 'What owners get', placeholder: 'Profit, growth, security', isLong: true },
    sign: { kind: 'text', label: 'How we shall know', placeholder: 'One figure and its target' },
    disrupts: { kind: 'text', label: 'What could overturn it', isLong: true },
  },
  name: 'vision',
  columns: ['until', 'forWhom', 'promise', 'sign'],
  binding: 'verdict',
  finding: (rows) => {
    const [first] = rows;
    if (!first || first.values.vision.trim() === '') return '';
    const open = parts.length - visionParts(first.values);
    return open === 0
      ? `“${first.values.vision.trim()}” is complete: for whom, what they get, what is left, and how it is known.`
      : `“${first.values.vision.trim()}” leaves ${open} of ${parts.length} parts open.`;
  },
  source: 'Business vision in strategy development, after Payne and Frow (2005); the parts are house rules.',
});
