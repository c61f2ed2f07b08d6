import { defineWorksheet } from '../worksheet.ts';
import { quoted, wholeNumber } from '../words.ts';

const deviates: Readonly<Record<string, number>> = { '90': 1.645, '95': 1.96, '99': 2.576 };

/**
 * How many of `population` must answer so that a share of `expected` is known to ± `precision` (both 0–1):
 * `n = N·z²pq / ((N−1)e² + z²pq)`, rounded up; null without population or precision. Confidence 95 % where none is chosen, and p 0.5 where
 * nothing is expected. Source: sample size for a proportion with finite population correction (Cochran 1977).
 */
export const sampleSize = (
  population: number | null,
  precision: number | null,
  confidence: string | null = null,
  expected: number | null = null,
): number | null => {
  if (population === null || precision === null || population < 1 || precision <= 0) return null;
  const z = deviates[confidence ?? '95'] ?? 1.96;
  const p = expected ?? 0.5;
  const spread = z * z * p * (1 - p);
  // Rounded first, so that a size that is whole but for the last bit is not rounded up.
  return Math.ceil(Number(((population * spread) / ((population - 1) * precision ** 2 + spread)).toFixed(9)));
};

/** How to ask. Fewer than 30 can each be talked to (house rule); where half of all would have to answer, everybody is asked. */
export const adviceFor = (population: number, sample: number): 'interviews' | 'everybody' | 'sample' => {
  if (population <= 30) return 'interviews';
  return sample * 2 >= population ? 'everybody' : 'sample';
};

/** Whom to ask for an answer rate, so that the sample is reached; no more than there are. */
const invitationsFor = (
  sample: number | null,
  rate: number | null,
  population: number | null,
): number | null =>
  sample === null || rate === null || rate <= 0 || population === null
    ? null
    : Math.min(population, Math.ceil(sample / rate));

/** Ask them: interviews or a survey, how many, and with which questions. */
export const interviews = defineWorksheet({
  id: 'interviews',
  title: 'Ask them',
  answers: 'Whether to talk to customers or to survey them, how many it takes, and what to ask.',
  concepts: ['B12', 'B15'],
  item: 'inquiry',
  fields: {
    subject: { kind: 'text', label: 'What we want to know', placeholder: 'Why key customers stay' },
    segment: { kind: 'segment', label: 'Whom' },
    population: {
      kind: 'amount',
      label: 'Customers',
      hint: 'How many there are; a segment says its size',
      unit: 'count',
      min: 1,
    },
    precision: {
      kind: 'amount',
      label: 'Exact to ±',
      hint: 'How far the share that we find may be off: 5% is usual',
      unit: 'share',
      min: 0.001,
      max: 0.5,
    },
    confidence: {
      kind: 'choice',
      label: 'Sure to',
      hint: 'How often such a range holds the truth; 95% where nothing is chosen',
      options: [
        { value: '90', label: '90%' },
        { value: '95', label: '95%' },
        { value: '99', label: '99%' },
      ],
    },
    expected: {
      kind: 'amount',
      label: 'Expected share',
      hint: '50% where nobody knows; that asks for most',
      unit: 'share',
      min: 0,
      max: 1,
    },
    rate: {
      kind: 'amount',
      label: 'Who will answer',
      hint: 'Share of those asked, from earlier surveys',
      unit: 'share',
      min: 0,
      max: 1,
    },
    guide: {
      kind: 'text',
      label: 'Guide',
      isLong: true,
      placeholder: 'One question a line, open ones first',
    },
    learned: { kind: 'text', label: 'What we learned', isLong: true },
  },
  name: 'subject',
  columns: ['segment', 'population', 'precision', 'rate'],
  derived: [
    {
      key: 'sample',
      label: 'Answers needed',
      unit: 'count',
      formula:
        'N·z²pq ÷ ((N−1)·e² + z²pq), rounded up: N customers, ±e, z for how sure, p the expected share, q = 1 − p.',
      of: ({ population, precision, confidence, expected }) =>
        sampleSize(population, precision, confidence, expected),
    },
    {
      key: 'invitations',
      label: 'To be asked',
      unit: 'count',
      formula: 'Answers needed ÷ share who will answer, all of them at most.',
      of: ({ population, precision, confidence, expected, rate }) =>
        invitationsFor(sampleSize(population, precision, confidence, expected), rate, population),
    },
  ],
  starters: {
    label: 'Begin with three guides',
    rows: [
      {
        subject: 'What key customers would miss',
        precision: 0.05,
        guide:
          'What do you get done with our help?\nWhen did we last make your work easier, and when harder?\nWhat would you miss most if we were gone tomorrow?\nWho else could do it for you?\nWhat should we stop doing?',
      },
      {
        subject: 'Why customers left',
        precision: 0.05,
        guide:
          'What was going on when you stopped buying?\nWhat had you expected, and what happened?\nDid you tell us? What did we do then?\nWhat do you use instead, and what is better there?\nWhat would have kept you?',
      },
      {
        subject: 'How satisfied customers are, and with what',
        precision: 0.05,
        expected: 0.7,
        guide:
          'How satisfied are you over all, 1 to 5?\nAnd with product, delivery, price, service, people?\nHow likely are you to recommend us, 0 to 10?\nWhat is the one reason for that?\nMay we come back to you about it?',
      },
    ],
  },
  finding: (rows) => {
    for (const { values } of rows) {
      const sample = sampleSize(values.population, values.precision, values.confidence, values.expected);
      if (sample === null || values.population === null) continue;
      const name = quoted(values.subject, 'The inquiry');
      const advice = adviceFor(values.population, sample);
      if (advice === 'interviews')
        return `${name}: talk to each of the ${wholeNumber(values.population)}; a survey of so few tells little.`;
      return advice === 'everybody'
        ? `${name}: ask all ${wholeNumber(values.population)}, since ${wholeNumber(sample)} would have to answer; talk to a dozen first to find the right questions.`
        : `${name}: survey until ${wholeNumber(sample)} of ${wholeNumber(values.population)} have answered; talk to a dozen first to find the right questions.`;
    }
    return '';
  },
  source:
    'Sample size for a share with finite population correction (Cochran 1977). Interviews up to 30 customers, everybody where half would have to answer: house rules.',
});
