import type { FormatUnit } from '../../core/format/formats.ts';
import { cellWords, priceCellWords } from './cells.ts';
import type { Portfolio, PortfolioGroup } from './result.ts';

/** One group of customers, ready for a table. */
export interface GroupRow extends PortfolioGroup {
  readonly key: string;
  readonly title: string;
  /** Who is in it, and what to do. */
  readonly words: string;
}

/** A figure of a group with its heading and what it means. */
export interface GroupFigure {
  readonly key: keyof PortfolioGroup;
  readonly label: string;
  readonly unit: FormatUnit;
  readonly meaning: string;
  /** Shown only where it is asked for. */
  readonly isRare?: true;
}

/** The figures of a group, as tables show them. */
export const groupFigures: readonly GroupFigure[] = [
  { key: 'customers', label: 'Customers', unit: 'count', meaning: 'Customers in it' },
  { key: 'share', label: 'Share', unit: 'share', meaning: 'Of all who were valued' },
  {
    key: 'clv',
    label: 'Lifetime value',
    unit: 'money',
    meaning: 'Sum over them, as far ahead as Customer value looks',
  },
  {
    key: 'pAlive',
    label: 'Still customers',
    unit: 'share',
    meaning: 'Mean chance of still being a customer',
  },
  { key: 'profit', label: 'Profit so far', unit: 'money', meaning: 'After the cost to serve' },
  { key: 'serve', label: 'Cost to serve', unit: 'money', meaning: 'So far' },
  {
    key: 'relationship',
    label: 'Relationship',
    unit: 'share',
    meaning:
      'Mean of: has referred somebody; survey or review of at least 4 in 5; longer a customer than most',
    isRare: true,
  },
];

/** The cells of the portfolio as rows. */
export const cellRows = ({ cells }: Portfolio): readonly GroupRow[] =>
  cells.map((cell) => {
    const words = cellWords[cell.name as keyof typeof cellWords];
    return { ...cell, key: cell.name, title: words.title, words: `${words.who}. ${words.play}.` };
  });

/** Shapiro's four as rows. */
export const priceRows = ({ priceCells }: Portfolio): readonly GroupRow[] =>
  priceCells.map((cell) => {
    const words = priceCellWords[cell.name as keyof typeof priceCellWords];
    return { ...cell, key: cell.name, title: words.title, words: `${words.who}. ${words.play}.` };
  });

/** The service tiers as rows. */
export const tierRows = ({ tiers }: Portfolio): readonly GroupRow[] => {
  const words = [
    'The best fifth of the profitable: a contact in person, first in the queue.',
    'The next 30%: fast answers, proactive offers.',
    'The other half of the profitable: good standard service.',
    'Cost more than they brought: self-service, order minimum.',
  ];
  return tiers.map((tier, at) => ({
    ...tier,
    key: String(tier.tier),
    title: tier.from === null ? 'Without profit' : `Tier ${tier.tier}`,
    words: words[at] ?? '',
  }));
};

/** Lists that follow from rules, as rows. */
export const listRows = (value: Portfolio): readonly GroupRow[] => [
  { ...value.key, key: 'key', title: 'Key customers', words: 'Regular and proven profitable.' },
  {
    ...value.highValue,
    key: 'high-value',
    title: 'High future value',
    words: 'The tenth with the highest lifetime values.',
  },
  {
    ...value.highVolume,
    key: 'high-volume',
    title: 'High volume',
    words: 'The tenth with the most revenue.',
  },
  {
    ...value.unprofitable,
    key: 'unprofitable',
    title: 'Unprofitable',
    words: 'Cost more than they brought so far.',
  },
  {
    ...value.keptByValue,
    key: 'kept-by-value',
    title: 'Kept for their future',
    words: 'Unprofitable so far, but their purchases to come will pay.',
  },
  {
    ...value.keptByReferrals,
    key: 'kept-by-referrals',
    title: 'Kept for their referrals',
    words: 'Unprofitable, but they have brought others.',
  },
  {
    ...value.candidates,
    key: 'candidates',
    title: 'Divest list',
    words: 'Nothing speaks for them: other terms first, then a courteous end.',
  },
];
