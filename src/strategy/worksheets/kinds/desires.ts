import { defineWorksheet } from '../worksheet.ts';
import { counted, quoted } from '../words.ts';

/** Why business customers want a relationship. */
export const businessReasons = ['complexity', 'importance', 'downstream', 'risk', 'reciprocity'] as const;
/** Why consumers want a relationship. */
export const consumerReasons = [
  'recognition',
  'personal',
  'power',
  'safety',
  'status',
  'affiliation',
] as const;

type Reason = (typeof businessReasons)[number] | (typeof consumerReasons)[number];
type Scores = { readonly [K in Reason]: number | null } & { readonly kind: string | null };

/** The reasons that count for a kind of customers; all while the kind is not said. */
const reasonsOf = (kind: string | null): readonly Reason[] => {
  if (kind === 'business') return businessReasons;
  return kind === 'consumer' ? consumerReasons : [...businessReasons, ...consumerReasons];
};

/** Mean of the reasons that are scored and count for this kind of customers, 0–3; null where none is. */
export const desireOf = (values: Scores): number | null => {
  const given = reasonsOf(values.kind)
    .map((reason) => values[reason])
    .filter((score) => score !== null);
  return given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length;
};

/** Our effort less their desire, −3 to 3; null while either is missing. */
export const pressOf = (values: Scores & { readonly effort: number | null }): number | null => {
  const desire = desireOf(values);
  return desire === null || values.effort === null ? null : values.effort - desire;
};

const desireAnchors = ['no', 'a little', 'clearly', 'strongly'] as const;
const reason = <const Label extends string, const Hint extends string>(label: Label, hint: Hint) =>
  ({ kind: 'score', label, hint, low: 0, high: 3, anchors: desireAnchors }) as const;

/** Who wants a relationship at all, why, and whether our effort fits that. */
export const desires = defineWorksheet({
  id: 'desires',
  title: 'Wish for a relationship',
  answers:
    'Which segments want a relationship with you, why, whom to leave in peace, and whether your effort fits.',
  concepts: ['B47'],
  item: 'segment',
  fields: {
    who: { kind: 'text', label: 'Segment in your words', placeholder: 'Small firms, first-time buyers …' },
    segment: { kind: 'segment', label: 'Segment' },
    kind: {
      kind: 'choice',
      label: 'Customers',
      hint: 'Business customers are judged by the first five reasons, consumers by the last six',
      options: [
        { value: 'business', label: 'Business' },
        { value: 'consumer', label: 'Private' },
      ],
    },
    effort: {
      kind: 'score',
      label: 'Our effort',
      hint: 'How hard we court them; pin the messages or contacts that they get, to check it',
      low: 0,
      high: 3,
      anchors: ['none', 'light', 'steady', 'intense'],
    },
    leave: {
      kind: 'flag',
      label: 'Do not pursue',
      hint: 'Serve them well when they come, and don’t court them',
    },
    complexity: reason('Complex product', 'It takes help to choose, install or use'),
    importance: reason('Strategic importance', 'Their own success hangs on it'),
    downstream: reason('Service afterwards', 'It needs upkeep, parts or training later'),
    risk: reason('High financial risk', 'A wrong choice would cost them dearly'),
    reciprocity: reason('Something in return', 'They expect us to buy from them or to share'),
    recognition: reason('To be recognised', 'To be known and addressed as a customer'),
    personal: reason('Made for me', 'Offers that fit their own case'),
    power: reason('Power', 'To have a say over the supplier'),
    safety: reason(
      'Less risk',
      'That it works, is safe, worth the money, accepted by others, and feels right',
    ),
    status: reason('Status', 'To stand out by belonging'),
    affiliation: reason('To belong', 'To be among people like them'),
  },
  name: 'who',
  columns: ['kind', 'effort', 'leave'],
  derived: [
    {
      key: 'desire',
      label: 'Their wish',
      unit: 'ratio',
      formula: 'Mean of the reasons that are scored and count for this kind of customers, 0 to 3.',
      of: (values) => desireOf(values),
    },
    {
      key: 'press',
      label: 'Our effort beyond it',
      unit: 'ratio',
      formula:
        'Our effort less their wish: above 0 we press more than they want, below we leave them waiting.',
      of: (values) => pressOf(values),
    },
  ],
  binding: 'actual',
  starters: {
    label: 'Begin with a bank’s example',
    rows: [
      {
        who: 'Small and medium firms',
        kind: 'business',
        complexity: 2,
        importance: 3,
        downstream: 2,
        risk: 3,
        reciprocity: 1,
      },
      {
        who: 'Large firms with several banks',
        kind: 'business',
        complexity: 2,
        importance: 1,
        downstream: 1,
        risk: 1,
        reciprocity: 2,
      },
      {
        who: 'Wealthy private customers',
        kind: 'consumer',
        recognition: 3,
        personal: 3,
        power: 2,
        safety: 3,
        status: 2,
        affiliation: 1,
      },
      {
        who: 'Everyday current accounts',
        kind: 'consumer',
        recognition: 1,
        personal: 1,
        power: 0,
        safety: 1,
        status: 0,
        affiliation: 0,
      },
    ],
  },
  finding: (rows) => {
    const judged = rows.flatMap((row) => {
      const press = pressOf(row.values);
      return press === null ? [] : [{ row, press }];
    });
    const against = rows.filter(({ values }) => values.leave && (values.effort ?? 0) > 0);
    if (against[0])
      return `${counted(against.length, 'segment is', 'segments are')} courted that should be left in peace, ${quoted(against[0].values.who, 'one without a name')} first.`;
    const most = [...judged].sort((a, b) => Math.abs(b.press) - Math.abs(a.press))[0];
    if (most && most.press >= 1)
      return `${quoted(most.row.values.who, 'One segment')} is courted more than it wants.`;
    if (most && most.press <= -1)
      return `${quoted(most.row.values.who, 'One segment')} wants more of a relationship than it gets.`;
    if (judged.length > 0) return 'Your effort fits what your segments want.';
    const keenest = [...rows].sort((a, b) => (desireOf(b.values) ?? -1) - (desireOf(a.values) ?? -1))[0];
    return keenest && desireOf(keenest.values) !== null
      ? `${quoted(keenest.values.who, 'One segment')} wants a relationship most; say how hard you court each.`
      : '';
  },
  source:
    'Why business customers (five reasons) and consumers (six) want a relationship. The example follows what banks see: small firms and the wealthy want one most.',
});
