import { defineWorksheet } from '../worksheet.ts';

/**
 * Importance plus what is missing of it: `importance + max(0, importance − satisfaction)`, 1–20; null until both are scored.
 * Source: the opportunity score of outcome-driven innovation (Ulwick 2002).
 */
export const underServedScore = (importance: number | null, satisfaction: number | null): number | null =>
  importance === null || satisfaction === null ? null : importance + Math.max(0, importance - satisfaction);

/** What customers need, how much it matters to them and how well they are served: where the market is under-served. */
export const needs = defineWorksheet({
  id: 'needs',
  title: 'Needs',
  answers: 'What customers need, what of it is served badly, and whether a competitor does it better.',
  concepts: ['A10', 'A11', 'D8'],
  item: 'need',
  fields: {
    need: { kind: 'text', label: 'Need', placeholder: 'Get it in time for the weekend' },
    segment: { kind: 'segment', label: 'Whose' },
    importance: {
      kind: 'score',
      label: 'Importance',
      hint: 'How much it matters to them, 1 not at all, 10 more than anything',
      low: 1,
      high: 10,
    },
    satisfaction: {
      kind: 'score',
      label: 'Satisfaction',
      hint: 'How well it is served today, by us, 1 not at all, 10 fully',
      low: 1,
      high: 10,
    },
    competitor: {
      kind: 'score',
      label: 'Best competitor',
      hint: 'How well the best of the others serves it, 1 not at all, 10 fully',
      low: 1,
      high: 10,
    },
    heardFrom: { kind: 'text', label: 'Heard from', placeholder: 'Interviews, survey, tickets …' },
    note: { kind: 'text', label: 'In their words', isLong: true },
  },
  name: 'need',
  columns: ['segment', 'importance', 'satisfaction', 'competitor', 'heardFrom'],
  derived: [
    {
      key: 'score',
      label: 'Under-served',
      unit: 'points',
      formula:
        'Importance plus the part of it that is not satisfied: 10 and above deserves a look, 15 and above an offer.',
      of: ({ importance, satisfaction }) => underServedScore(importance, satisfaction),
    },
    {
      key: 'lead',
      label: 'Ahead of them',
      unit: 'points',
      formula: 'Our satisfaction less the best competitor’s.',
      of: ({ satisfaction, competitor }) =>
        satisfaction === null || competitor === null ? null : satisfaction - competitor,
    },
  ],
  rankBy: 'score',
  finding: (rows) => {
    const open = rows.filter(
      ({ values }) => (underServedScore(values.importance, values.satisfaction) ?? 0) >= 10,
    );
    const first = rows.reduce<(typeof rows)[number] | undefined>((best, row) => {
      const score = underServedScore(row.values.importance, row.values.satisfaction) ?? -1;
      const top = best ? (underServedScore(best.values.importance, best.values.satisfaction) ?? -1) : 0;
      return score > top ? row : best;
    }, undefined);
    return first
      ? `${open.length} of ${rows.length} ${rows.length === 1 ? 'need is' : 'needs are'} under-served, “${first.values.need.trim() || 'one without a name'}” most.`
      : '';
  },
  source: 'Importance and satisfaction on one scale of ten; under-served score after Ulwick (2002).',
});
