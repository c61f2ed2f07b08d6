import { defineWorksheet } from '../worksheet.ts';

const isKnown = (value: number | null): value is number => value !== null;

/** What a market buys in a year: buyers × purchases of each × price; money. Null until all three are known. */
export const marketValue = (
  buyers: number | null,
  purchases: number | null,
  price: number | null,
): number | null =>
  isKnown(buyers) && isKnown(purchases) && isKnown(price) ? buyers * purchases * price : null;

/** Our part of a market, 0–1 (more when the market is underestimated); null without either, and for a market worth nothing. */
export const marketShare = (value: number | null, ours: number | null): number | null =>
  isKnown(value) && isKnown(ours) && value > 0 ? ours / value : null;

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumSignificantDigits: 2 });

/** How large the markets are, and how much of each is ours. */
export const marketSizing = defineWorksheet({
  id: 'market-sizing',
  title: 'Market size',
  answers: 'What each market buys in a year, how much of it is ours, and what is still open.',
  concepts: ['A4', 'A5'],
  item: 'market',
  fields: {
    market: { kind: 'text', label: 'Market', placeholder: 'Gift wrap for shops in Scotland' },
    buyers: {
      kind: 'amount',
      label: 'Buyers',
      hint: 'Who buy this class of product at all',
      unit: 'count',
      min: 0,
    },
    purchases: {
      kind: 'amount',
      label: 'Purchases a year',
      hint: 'How often each buys, on average',
      unit: 'ratio',
      min: 0,
    },
    price: { kind: 'amount', label: 'Price', hint: 'What one purchase costs', unit: 'money', min: 0 },
    revenue: {
      kind: 'amount',
      label: 'Our revenue',
      hint: 'In the same market, in a year',
      unit: 'money',
      min: 0,
    },
    segment: {
      kind: 'segment',
      label: 'Our customers there',
      hint: 'The segment of ours that belongs to this market; none: all customers',
    },
    growth: { kind: 'amount', label: 'Growth a year', unit: 'share', min: -1 },
    heardFrom: { kind: 'text', label: 'Source', placeholder: 'Statistics office 2024, trade association …' },
    note: { kind: 'text', label: 'How it was estimated', isLong: true },
  },
  name: 'market',
  columns: ['buyers', 'purchases', 'price', 'revenue'],
  derived: [
    {
      key: 'value',
      label: 'Market a year',
      unit: 'money',
      formula: 'Buyers × purchases a year × price.',
      of: ({ buyers, purchases, price }) => marketValue(buyers, purchases, price),
    },
    {
      key: 'share',
      label: 'Our share',
      unit: 'share',
      formula: 'Our revenue ÷ what the market buys in a year. Above 100 % the market is underestimated.',
      of: ({ buyers, purchases, price, revenue }) =>
        marketShare(marketValue(buyers, purchases, price), revenue),
    },
    {
      key: 'open',
      label: 'Bought elsewhere',
      unit: 'money',
      formula: 'What the market buys in a year less our revenue; nothing where ours is more.',
      of: ({ buyers, purchases, price, revenue }) => {
        const value = marketValue(buyers, purchases, price);
        return isKnown(value) && isKnown(revenue) ? Math.max(0, value - revenue) : null;
      },
    },
  ],
  rankBy: 'value',
  finding: (rows) => {
    const known = rows.flatMap(({ values }) => {
      const value = marketValue(values.buyers, values.purchases, values.price);
      return isKnown(value) && isKnown(values.revenue) ? [{ value, revenue: values.revenue }] : [];
    });
    const value = known.reduce((sum, one) => sum + one.value, 0);
    if (rows.length === 0) return '';
    if (value <= 0) return 'No market is sized yet.';
    const share = known.reduce((sum, one) => sum + one.revenue, 0) / value;
    return `We hold ${percent.format(share)} of the ${known.length === 1 ? 'market that is' : `${known.length} markets that are`} sized.`;
  },
  source:
    'A market as the demand for a class of product: CRM value chain. The size is built from below, not from a published total.',
});
