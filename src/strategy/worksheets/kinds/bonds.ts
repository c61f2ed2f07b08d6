import { quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

interface Bond {
  readonly customers: number | null;
  readonly effect: number | null;
  readonly value: number | null;
  readonly cost: number | null;
}

/** What a bond leaves a year, money: customers × extra share kept × value of one, less its cost; null while any is missing. */
export const bondNet = ({ customers, effect, value, cost }: Bond): number | null =>
  customers === null || effect === null || value === null || cost === null
    ? null
    : customers * effect * value - cost;

/** Extra share of customers who must stay for a bond to pay, 0–1 or above (it can't pay); null while a part is missing. */
export const bondBreakEven = ({ customers, value, cost }: Omit<Bond, 'effect'>): number | null =>
  customers === null || value === null || cost === null || customers * value <= 0
    ? null
    : cost / (customers * value);

/** Ways to keep customers, by the bond that each ties, and what they cost and bring. */
export const bonds = defineWorksheet({
  id: 'bonds',
  title: 'Bonds that keep customers',
  answers: 'Which bonds you tie with whom, what each costs, and how many more must stay for it to pay.',
  concepts: ['A30', 'B10', 'B9'],
  item: 'bond',
  fields: {
    strategy: { kind: 'text', label: 'What we offer', placeholder: 'Club, rebate, joint planning …' },
    bond: {
      kind: 'choice',
      label: 'Bond',
      options: [
        { value: 'financial', label: 'Financial', hint: 'It pays to stay; the easiest to copy' },
        { value: 'social', label: 'Social', hint: 'People know and trust each other' },
        {
          value: 'customisation',
          label: 'Customisation',
          hint: 'It fits them and would have to be made anew elsewhere',
        },
        {
          value: 'structural',
          label: 'Structural',
          hint: 'Processes or systems are joined; the hardest to copy',
        },
      ],
    },
    market: {
      kind: 'choice',
      label: 'Suits',
      options: [
        { value: 'business', label: 'Business customers' },
        { value: 'consumer', label: 'Consumers' },
        { value: 'both', label: 'Both' },
      ],
    },
    segment: { kind: 'segment', label: 'Who may have it' },
    customers: {
      kind: 'amount',
      label: 'Customers',
      hint: 'How many of them; a segment says its size',
      unit: 'count',
      min: 0,
    },
    value: {
      kind: 'amount',
      label: 'Worth of one',
      hint: 'Contribution a year of one who stays',
      unit: 'money',
      min: 0,
    },
    effect: {
      kind: 'amount',
      label: 'More stay',
      hint: 'Extra share of them who stay because of it, a year: 2% means 2 in 100',
      unit: 'share',
      min: 0,
      max: 1,
    },
    cost: {
      kind: 'amount',
      label: 'Cost a year',
      hint: 'For all of them, rewards and running it',
      unit: 'money',
      min: 0,
    },
    terms: {
      kind: 'text',
      label: 'Terms',
      isLong: true,
      placeholder: 'From when, for how long, what ends it',
    },
  },
  name: 'strategy',
  columns: ['segment', 'customers', 'value', 'effect', 'cost'],
  derived: [
    {
      key: 'net',
      label: 'Leaves a year',
      unit: 'money',
      formula: 'Customers × more who stay × worth of one, less cost a year.',
      of: (values) => bondNet(values),
    },
    {
      key: 'breakEven',
      label: 'Must stay',
      unit: 'share',
      formula: 'Cost a year ÷ (customers × worth of one): the extra share who must stay for it to pay.',
      of: (values) => bondBreakEven(values),
    },
  ],
  groupBy: 'bond',
  starters: {
    label: 'Begin with a catalogue',
    rows: [
      {
        strategy: 'Points for purchases',
        bond: 'financial',
        market: 'consumer',
        terms: 'A reward worth having within a few months; at most two steps to redeem.',
      },
      {
        strategy: 'Year-end rebate by volume',
        bond: 'financial',
        market: 'business',
        terms: 'Steps by what was bought in the year; paid as credit on the next one.',
      },
      {
        strategy: 'Shared benefits with partners',
        bond: 'financial',
        market: 'both',
        terms: 'Brackets by spend; partners bear their part.',
      },
      {
        strategy: 'Customer club and events',
        bond: 'social',
        market: 'consumer',
        terms: 'By invitation; no selling at it.',
      },
      {
        strategy: 'One contact person',
        bond: 'social',
        market: 'business',
        terms: 'With a deputy who knows the account.',
      },
      {
        strategy: 'Community of users',
        bond: 'social',
        market: 'both',
        terms: 'Customers help customers; we listen.',
      },
      {
        strategy: 'Own price list, packs or labels',
        bond: 'customisation',
        market: 'business',
        terms: 'Reviewed once a year.',
      },
      {
        strategy: 'Preferences kept, offers that fit',
        bond: 'customisation',
        market: 'consumer',
        terms: 'They see and change what we know.',
      },
      {
        strategy: 'Priority service',
        bond: 'customisation',
        market: 'business',
        terms: 'Answer within an agreed time; service credits if not.',
      },
      {
        strategy: 'Joint planning of demand and stock',
        bond: 'structural',
        market: 'business',
        terms: 'A quarterly plan; both see stock and forecast.',
      },
      {
        strategy: 'Systems that order by themselves',
        bond: 'structural',
        market: 'business',
        terms: 'Set-up is ours; data can be taken along.',
      },
      {
        strategy: 'Subscription with delivery',
        bond: 'structural',
        market: 'consumer',
        terms: 'Pause or end at any time.',
      },
    ],
  },
  finding: (rows) => {
    const figured = rows
      .flatMap(({ values }) => {
        const net = bondNet(values);
        return net === null ? [] : [{ name: values.strategy, net }];
      })
      .sort((a, b) => b.net - a.net);
    const losing = figured.filter(({ net }) => net < 0);
    if (figured[0])
      return `${quoted(figured[0].name, 'One bond')} ${figured[0].net >= 0 ? 'leaves most' : 'loses least'}; ${losing.length} of ${figured.length} cost more than they keep.`;
    const copied = rows.filter(({ values }) => values.bond === 'financial').length;
    const placed = rows.filter(({ values }) => values.bond !== null).length;
    return placed === 0
      ? ''
      : `${copied} of ${placed} bonds are financial, the kind that others copy first; say what each costs and keeps.`;
  },
  source:
    'Retention by bonds: financial, social, customisation, structural. Rebate, priority service and joint planning are patterns for business customers.',
});
