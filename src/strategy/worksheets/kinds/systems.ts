import { defineWorksheet } from '../worksheet.ts';

interface SystemScores {
  readonly need: number | null;
  readonly quality: number | null;
  readonly access: number | null;
}

/** What a system lacks, points: how much work with customers depends on it, less the weaker of data quality and access; 0 where both suffice, null until all three are scored. */
export const systemGap = ({ need, quality, access }: SystemScores): number | null =>
  need === null || quality === null || access === null ? null : Math.max(0, need - Math.min(quality, access));

/** The applications that hold what is known of customers: who sees it, how good it is, what is missing. */
export const systems = defineWorksheet({
  id: 'systems',
  title: 'Systems',
  answers:
    'Which applications hold what you know of customers, how good it is, who can reach it, and what is missing.',
  concepts: ['D13', 'D14', 'D15', 'D16', 'B23'],
  item: 'system',
  fields: {
    system: { kind: 'text', label: 'System', placeholder: 'Web shop' },
    office: {
      kind: 'choice',
      label: 'Where',
      options: [
        { value: 'front', label: 'Front office: meets customers' },
        { value: 'between', label: 'Between: warehouse and analysis' },
        { value: 'back', label: 'Back office: fulfils and accounts' },
      ],
    },
    holds: { kind: 'text', label: 'What it knows of customers', placeholder: 'Orders, consent, complaints' },
    hasKey: {
      kind: 'flag',
      label: 'Same customer number',
      hint: 'Carries the number by which customers are joined',
    },
    need: {
      kind: 'score',
      label: 'Need',
      hint: 'How much work with customers depends on it, 1 little, 5 everything',
      low: 1,
      high: 5,
    },
    quality: {
      kind: 'score',
      label: 'Quality',
      hint: '1 nobody trusts it, 5 complete, right and current',
      low: 1,
      high: 5,
    },
    access: {
      kind: 'score',
      label: 'Access',
      hint: '1 its department only, 5 everyone who needs it, at once',
      low: 1,
      high: 5,
    },
    usedFor: {
      kind: 'text',
      label: 'What it is used for',
      placeholder: 'Campaigns, scoring, baskets',
      isLong: true,
    },
    plan: {
      kind: 'text',
      label: 'What happens to it',
      placeholder: 'Keep, mend, join, replace',
      isLong: true,
    },
  },
  name: 'system',
  columns: ['holds', 'need', 'quality', 'access', 'hasKey'],
  derived: [
    {
      key: 'gap',
      label: 'Gap',
      unit: 'points',
      formula: 'Need less the weaker of quality and access; 0 where both suffice.',
      of: systemGap,
    },
  ],
  groupBy: 'office',
  starters: {
    label: 'Begin with the usual systems',
    rows: [
      { system: 'Web shop', office: 'front', holds: 'Orders, visits, accounts' },
      { system: 'Sales system', office: 'front', holds: 'Contacts, offers, visits' },
      { system: 'Service desk', office: 'front', holds: 'Questions, complaints, times' },
      { system: 'Campaign tool', office: 'front', holds: 'Consent, sends, answers' },
      { system: 'Customer warehouse', office: 'between', holds: 'All of it, joined by customer' },
      { system: 'Analysis and scoring', office: 'between', holds: 'Value, segments, propensities' },
      { system: 'Order handling', office: 'back', holds: 'Delivery, stock, returns' },
      { system: 'Accounts', office: 'back', holds: 'Invoices, payment, credit' },
    ],
  },
  finding: (rows) => {
    const widest = rows
      .flatMap((row) => {
        const gap = systemGap(row.values);
        return gap === null ? [] : [{ row, gap }];
      })
      .sort((first, second) => second.gap - first.gap)[0];
    if (!widest) return '';
    const apart = rows.filter(({ values }) => !values.hasKey).length;
    const rest = apart > 0 ? ` ${apart} of ${rows.length} can’t be joined by customer.` : '';
    return widest.gap === 0
      ? `No gap in what is scored.${rest}`
      : `${widest.row.values.system.trim() || 'An unnamed system'} lacks most: ${widest.gap} ${widest.gap === 1 ? 'step' : 'steps'} short of what is needed.${rest}`;
  },
  source:
    'Information management after Payne and Frow (2005): repository, analysis tools, front and back office; scales are house rules.',
});
