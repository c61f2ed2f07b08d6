import type { Formats } from '../../core/format/formats.ts';
import { grouped } from '../counted.ts';
import type { ChannelFigures, ChannelPerformance } from './result.ts';
import { categoryWords, mixName } from './words.ts';

const scoreOf = ({ scores }: ChannelFigures, kind: 'ticket' | 'survey') =>
  scores.find((score) => score.kind === kind);

/** What channels bring, in figures. */
export const channelTable = ({ channels }: ChannelPerformance) => ({
  columns: [
    { key: 'name', label: 'Channel' },
    { key: 'customers', label: 'Customers', unit: 'count' as const },
    { key: 'orders', label: 'Orders', unit: 'count' as const },
    { key: 'revenue', label: 'Revenue', unit: 'money' as const },
    { key: 'revenueShare', label: 'Share of revenue', unit: 'share' as const },
    { key: 'margin', label: 'Margin', unit: 'money' as const },
    { key: 'won', label: 'Customers won', unit: 'count' as const },
    { key: 'campaignCost', label: 'Cost of campaigns', unit: 'money' as const },
    { key: 'poolCost', label: 'Cost of pools', unit: 'money' as const },
    { key: 'revenuePerCost', label: 'Revenue per unit of cost', unit: 'ratio' as const },
  ],
  people: 'customers',
  rows: channels.map(({ category, scores: _, ...rest }) => ({
    name: categoryWords[category].label,
    ...rest,
  })),
});

/** Customers by the number of their channels, in figures. */
export const mixTable = ({ mixes }: ChannelPerformance) => ({
  columns: [
    { key: 'name', label: 'Bought through' },
    { key: 'customers', label: 'Customers', unit: 'count' as const },
    { key: 'orders', label: 'Orders a customer', unit: 'ratio' as const },
    { key: 'revenue', label: 'Revenue a customer', unit: 'money' as const },
    { key: 'clv', label: 'Lifetime value', unit: 'money' as const },
  ],
  people: 'customers',
  rows: mixes.map(({ channels, ...rest }) => ({ name: mixName(channels), ...rest })),
});

/** A change of channel in words. */
export const handoffName = ({ from, to }: ChannelPerformance['handoffs'][number]): string =>
  `${categoryWords[from].label} to ${categoryWords[to].label.toLowerCase()}`;

/** Changes of channel, in figures. */
export const handoffTable = ({ handoffs }: ChannelPerformance) => ({
  columns: [
    { key: 'name', label: 'From and to' },
    { key: 'contacts', label: 'Contacts', unit: 'count' as const },
    { key: 'of', label: 'Contacts that began there', unit: 'count' as const },
    { key: 'share', label: 'Share', unit: 'share' as const },
    { key: 'low', label: 'Likely from', unit: 'share' as const },
    { key: 'high', label: 'Likely to', unit: 'share' as const },
  ],
  people: 'contacts',
  rows: handoffs.map((one) => ({
    name: handoffName(one),
    contacts: one.contacts,
    of: one.of,
    share: one.share,
    low: one.low,
    high: one.high,
  })),
});

/** Channels by rung, in figures. */
export const stageTable = ({ uses }: ChannelPerformance) => ({
  columns: [
    { key: 'stage', label: 'Stage' },
    { key: 'name', label: 'Channel' },
    { key: 'customers', label: 'Customers', unit: 'count' as const },
    { key: 'of', label: 'Of', unit: 'count' as const },
    { key: 'share', label: 'Share', unit: 'share' as const },
  ],
  people: 'customers',
  rows: uses.map(({ stage, category, customers, of, share }) => ({
    stage,
    name: categoryWords[category].label,
    customers,
    of,
    share,
  })),
});

const scoreText = (channel: ChannelFigures, kind: 'ticket' | 'survey', formats: Formats): string => {
  const score = scoreOf(channel, kind);
  if (!score) return '–';
  if (score.low === null || score.high === null) return '1 answer';
  return `${formats.value(score.mean, 'points')} (${formats.value(score.low, 'points')} to ${formats.value(score.high, 'points')})`;
};

const figure = (
  key: keyof ChannelFigures,
  label: string,
  text: (channel: ChannelFigures) => string,
  definition?: string,
) => ({
  key,
  label,
  kind: 'number' as const,
  text,
  sortBy: (channel: ChannelFigures) => {
    const cell = channel[key];
    return typeof cell === 'number' ? cell : null;
  },
  ...(definition === undefined ? {} : { definition }),
});

const score = (kind: 'ticket' | 'survey', label: string, definition: string, formats: Formats) => ({
  key: kind,
  label,
  definition,
  kind: 'number' as const,
  text: (channel: ChannelFigures) => scoreText(channel, kind, formats),
  sortBy: (channel: ChannelFigures) => scoreOf(channel, kind)?.mean ?? null,
});

/** Columns of the table of channels; costs are left out for a segment, scores where there are none. */
export const channelColumns = (
  { isSegment, channels }: ChannelPerformance,
  formats: Formats,
  scoreDays: number,
) => {
  const money = (value: number | null): string => formats.compact(value, 'money');
  const has = (kind: 'ticket' | 'survey'): boolean =>
    channels.some((one) => scoreOf(one, kind) !== undefined);
  const after = `after the channel was the last that the customer used, at most ${scoreDays} days before; mean with 95 % interval`;
  return [
    {
      key: 'category',
      label: 'Channel',
      kind: 'text' as const,
      text: ({ category }: ChannelFigures) => categoryWords[category].label,
    },
    figure(
      'customers',
      'Customers',
      ({ customers }) => grouped(customers),
      'Known customers who bought through it',
    ),
    figure('orders', 'Orders', ({ orders }) => grouped(orders)),
    figure('revenue', 'Revenue', ({ revenue }) => money(revenue)),
    ...(channels.some(({ margin }) => margin !== null)
      ? [
          figure(
            'margin',
            'Margin',
            ({ margin, marginShare }) =>
              margin === null ? '–' : `${money(margin)} (${formats.value(marginShare, 'share')})`,
            'Revenue × margin of the orders whose cost of goods is known, where that is at least half',
          ),
        ]
      : []),
    figure(
      'won',
      'Won',
      ({ won }) => grouped(won),
      'First purchase in this time; by the channel that brought them, else the channel of that purchase',
    ),
    ...(isSegment
      ? []
      : [
          figure(
            'cost',
            'Cost',
            ({ cost }) => money(cost),
            'Campaigns and cost pools that name the channel; a dash: none does',
          ),
          figure(
            'revenuePerCost',
            'Revenue per cost',
            ({ revenuePerCost }) => formats.value(revenuePerCost, 'ratio'),
            'Revenue ÷ cost tied to the channel. Costs that name no channel are in none of them',
          ),
        ]),
    ...(has('ticket')
      ? [score('ticket', 'Tickets, 1–5', `Satisfaction with a ticket ${after}`, formats)]
      : []),
    ...(has('survey') ? [score('survey', 'Surveys, 1–5', `Answers to surveys ${after}`, formats)] : []),
  ];
};
