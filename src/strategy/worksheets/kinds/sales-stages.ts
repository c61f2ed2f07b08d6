import { oneDecimal, percent, quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

interface SalesStage {
  readonly stage: string;
  readonly days: number | null;
  readonly conversion: number | null;
}

/** Share of those at the beginning who pass this stage: the product up to it; null where a conversion up to it is missing. */
export const cumulativeConversion = (upTo: readonly Pick<SalesStage, 'conversion'>[]): number | null =>
  upTo.reduce<number | null>(
    (share, { conversion }) => (share === null || conversion === null ? null : share * conversion),
    upTo.length === 0 ? null : 1,
  );

const valuesOf = (rows: readonly { readonly values: SalesStage }[]): readonly SalesStage[] =>
  rows.map(({ values }) => values);

/** The stages from the first up to the one with these very values. */
const upTo = (values: object, rows: readonly { readonly values: SalesStage }[]): readonly SalesStage[] => {
  const at = rows.findIndex((row) => row.values === values);
  return valuesOf(rows.slice(0, at + 1));
};

/** The way of a deal from lead to signature: how long, who, and how many get through. */
export const salesStages = defineWorksheet({
  id: 'sales-stages',
  title: 'Sales stages',
  answers:
    'How a lead becomes a customer, how many get through each stage, how long it takes, and who does it.',
  concepts: ['B29'],
  item: 'stage',
  fields: {
    stage: { kind: 'text', label: 'Stage' },
    days: { kind: 'amount', label: 'Takes', hint: 'Usual days in this stage', unit: 'days', min: 0 },
    conversion: {
      kind: 'amount',
      label: 'Get through',
      hint: 'Share of those who come to this stage that pass it',
      unit: 'share',
      min: 0,
      max: 1,
    },
    who: { kind: 'text', label: 'Who', placeholder: 'Role' },
    done: { kind: 'text', label: 'Done when', placeholder: 'What must be there to go on' },
    tool: { kind: 'text', label: 'Tool', placeholder: 'What is automated' },
    lost: { kind: 'text', label: 'Why they drop out', isLong: true },
  },
  name: 'stage',
  columns: ['days', 'conversion', 'who', 'done'],
  derived: [
    {
      key: 'through',
      label: 'Of all leads',
      unit: 'share',
      formula:
        'Product of the shares that get through, from the first stage to this one, in the order of the table.',
      of: (values, rows = []) => cumulativeConversion(upTo(values, rows)),
    },
  ],
  binding: 'actual',
  starters: {
    label: 'Begin with eight stages',
    rows: [
      { stage: 'Lead generation', who: 'Marketing', done: 'Name, firm and interest are known' },
      { stage: 'Lead qualification', who: 'Inside sales', done: 'Need, budget and who decides are known' },
      { stage: 'Needs identification', who: 'Sales', done: 'The customer agrees with our summary' },
      { stage: 'Specification', who: 'Sales and technology', done: 'What is delivered is written down' },
      { stage: 'Proposal', who: 'Sales', done: 'Price and terms are approved' },
      { stage: 'Presentation', who: 'Sales', done: 'Everyone who decides has seen it' },
      { stage: 'Objections', who: 'Sales and service', done: 'Each has an answer' },
      { stage: 'Closing', who: 'Sales', done: 'Signed, and handed to service' },
    ],
  },
  finding: (rows) => {
    const all = valuesOf(rows);
    const worst = [...all]
      .filter(({ conversion }) => conversion !== null)
      .sort((a, b) => (a.conversion ?? 1) - (b.conversion ?? 1))[0];
    if (!worst) return '';
    const through = cumulativeConversion(all);
    const days = all.every((one) => one.days !== null)
      ? ` after ${oneDecimal(all.reduce((sum, one) => sum + (one.days ?? 0), 0))} days`
      : '';
    const narrowest = `the narrowest stage is ${quoted(worst.stage, 'one without a name')}, where ${percent(worst.conversion ?? 0)} get through`;
    return through === null
      ? `So far ${narrowest}.`
      : `Of 100 leads ${oneDecimal(through * 100)} become customers${days}; ${narrowest}.`;
  },
  source: 'Sales-force automation: the eight usual stages of a sale, yours to change.',
});
