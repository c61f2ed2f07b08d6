import { meanScore, spreadOf } from '../assessed.ts';
import { oneDecimal } from '../one-decimal.ts';
import { defineWorksheet } from '../worksheet.ts';

/** What of the organisation’s culture carries customer strategy or works against it. */
export const culture = defineWorksheet({
  id: 'culture',
  title: 'Culture',
  answers:
    'Which of seven things that people see and tell every day favour the customer, and which work against it.',
  concepts: ['B27', 'B28'],
  item: 'theme',
  fields: {
    theme: { kind: 'text', label: 'Theme', placeholder: 'Stories' },
    asks: { kind: 'text', label: 'Ask', isLong: true },
    now: {
      kind: 'assessed',
      label: 'Now',
      hint: '0 works against the customer, 5 works for the customer every day',
      low: 0,
      high: 5,
      anchors: ['against it', 'mostly against', 'neither', 'now and then', 'mostly for it', 'every day'],
    },
    evidence: {
      kind: 'text',
      label: 'What shows it',
      placeholder: 'What was said or done, when, by whom',
      isLong: true,
    },
    change: { kind: 'text', label: 'What we change', placeholder: 'One thing, visible to all', isLong: true },
  },
  name: 'theme',
  columns: ['now', 'evidence', 'change'],
  derived: [
    {
      key: 'mean',
      label: 'Score',
      unit: 'points',
      formula: 'Mean of everyone’s scores, 0 to 5.',
      of: ({ now }) => meanScore(now),
    },
    {
      key: 'spread',
      label: 'Apart',
      unit: 'points',
      formula: 'Highest less lowest score; needs two people.',
      of: ({ now }) => spreadOf(now),
    },
  ],
  starters: {
    label: 'Begin with the seven themes',
    rows: [
      {
        theme: 'Leadership',
        asks: 'What do leaders do, not say, when a customer’s good and this quarter’s figure collide?',
      },
      { theme: 'Systems', asks: 'Do targets, budgets and tools make it easy to do right by a customer?' },
      { theme: 'Stories', asks: 'Which stories are told to newcomers, and is a customer in them?' },
      { theme: 'Resources', asks: 'Where do time, people and money go when they are short?' },
      { theme: 'Rewards', asks: 'Who was promoted or praised last year, and for what?' },
      { theme: 'Information', asks: 'Who sees what customers say and cost, how soon, and unfiltered?' },
      { theme: 'Heroes', asks: 'Whom do people look up to, and what did they do for customers?' },
    ],
  },
  finding: (rows) => {
    const scored = rows.flatMap((row) => {
      const mean = meanScore(row.values.now);
      return mean === null ? [] : [{ name: row.values.theme.trim() || 'An unnamed theme', mean, row }];
    });
    const weakest = [...scored].sort((first, second) => first.mean - second.mean)[0];
    if (!weakest) return '';
    const bare = scored.filter(({ row }) => row.values.evidence.trim() === '').length;
    const rest = bare > 0 ? ` ${bare} of ${scored.length} scores rest on nothing yet.` : '';
    return `${weakest.name} ${weakest.mean < 3 ? 'holds the strategy back most' : 'is weakest'}: ${oneDecimal(weakest.mean)} of 5.${rest}`;
  },
  source: 'Seven themes of strategic CRM in customer-care practice; questions and scale are house rules.',
});
