import { oneDecimal } from '../one-decimal.ts';
import { defineWorksheet } from '../worksheet.ts';

const steps = { easing: -1, steady: 0, growing: 1 } as const;

/** Strength of a force in a few years: a step more where it grows, one less where it eases, 1–5; null until both are said. */
export const forceAhead = (strength: number | null, trend: keyof typeof steps | null): number | null =>
  strength === null || trend === null ? null : Math.min(5, Math.max(1, strength + steps[trend]));

const forces = [
  { value: 'rivals', label: 'Rivalry among those who are there' },
  { value: 'entrants', label: 'New entrants' },
  { value: 'substitutes', label: 'Other ways to get it done' },
  { value: 'buyers', label: 'Power of buyers' },
  { value: 'suppliers', label: 'Power of suppliers' },
] as const;

/** What presses on profit in the industry, and what that means for customers. */
export const fiveForces = defineWorksheet({
  id: 'five-forces',
  title: 'Five forces',
  answers: 'What presses on profit in your industry, whether it grows, and what it means for your customers.',
  concepts: ['D4'],
  item: 'force',
  fields: {
    force: { kind: 'choice', label: 'Force', options: forces },
    strength: {
      kind: 'score',
      label: 'Strength',
      hint: '1 hardly felt, 5 sets prices and terms',
      low: 1,
      high: 5,
      anchors: ['hardly felt', 'weak', 'felt', 'strong', 'sets the terms'],
    },
    trend: {
      kind: 'choice',
      label: 'Trend',
      options: [
        { value: 'easing', label: 'Easing' },
        { value: 'steady', label: 'Steady' },
        { value: 'growing', label: 'Growing' },
      ],
    },
    drivers: { kind: 'text', label: 'What drives it', isLong: true },
    means: { kind: 'text', label: 'What it means for customers', placeholder: 'Whom it touches, and how' },
    answer: { kind: 'text', label: 'Our answer', placeholder: 'What we do about it' },
    watch: { kind: 'text', label: 'Sign to watch', placeholder: 'What would tell us early', isLong: true },
  },
  name: 'force',
  columns: ['strength', 'trend', 'means', 'answer'],
  derived: [
    {
      key: 'ahead',
      label: 'Ahead',
      unit: 'points',
      formula: 'Strength, one step more where it grows and one less where it eases, from 1 to 5.',
      of: ({ strength, trend }) => forceAhead(strength, trend),
    },
  ],
  starters: {
    label: 'Begin with the five forces',
    rows: [
      {
        force: 'rivals',
        drivers: 'How many, how alike, how slowly the market grows, how hard it is to leave',
      },
      { force: 'entrants', drivers: 'What it costs to start, who controls access, how loyal customers are' },
      { force: 'substitutes', drivers: 'What else does the job, what switching costs, which habits change' },
      {
        force: 'buyers',
        drivers: 'How concentrated they are, how well they can compare, what switching costs them',
      },
      {
        force: 'suppliers',
        drivers: 'How few there are, how unlike, whether they could sell to your customers',
      },
    ],
  },
  finding: (rows) => {
    const scored = rows.filter(({ values }) => values.strength !== null);
    if (scored.length === 0) return '';
    const strength = (row: (typeof rows)[number]): number => row.values.strength ?? 0;
    const mean = scored.reduce((sum, row) => sum + strength(row), 0) / scored.length;
    const [most] = [...scored].sort(
      (first, second) =>
        strength(second) - strength(first) ||
        Number(second.values.trend === 'growing') - Number(first.values.trend === 'growing'),
    );
    const name = forces.find(({ value }) => value === most?.values.force)?.label ?? 'An unnamed force';
    const rest = most?.values.trend === 'growing' ? ', and growing' : '';
    return `${name} presses most: ${most ? strength(most) : 0} of 5${rest}. Together ${oneDecimal(mean)} of 5.`;
  },
  source: 'Five competitive forces (Porter 1979).',
});
