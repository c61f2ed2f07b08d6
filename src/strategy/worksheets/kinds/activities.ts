import { oneDecimal, percent, quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

/** Published tiers of activities that build relationships, most effective first. */
export const effectivenessTiers = [
  { value: 'most', label: 'Most effective, as published' },
  { value: 'less', label: 'Less effective' },
  { value: 'least', label: 'Least effective' },
] as const;

/** Fewer outcomes than this say nothing about an activity (house rule). */
export const fewestOutcomes = 5;

interface Costed {
  readonly activity: string;
  readonly tier: string | null;
  readonly cost: number | null;
  readonly outcomes: number | null;
  readonly outcome: string | null;
}

/** Cost of one outcome, money; null with fewer than {@link fewestOutcomes} outcomes or without a cost. */
export const costPerOutcome = ({ cost, outcomes }: Pick<Costed, 'cost' | 'outcomes'>): number | null =>
  cost === null || outcomes === null || outcomes < fewestOutcomes ? null : cost / outcomes;

/** Share of what all activities cost; null where nothing is known to be spent on this one. */
export const budgetShare = (cost: number | null, all: readonly Pick<Costed, 'cost'>[]): number | null => {
  const total = all.reduce((sum, one) => sum + (one.cost ?? 0), 0);
  return cost === null || total === 0 ? null : cost / total;
};

const tierAt = (tier: string | null): number => effectivenessTiers.findIndex(({ value }) => value === tier);

/**
 * Pairs in which an activity of a lower published tier brings the same kind of outcome for less, the greatest difference first.
 * `times` is how many times as much the published favourite costs.
 */
export const contradictions = (
  all: readonly Costed[],
): readonly { readonly better: string; readonly published: string; readonly times: number }[] => {
  const judged = all.flatMap((one) => {
    const each = costPerOutcome(one);
    return each === null || each <= 0 || one.outcome === null || tierAt(one.tier) < 0
      ? []
      : [{ ...one, each }];
  });
  return judged
    .flatMap((better) =>
      judged
        .filter(
          (other) =>
            other.outcome === better.outcome &&
            tierAt(other.tier) < tierAt(better.tier) &&
            better.each < other.each,
        )
        .map((other) => ({
          better: better.activity,
          published: other.activity,
          times: other.each / better.each,
        })),
    )
    .sort((a, b) => b.times - a.times);
};

/** Share of the budget of each tier, most effective first; null while nothing is spent. */
export const budgetByTier = (all: readonly Pick<Costed, 'cost' | 'tier'>[]): readonly number[] | null => {
  const total = all.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  return total === 0
    ? null
    : effectivenessTiers.map(
        ({ value }) =>
          all.reduce((sum, { cost, tier }) => sum + (tier === value ? (cost ?? 0) : 0), 0) / total,
      );
};

const valuesOf = (rows: readonly { readonly values: Costed }[]): readonly Costed[] =>
  rows.map(({ values }) => values);

const published = (tier: 'most' | 'less' | 'least', names: readonly string[]) =>
  names.map((activity) => ({ activity, tier }));

/** What we do to build relationships, by how effective it is said to be and by what it costs us. */
export const activities = defineWorksheet({
  id: 'activities',
  title: 'Activities',
  answers:
    'Where the money for building relationships goes, and whether your own figures agree with what is published.',
  concepts: ['B18'],
  item: 'activity',
  fields: {
    activity: { kind: 'text', label: 'Activity' },
    tier: { kind: 'choice', label: 'Published tier', options: effectivenessTiers },
    phase: {
      kind: 'choice',
      label: 'Fits when',
      hint: 'Activities that begin a relation fade as it develops',
      options: [
        { value: 'begin', label: 'It begins' },
        { value: 'develop', label: 'It develops' },
        { value: 'keep', label: 'It is established' },
      ],
    },
    segment: { kind: 'segment', label: 'For whom' },
    cost: {
      kind: 'amount',
      label: 'Cost a year',
      hint: 'With the hours of your own people',
      unit: 'money',
      min: 0,
    },
    outcome: {
      kind: 'choice',
      label: 'What counts',
      hint: 'Only activities with the same outcome are compared',
      options: [
        { value: 'contact', label: 'Conversations' },
        { value: 'lead', label: 'Leads' },
        { value: 'order', label: 'Orders' },
        { value: 'kept', label: 'Customers kept' },
        { value: 'referral', label: 'Referrals' },
      ],
    },
    outcomes: { kind: 'amount', label: 'Outcomes a year', unit: 'count', min: 0 },
    note: { kind: 'text', label: 'What we change', isLong: true },
  },
  name: 'activity',
  columns: ['cost', 'outcome', 'outcomes', 'phase'],
  derived: [
    {
      key: 'each',
      label: 'Cost of one',
      unit: 'money',
      formula: `Cost a year divided by outcomes a year; a dash with fewer than ${fewestOutcomes} outcomes, which say nothing.`,
      of: (values) => costPerOutcome(values),
    },
    {
      key: 'share',
      label: 'Of the budget',
      unit: 'share',
      formula: 'Cost a year divided by that of all activities here.',
      of: ({ cost }, rows = []) => budgetShare(cost, valuesOf(rows)),
    },
  ],
  groupBy: 'tier',
  starters: {
    label: 'Begin with the published list',
    rows: [
      ...published('most', [
        'Research into the customer’s business',
        'One-to-one relations',
        'Small seminars',
        'Articles in the customers’ sector press',
        'Speeches at their industry meetings',
      ]),
      ...published('less', [
        'Community and civic activities',
        'Networking with people who may refer',
        'Newsletters',
      ]),
      ...published('least', [
        'Public relations',
        'Brochures',
        'Ballroom seminars',
        'Direct mail',
        'Cold calls',
        'Sponsorship of culture or sport',
        'Advertising',
        'Video brochures',
      ]),
    ],
  },
  finding: (rows) => {
    const all = valuesOf(rows);
    const shares = budgetByTier(all);
    if (!shares) return '';
    const least = `${percent(shares[2] ?? 0)} of the budget goes to what is published as least effective, ${percent(shares[0] ?? 0)} to the most effective`;
    const found = contradictions(all);
    if (found[0])
      return `Against the published order, an outcome of ${quoted(found[0].published, 'one')} costs you ${oneDecimal(found[0].times)} times what one of ${quoted(found[0].better, 'another')} does. ${least}.`;
    const judged = all.filter((one) => costPerOutcome(one) !== null).length;
    return judged >= 2 ? `${least}; your own figures don’t contradict the published order.` : `${least}.`;
  },
  source:
    'Activities that build relations in three published tiers of effectiveness, opinions of practitioners: try them on your own cost and outcomes.',
});
