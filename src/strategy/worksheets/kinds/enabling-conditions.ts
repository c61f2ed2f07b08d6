import { meanScore, spreadOf } from '../assessed.ts';
import { conditionState, leastOf } from '../condition-state.ts';
import { defineWorksheet } from '../worksheet.ts';

/** The supporting conditions of the chain, each with the score below which what needs it should not start. */
export const enablingConditions = defineWorksheet({
  id: 'enabling-conditions',
  title: 'Conditions',
  answers:
    'Whether what carries the chain is strong enough for the plan: a line that needs more is flagged there.',
  concepts: ['A2', 'A36'],
  item: 'condition',
  fields: {
    condition: { kind: 'enabler', label: 'Condition', hint: 'From your list of supporting conditions' },
    now: {
      kind: 'assessed',
      label: 'Now',
      hint: 'How strong it is today',
      low: 0,
      high: 5,
      anchors: ['missing', 'weak', 'patchy', 'sound', 'strong', 'exemplary'],
    },
    least: {
      kind: 'score',
      label: 'At least',
      hint: 'Below this, lines of the plan that need it are flagged; counts as 3 until you say',
      low: 0,
      high: 5,
    },
    goal: {
      kind: 'score',
      label: 'Goal',
      hint: 'Where it should be by the end of the plan',
      low: 0,
      high: 5,
    },
    looksAt: { kind: 'text', label: 'Look at', isLong: true },
    proof: { kind: 'text', label: 'What shows it', placeholder: 'Figure, document, example', isLong: true },
    step: { kind: 'text', label: 'Next step', placeholder: 'What lifts it', isLong: true },
  },
  name: 'condition',
  columns: ['now', 'least', 'goal', 'step'],
  derived: [
    {
      key: 'mean',
      label: 'Score',
      unit: 'points',
      formula: 'Mean of everyone’s scores now, 0 to 5.',
      of: ({ now }) => meanScore(now),
    },
    {
      key: 'missing',
      label: 'Missing',
      unit: 'points',
      formula: 'What is missing to the least that is needed; 0 where there is enough.',
      of: ({ now, least }) => {
        const mean = meanScore(now);
        return mean === null ? null : Math.max(0, leastOf(least) - mean);
      },
    },
    {
      key: 'spread',
      label: 'Apart',
      unit: 'points',
      formula: 'Highest less lowest score; needs two people.',
      of: ({ now }) => spreadOf(now),
    },
  ],
  finding: (rows) => {
    const states = rows.map(({ values }) => conditionState(values));
    const weak = states.filter((state) => state === 'below').length;
    const open = states.filter((state) => state === 'unknown').length;
    if (rows.length === 0 || open === rows.length) return '';
    const rest = open > 0 ? `; ${open} not scored yet` : '';
    return weak === 0
      ? `Every condition that is scored is strong enough${rest}.`
      : `${weak} of ${rows.length} ${weak === 1 ? 'is' : 'are'} too weak for what needs ${weak === 1 ? 'it' : 'them'}${rest}.`;
  },
  source:
    'Enablers of the CRM value chain (Buttle, Jones, Stone); three of the five and the threshold of 3 are house rules.',
});
