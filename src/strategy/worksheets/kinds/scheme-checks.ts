import { oneDecimal, quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

interface Check {
  readonly check: string;
  readonly side: string | null;
  readonly weight: number | null;
  readonly truth: number | null;
  readonly left: number | null;
}

/** Weight times how true it is, negative for a reason against; null while any of the three is missing. `truth` is 0–5. */
export const checkCounts = (
  { side, weight }: Pick<Check, 'side' | 'weight'>,
  truth: number | null,
): number | null =>
  side === null || weight === null || truth === null ? null : (side === 'for' ? 1 : -1) * weight * truth;

/** How true a check stays once what is planned about it is done; as now where nothing is said. */
export const truthAfter = ({ truth, left }: Pick<Check, 'truth' | 'left'>): number | null =>
  truth === null ? null : (left ?? truth);

/** Points for and against, now or after what is planned; both positive. Checks not yet judged count nothing. */
export const weighSides = (
  checks: readonly Check[],
  when: 'now' | 'after',
): { readonly for: number; readonly against: number } => {
  const counts = checks.map(
    (check) => checkCounts(check, when === 'now' ? check.truth : truthAfter(check)) ?? 0,
  );
  return {
    for: counts.reduce((sum, count) => sum + Math.max(0, count), 0),
    against: counts.reduce((sum, count) => sum + Math.max(0, -count), 0),
  };
};

const truthAnchors = ['not at all', 'hardly', 'a little', 'partly', 'mostly', 'fully'] as const;

/** Fourteen checks of a loyalty scheme: does what speaks for it outweigh what speaks against it, for us? */
export const schemeChecks = defineWorksheet({
  id: 'scheme-checks',
  title: 'For and against',
  answers: 'Whether a loyalty scheme would do you more good than harm, and what would have to be different.',
  concepts: ['B7', 'B5', 'B6'],
  item: 'check',
  fields: {
    check: { kind: 'text', label: 'Check' },
    side: {
      kind: 'choice',
      label: 'Side',
      options: [
        { value: 'for', label: 'Reasons for' },
        { value: 'against', label: 'Reasons against' },
      ],
    },
    weight: {
      kind: 'score',
      label: 'Weight',
      hint: 'How much it matters to us, if true',
      low: 1,
      high: 5,
      anchors: ['hardly', 'little', 'some', 'much', 'decides'],
    },
    truth: {
      kind: 'score',
      label: 'True for us',
      hint: 'Of the scheme as planned',
      low: 0,
      high: 5,
      anchors: truthAnchors,
    },
    mitigation: {
      kind: 'text',
      label: 'What we do about it',
      placeholder: 'Change of terms, rewards, rules',
    },
    left: {
      kind: 'score',
      label: 'True once done',
      hint: 'How true it stays when that is done; as now where nothing is chosen',
      low: 0,
      high: 5,
      anchors: truthAnchors,
    },
  },
  name: 'check',
  columns: ['weight', 'truth', 'mitigation', 'left'],
  derived: [
    {
      key: 'now',
      label: 'Counts',
      unit: 'points',
      formula: 'Weight × how true it is; below zero for a reason against.',
      of: (values) => checkCounts(values, values.truth),
    },
    {
      key: 'after',
      label: 'Once done',
      unit: 'points',
      formula: 'Weight × how true it stays once what is planned is done; below zero for a reason against.',
      of: (values) => checkCounts(values, truthAfter(values)),
    },
  ],
  groupBy: 'side',
  starters: {
    label: 'Begin with the fourteen checks',
    rows: [
      { check: 'It gives a reason to buy from us', side: 'for', weight: 3 },
      { check: 'It opens a long relation', side: 'for', weight: 3 },
      { check: 'It gives occasions to talk to customers', side: 'for', weight: 3 },
      { check: 'It sets us apart from competitors', side: 'for', weight: 3 },
      { check: 'It brings more sales', side: 'for', weight: 3 },
      { check: 'It tells us what customers buy', side: 'for', weight: 3 },
      { check: 'It is a base for joint offers with partners', side: 'for', weight: 3 },
      { check: 'It draws customers who don’t suit us', side: 'against', weight: 3 },
      { check: 'It is dear to set up', side: 'against', weight: 3 },
      { check: 'Running it takes extra sales to pay', side: 'against', weight: 3 },
      { check: 'Rewards are too small to move anyone', side: 'against', weight: 3 },
      { check: 'Redeeming is too complicated', side: 'against', weight: 3 },
      { check: 'A worthwhile reward takes too long', side: 'against', weight: 3 },
      { check: 'Loyal to the reward, gone with it', side: 'against', weight: 3 },
    ],
  },
  finding: (rows) => {
    const checks = rows.map(({ values }) => values);
    const judged = checks.filter((check) => checkCounts(check, check.truth) !== null);
    if (judged.length === 0) return '';
    const now = weighSides(checks, 'now');
    const after = weighSides(checks, 'after');
    const heaviest = [...judged]
      .filter(({ side }) => side === 'against')
      .sort((a, b) => (checkCounts(a, truthAfter(a)) ?? 0) - (checkCounts(b, truthAfter(b)) ?? 0))[0];
    const says = (pros: number, cons: number): string => {
      if (pros === cons) return `weigh as much as those against, ${oneDecimal(pros)} points each`;
      return `${pros > cons ? 'outweigh' : 'do not outweigh'} those against, ${oneDecimal(pros)} to ${oneDecimal(cons)} points`;
    };
    const plan =
      after.for === now.for && after.against === now.against
        ? ''
        : `; once your changes are made, ${oneDecimal(after.for)} to ${oneDecimal(after.against)}`;
    const partial = judged.length < rows.length ? ` ${judged.length} of ${rows.length} are judged.` : '';
    const against = heaviest ? ` ${quoted(heaviest.check, 'One')} weighs most against it.` : '';
    return `The reasons for a scheme ${says(now.for, now.against)}${plan}.${against}${partial}`;
  },
  source:
    'Fourteen published points about loyalty schemes, seven for and seven against; weights of 3 are ours.',
});
