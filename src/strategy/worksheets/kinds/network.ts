import { defineWorksheet } from '../worksheet.ts';
import { counted, quoted } from '../words.ts';

/** Kinds of relations beside those with customers. Source: network development of the CRM value chain (Buttle). */
export const networkKinds = [
  { value: 'supplier', label: 'Suppliers' },
  { value: 'partner', label: 'Partners' },
  { value: 'owner', label: 'Owners and investors' },
  { value: 'employee', label: 'Employees' },
] as const;

const missing = (kinds: ReadonlySet<string | null>): string => {
  const names = networkKinds.filter(({ value }) => !kinds.has(value)).map(({ label }) => label.toLowerCase());
  return names.length === 0 || names.length === networkKinds.length
    ? ''
    : ` Nobody is named among ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)}.`;
};

/** Who else it takes to serve a segment: what they bring, what they get for it, and how safe the relation is. */
export const network = defineWorksheet({
  id: 'network',
  title: 'Network',
  answers:
    'Who else it takes to serve your customers, what they get for it, and where the network could tear.',
  concepts: ['B50', 'A19'],
  item: 'relation',
  fields: {
    who: { kind: 'text', label: 'Who', placeholder: 'Carrier, agency, works council …' },
    kind: { kind: 'choice', label: 'Kind', options: networkKinds },
    segment: { kind: 'segment', label: 'For whom', hint: 'The segment that they help to serve' },
    brings: { kind: 'text', label: 'Brings', placeholder: 'What customers gain by them' },
    gets: { kind: 'text', label: 'Gets', placeholder: 'Why they stay with us' },
    strength: {
      kind: 'score',
      label: 'Strength',
      hint: 'How good the relation is today',
      low: 1,
      high: 5,
      anchors: ['strained', 'loose', 'sound', 'close', 'as one team'],
    },
    risk: {
      kind: 'choice',
      label: 'Risk',
      hint: 'How likely they fail us or leave, and how hard they are to replace',
      options: [
        { value: 'low', label: 'Low' },
        { value: 'some', label: 'Some' },
        { value: 'high', label: 'High' },
      ],
    },
    answer: { kind: 'text', label: 'What we do about it', isLong: true },
  },
  name: 'who',
  columns: ['segment', 'brings', 'gets', 'strength', 'risk'],
  groupBy: 'kind',
  starters: {
    label: 'Begin with usual relations',
    rows: [
      {
        who: 'Main supplier',
        kind: 'supplier',
        brings: 'The right goods in time',
        gets: 'Volume it can plan with',
      },
      {
        who: 'Carrier',
        kind: 'supplier',
        brings: 'Delivery as promised',
        gets: 'Dense tours, prompt payment',
      },
      { who: 'Technology provider', kind: 'supplier', brings: 'Systems that work', gets: 'A reference' },
      {
        who: 'Reseller or venue',
        kind: 'partner',
        brings: 'Nearness to the customer',
        gets: 'Margin and leads',
      },
      { who: 'Referrer', kind: 'partner', brings: 'Introductions', gets: 'Introductions in return' },
      {
        who: 'Owners',
        kind: 'owner',
        brings: 'Patience while a relation pays back',
        gets: 'Growing customer value',
      },
      {
        who: 'Service team',
        kind: 'employee',
        brings: 'Rapport, first-time answers',
        gets: 'Freedom to decide',
      },
      {
        who: 'Account managers',
        kind: 'employee',
        brings: 'Knowledge of the account',
        gets: 'Pay by what stays',
      },
    ],
  },
  finding: (rows) => {
    if (rows.length === 0) return '';
    const atRisk = rows.filter(({ values }) => values.risk === 'high');
    const weakest = [...rows]
      .filter(({ values }) => values.strength !== null)
      .sort((a, b) => (a.values.strength ?? 0) - (b.values.strength ?? 0))[0];
    const gap = missing(new Set(rows.map(({ values }) => values.kind)));
    if (atRisk[0])
      return `${counted(atRisk.length, 'relation is', 'relations are')} at high risk, ${quoted(atRisk[0].values.who, 'one without a name')} first.${gap}`;
    return weakest && (weakest.values.strength ?? 5) <= 2
      ? `The network is weakest at ${quoted(weakest.values.who, 'one without a name')}.${gap}`
      : `${counted(rows.length, 'relation', 'relations')}, none known to be at high risk.${gap}`;
  },
  source:
    'Network development, the third primary stage of the CRM value chain (Buttle): suppliers, partners, owners, employees.',
});
