import { channelCategories } from '../options/channel-categories.ts';
import { oneDecimal, quoted } from '../words.ts';
import { defineWorksheet } from '../worksheet.ts';

/** Revenue for each unit of money that a channel costs; null while either is missing or nothing is spent. */
export const revenuePerCost = (revenue: number | null, cost: number | null): number | null =>
  revenue === null || cost === null || cost <= 0 ? null : revenue / cost;

/** Our own channels in the six categories: what they cost, bring, and how content customers are with them. */
export const channels = defineWorksheet({
  id: 'channels',
  title: 'Own channels',
  answers:
    'Which channels you have in the six categories, what each costs and brings, and how content customers are there.',
  concepts: ['D11', 'A19'],
  item: 'channel',
  fields: {
    channel: { kind: 'text', label: 'Channel', placeholder: 'Web shop, field sales, branch …' },
    category: { kind: 'choice', label: 'Category', options: channelCategories },
    virtual: {
      kind: 'score',
      label: 'Physical or virtual',
      hint: 'How much of it happens without people or places',
      low: 1,
      high: 5,
      anchors: ['physical', 'rather physical', 'both', 'rather virtual', 'virtual'],
    },
    segment: { kind: 'segment', label: 'Mostly for' },
    cost: {
      kind: 'amount',
      label: 'Cost a year',
      hint: 'People, rooms, systems, fees',
      unit: 'money',
      min: 0,
    },
    revenue: {
      kind: 'amount',
      label: 'Revenue a year',
      hint: 'Of orders that are placed there',
      unit: 'money',
      min: 0,
    },
    satisfaction: {
      kind: 'score',
      label: 'Satisfaction',
      hint: 'How content customers are with it, 1 not at all, 10 fully',
      low: 1,
      high: 10,
    },
    note: {
      kind: 'text',
      label: 'What it is good for',
      isLong: true,
      placeholder: 'And what customers use it for although it is not',
    },
  },
  name: 'channel',
  columns: ['virtual', 'cost', 'revenue', 'satisfaction'],
  derived: [
    {
      key: 'perCost',
      label: 'Revenue per cost',
      unit: 'ratio',
      formula:
        'Revenue a year divided by cost a year. It says nothing of orders that one channel prepares and another takes.',
      of: ({ revenue, cost }) => revenuePerCost(revenue, cost),
    },
  ],
  groupBy: 'category',
  starters: {
    label: 'Begin with one of each category',
    rows: [
      { channel: 'Account managers', category: 'sales-force', virtual: 1 },
      { channel: 'Shops and branches', category: 'outlets', virtual: 1 },
      { channel: 'Call centre', category: 'telephony', virtual: 3 },
      { channel: 'Mail and e-mail', category: 'direct-marketing', virtual: 4 },
      { channel: 'Web shop', category: 'e-commerce', virtual: 5 },
      { channel: 'App', category: 'm-commerce', virtual: 5 },
    ],
  },
  finding: (rows) => {
    const known = rows
      .flatMap(({ values }) => {
        const figure = revenuePerCost(values.revenue, values.cost);
        return figure === null ? [] : [{ name: values.channel, figure }];
      })
      .sort((a, b) => b.figure - a.figure);
    const [best, last] = [known[0], known.at(-1)];
    const covered = new Set(rows.flatMap(({ values }) => values.category ?? [])).size;
    const uncovered =
      covered === 0 ? '' : ` ${covered} of the six categories ${covered === 1 ? 'is' : 'are'} served.`;
    if (!best || !last) return uncovered.trim();
    return best === last
      ? `${quoted(best.name, 'One channel')} brings ${oneDecimal(best.figure)} for each 1 spent.${uncovered}`
      : `${quoted(best.name, 'One channel')} brings ${oneDecimal(best.figure)} for each 1 spent, ${quoted(last.name, 'the last')} ${oneDecimal(last.figure)}.${uncovered}`;
  },
  source: 'Six categories of channels from physical to virtual (Payne & Frow 2005).',
});
