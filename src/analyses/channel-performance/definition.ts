import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { channelCategoriesSql } from '../../data/facts/channel-categories.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import costsSql from './costs.sql?raw';
import handoffsSql from './handoffs.sql?raw';
import mixesSql from './mixes.sql?raw';
import namesSql from './names.sql?raw';
import { channelPerformanceParams } from './params.ts';
import categoriesSql from './query.sql?raw';
import { channelPerformanceResult } from './result.ts';
import type { ChannelPerformance } from './result.ts';
import soldSql from './sales.sql?raw';
import scoresSql from './scores.sql?raw';
import stagesSql from './stages.sql?raw';
import touchedSql from './touches.sql?raw';
import wonSql from './won.sql?raw';
import { categoryWords } from './words.ts';

const placed = { channel_categories: channelCategoriesSql };
const bought = { ...placed, channel_sales: soldSql };
const touched = { ...placed, channel_touches: touchedSql };
const used = { ...bought, channel_touches: touchedSql };

const headlines = (value: ChannelPerformance): readonly Headline[] => [
  { key: 'placedShare', label: 'Orders whose channel is placed', value: value.placedShare, unit: 'share' },
  { key: 'multiShare', label: 'Buyers through several channels', value: value.multiShare, unit: 'share' },
  {
    key: 'valueRatio',
    label: 'Revenue a customer, several channels ÷ one',
    value: value.valueRatio,
    unit: 'ratio',
  },
  { key: 'equalRatio', label: 'The same at equally many orders', value: value.equalRatio, unit: 'ratio' },
  {
    key: 'handoffShare',
    label: 'Contacts that go on in another channel',
    value: value.handoffShare,
    unit: 'share',
  },
  ...value.channels.flatMap(({ category, revenue, cost, revenuePerCost, won }): Headline[] => {
    const { label } = categoryWords[category];
    return [
      { key: `${category}-revenue`, label: `${label}: revenue`, value: revenue, unit: 'money' },
      { key: `${category}-cost`, label: `${label}: cost`, value: cost, unit: 'money' },
      {
        key: `${category}-revenue-per-cost`,
        label: `${label}: revenue per unit of cost`,
        value: revenuePerCost,
        unit: 'ratio',
      },
      { key: `${category}-won`, label: `${label}: customers won`, value: won, unit: 'count' },
    ];
  }),
];

/** What each of six categories of channels brings and costs, who uses several, and where a matter changes channel. */
export const channelPerformance = defineAnalysis({
  id: 'channel-performance',
  title: 'Channels by category',
  question: 'What does each channel bring and cost you, and where do customers have to change it?',
  needs: [{ table: 'orders', columns: ['ordered_at', 'channel'] }],
  params: channelPerformanceParams,
  queries: {
    sales: withRelations(bought, categoriesSql),
    won: withRelations(placed, wonSql),
    costs: withRelations(placed, costsSql),
    scores: withRelations(used, scoresSql),
    mixes: withRelations(bought, mixesSql),
    handoffs: withRelations(touched, handoffsSql),
    stages: withRelations(used, stagesSql),
    names: withRelations(placed, namesSql),
  },
  result: channelPerformanceResult,
  headlines,
  formulas: [
    {
      name: 'Category of a channel',
      formula: 'the first rule whose word stands in the name; what you place yourself wins',
      meaning: 'Words of six languages; a name that no rule knows is shown and counted, never guessed',
    },
    {
      name: 'Cost of a channel',
      formula: 'campaigns × share of their days in the window + cost pools whose driver or name is a channel',
      meaning: 'Costs that name no channel are listed and in none of them',
    },
    {
      name: 'Several channels among equals',
      formula:
        'Σ revenue of customers with several ÷ Σ (their number × mean revenue of those with one), by orders',
      meaning: 'Compared within the classes 1, 2, 3, 4–5, 6–9 and 10 or more orders',
    },
    {
      name: 'Goes on elsewhere',
      formula: 'contacts whose next contact within so many days is in another channel ÷ contacts followed',
      meaning: 'Contacts that the customer began; Wilson’s 95 % interval',
    },
    {
      name: 'Score of a channel',
      formula: 'mean of tickets and answers, by the channel last used before them',
      meaning: 'Student’s 95 % interval; 0–10 and 0–100 are put on 1 to 5',
    },
  ],
  sources: [
    'Payne & Frow, Journal of Marketing 2005 (six channel categories, integrated channels)',
    'Wilson 1927 (intervals of shares)',
  ],
  limits: [
    'Nobody drew lots about who uses several channels: they buy more because they are other customers, too',
    'Revenue is put down to the channel of the order; a catalogue may have led to an order in the shop',
    'Tickets and survey answers hold no channel; the one used last before them may not be what they are about',
    'Contacts that were not recorded, such as visits of a shop, are in no figure',
  ],
  compute: async () => (await import('./compute.ts')).computeChannelPerformance,
});
