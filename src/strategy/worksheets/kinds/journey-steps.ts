import { counted, percent, quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

const judged = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
  { value: 'none', label: 'Nothing digital here' },
] as const;

interface Checks {
  readonly navigation: string | null;
  readonly large: string | null;
  readonly words: string | null;
  readonly dynamic: string | null;
}

/** Share of the four digital checks that are met, partly counting half; null while none applies. */
export const digitalShare = ({ navigation, large, words, dynamic }: Checks): number | null => {
  const applied = [navigation, large, words, dynamic].filter((one) => one !== null && one !== 'none');
  const met = applied.reduce((sum, one) => sum + (one === 'yes' ? 1 : one === 'partly' ? 0.5 : 0), 0);
  return applied.length === 0 ? null : met / applied.length;
};

/** Which side is missing from a step: theirs without ours, or ours that they don't notice; null when both or neither are there. */
export const missingLane = (ours: string, theirs: string): 'ours' | 'theirs' | null => {
  if ((ours.trim() === '') === (theirs.trim() === '')) return null;
  return ours.trim() === '' ? 'ours' : 'theirs';
};

/** The way to us and with us as both sides see it, and where they don't meet. */
export const journeySteps = defineWorksheet({
  id: 'journey-steps',
  title: 'Two-lane journey',
  answers:
    'What customers do and what you do at each step, where one side is alone, and how good it is on a screen.',
  concepts: ['A24', 'A25', 'A23'],
  item: 'step',
  fields: {
    step: { kind: 'text', label: 'Step', placeholder: 'What happens' },
    stage: {
      kind: 'choice',
      label: 'Process',
      options: [
        { value: 'acquire', label: 'Acquire' },
        { value: 'develop', label: 'Develop' },
        { value: 'retain', label: 'Retain' },
      ],
    },
    ours: { kind: 'text', label: 'We', placeholder: 'Nothing yet', hint: 'Empty: customers are alone here' },
    theirs: {
      kind: 'text',
      label: 'They',
      placeholder: 'They don’t notice',
      hint: 'Empty: customers notice nothing of it',
    },
    days: {
      kind: 'amount',
      label: 'Takes',
      hint: 'Usual days; pin a number where the data tell',
      unit: 'days',
      min: 0,
    },
    navigation: { kind: 'choice', label: 'They find their way', hint: 'Navigation', options: judged },
    large: {
      kind: 'choice',
      label: 'Easy to see and hit',
      hint: 'Large elements, on a small screen too',
      options: judged,
    },
    words: {
      kind: 'choice',
      label: 'Clear words and next step',
      hint: 'Copy and call to action',
      options: judged,
    },
    dynamic: {
      kind: 'choice',
      label: 'Fits who is looking',
      hint: 'Content that follows what we know of them',
      options: judged,
    },
  },
  name: 'step',
  columns: ['theirs', 'ours', 'days'],
  derived: [
    {
      key: 'digital',
      label: 'Digital checks met',
      unit: 'share',
      formula: 'Share of the four checks that apply which are met; partly counts half.',
      of: (values) => digitalShare(values),
    },
  ],
  groupBy: 'stage',
  binding: 'actual',
  starters: {
    label: 'Begin with the way to a customer',
    rows: [
      { step: 'A need arises', stage: 'acquire', theirs: 'See that they need something', ours: 'Prospect' },
      { step: 'Search', stage: 'acquire', theirs: 'Look for solutions', ours: 'Identify leads' },
      { step: 'Sorting out', stage: 'acquire', ours: 'Score leads' },
      { step: 'Comparison', stage: 'acquire', theirs: 'Evaluate what is offered', ours: 'Nurture leads' },
      { step: 'Choice', stage: 'acquire', theirs: 'Select a supplier' },
      { step: 'Terms', stage: 'acquire', theirs: 'Negotiate' },
      { step: 'First use', stage: 'acquire', theirs: 'Try it', ours: 'Onboard' },
    ],
  },
  finding: (rows) => {
    const alone = rows.filter(({ values }) => missingLane(values.ours, values.theirs) === 'ours');
    const unnoticed = rows.filter(({ values }) => missingLane(values.ours, values.theirs) === 'theirs');
    const weakest = rows
      .flatMap(({ values }) => {
        const share = digitalShare(values);
        return share === null || share >= 0.5 ? [] : [{ name: values.step, share }];
      })
      .sort((a, b) => a.share - b.share)[0];
    const digital = weakest
      ? ` On a screen ${quoted(weakest.name, 'one step')} meets ${percent(weakest.share)} of its checks.`
      : '';
    if (alone[0])
      return `Customers are alone at ${counted(alone.length, 'step', 'steps')}, ${quoted(alone[0].values.step, 'one without a name')} first${unnoticed.length > 0 ? `; ${unnoticed.length} of yours they don’t notice` : ''}.${digital}`;
    const met = rows.filter(({ values }) => values.ours.trim() !== '' && values.theirs.trim() !== '').length;
    return met === 0 && !digital
      ? ''
      : `Both sides meet at ${met} of ${counted(rows.length, 'step', 'steps')}.${digital}`;
  },
  source:
    'Stages of the customer journey from two viewpoints (CRM value chain): supplier’s steps beside the customer’s; four checks of a digital experience.',
});
