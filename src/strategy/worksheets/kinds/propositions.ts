import type { ClaimVerdict } from '../../claims.ts';
import { defineWorksheet } from '../worksheet.ts';

const words: readonly (readonly [verdict: ClaimVerdict, said: string])[] = [
  ['holds', 'kept'],
  ['no-longer-holds', 'broken'],
  ['cannot-tell', 'can’t be told'],
];

/** What we promise to whom, and whether we keep it. */
export const propositions = defineWorksheet({
  id: 'propositions',
  title: 'Propositions',
  answers:
    'What we promise, to whom, against what, and why they should believe it; bound to a number, whether the promise is kept.',
  concepts: ['A13', 'D7'],
  item: 'proposition',
  fields: {
    name: { kind: 'text', label: 'Proposition', placeholder: 'Tomorrow on your shelf' },
    segment: { kind: 'segment', label: 'For whom' },
    need: { kind: 'row', label: 'Need', worksheet: 'needs' },
    problem: {
      kind: 'text',
      label: 'Who',
      hint: 'What they need or struggle with, as it ends the sentence “for …, who …”',
      placeholder: 'run out of stock on Fridays',
      isLong: true,
    },
    promise: {
      kind: 'text',
      label: 'We promise',
      hint: 'What they will have; a promise that could be broken. Pin the number that shows it, and say what it must be',
      placeholder: 'what is ordered by noon is there the next morning',
      isLong: true,
    },
    unlike: {
      kind: 'text',
      label: 'Unlike',
      placeholder: 'wholesalers who deliver once a week',
      isLong: true,
    },
    because: { kind: 'text', label: 'Because', placeholder: 'we hold stock in four places', isLong: true },
  },
  name: 'name',
  columns: ['segment', 'promise', 'unlike'],
  binding: 'verdict',
  finding: (rows, { verdictOf } = {}) => {
    if (rows.length === 0) return '';
    const verdicts = rows.map((row) => verdictOf?.(row));
    const unbound = verdicts.filter((verdict) => verdict === undefined).length;
    const parts = words.flatMap(([verdict, said]) => {
      const count = verdicts.filter((one) => one === verdict).length;
      return count > 0 ? [`${count} ${said}`] : [];
    });
    if (parts.length === 0) return `No promise has a number with a claim yet, of ${rows.length}.`;
    return `Of ${rows.length} ${rows.length === 1 ? 'promise' : 'promises'}: ${[...parts, ...(unbound > 0 ? [`${unbound} without a claim`] : [])].join(', ')}.`;
  },
  source: 'A proposition as the promise in an offer: CRM value chain.',
});
