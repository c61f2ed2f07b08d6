import { claimed, type ExampleNumber, type ExampleSegment } from '../example.ts';

/** Whom the supplier’s strategy is about. */
export const supplierSegments: readonly ExampleSegment[] = [
  {
    key: 'core',
    name: 'Core accounts',
    note: '£50,000 or more so far, bought within two months, pay for the work they cause. Keep, and grow with them.',
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'revenue', operator: 'at-least', value: 50_000 },
        { kind: 'compare', field: 'recency_days', operator: 'at-most', value: 60 },
        { kind: 'compare', field: 'profit', operator: 'at-least', value: 0 },
      ],
    },
  },
  {
    key: 'below',
    name: 'Large accounts below zero',
    note: 'A quarter off the list, small orders every few days, visits and calls without end. Proud names, no profit.',
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'revenue', operator: 'at-least', value: 250_000 },
        { kind: 'compare', field: 'profit', operator: 'less-than', value: 0 },
      ],
    },
  },
  {
    key: 'online',
    name: 'Online retail',
    note: 'The one sector that grows by half each year. They need boxes by the day, not by the pallet.',
    predicate: {
      kind: 'all',
      of: [{ kind: 'compare', field: 'attr_sector', operator: 'is', value: 'Online retail' }],
    },
  },
  {
    key: 'unreviewed',
    name: 'Buyers never reviewed',
    note: 'Bought, and nobody has ever sat down with them over their contract. This is where we lose accounts.',
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 },
        { kind: 'compare', field: 'attr_last_contract_review', operator: 'is-missing' },
      ],
    },
  },
];

/** What the supplier’s strategy claims of its data, as of 1 January 2026. */
export const supplierNumbers = {
  coreTrend: claimed(['overview', 'revenueTrend'], 'core', 'at-least', 0.15),
  coreProfit: claimed(['customer-profit', 'profit'], 'core', 'at-least', 3_000_000),
  coreOnTime: claimed(['service-levels', 'onTime'], 'core', 'at-least', 0.95),
  coreSatisfied: claimed(['service-levels', 'ticketsSatisfied'], 'core', 'at-least', 0.7),
  belowProfit: claimed(['customer-profit', 'profit'], 'below', 'less-than', 0),
  belowServe: claimed(['customer-profit', 'serve'], 'below', 'at-least', 250_000),
  onlineTrend: claimed(['overview', 'revenueTrend'], 'online', 'at-least', 0.3),
  onlineProfit: claimed(['customer-profit', 'profitEach'], 'online', 'at-least', 30_000),
  onlineComplete: claimed(['service-levels', 'inFull'], 'online', 'at-least', 0.95),
  unreviewedKept: claimed(['customer-equity', 'headCount'], 'unreviewed', 'less-than', 0.7),
  unreviewedAlive: claimed(['customer-value', 'aliveShare'], 'unreviewed', 'less-than', 0.6),
  unreviewedEquity: claimed(['customer-equity', 'equity'], 'unreviewed', 'at-least', 1_000_000),
  topTenth: claimed(['concentration', 'top10Share'], null, 'at-least', 0.5),
  trend: claimed(['overview', 'revenueTrend'], null, 'less-than', 0),
  byValue: claimed(['customer-equity', 'byValue'], null, 'at-least', 0.9),
  equity: claimed(['customer-equity', 'equity'], null, 'at-least', 3_500_000),
  unprofitable: claimed(['customer-profit', 'unprofitable'], null, 'at-most', 30),
  profitEach: claimed(['customer-profit', 'profitEach'], null, 'at-least', 20_000),
  replies: claimed(['service-levels', 'slowReplyHours'], null, 'more-than', 24),
  firstContact: claimed(['service-levels', 'firstContact'], null, 'at-least', 0.95),
} as const satisfies Record<string, ExampleNumber>;
