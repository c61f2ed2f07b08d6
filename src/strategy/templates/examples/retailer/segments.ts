import { claimed, type ExampleNumber, type ExampleSegment } from '../example.ts';

/** Whom the retailer’s strategy is about. */
export const retailerSegments: readonly ExampleSegment[] = [
  {
    key: 'regulars',
    name: 'Regulars',
    note: 'One in four of those who bought last year, half of what they spent. Everything else is paid for by them.',
    predicate: {
      kind: 'all',
      of: [{ kind: 'compare', field: 'rfm_segment', operator: 'in', value: ['Champions', 'Loyal'] }],
    },
  },
  {
    key: 'quiet',
    name: 'Good customers gone quiet',
    note: 'Used to buy often. Many of them have complained and waited for an answer.',
    predicate: {
      kind: 'all',
      of: [{ kind: 'compare', field: 'rfm_segment', operator: 'in', value: ['At Risk', "Can't Lose Them"] }],
    },
  },
  {
    key: 'fresh',
    name: 'First order, second not yet',
    note: 'First bought within the last four months. The second order decides whether they were worth winning.',
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'purchase_days', operator: 'is', value: 1 },
        { kind: 'compare', field: 'recency_days', operator: 'at-most', value: 120 },
      ],
    },
  },
  {
    key: 'discount',
    name: 'Buyers on discount',
    note: 'Two orders or more, three in four of them reduced. They return more than they keep and cost more than they bring.',
    predicate: {
      kind: 'all',
      of: [
        { kind: 'compare', field: 'orders', operator: 'at-least', value: 2 },
        { kind: 'compare', field: 'discount_share', operator: 'at-least', value: 0.75 },
      ],
    },
  },
];

/** What the retailer’s strategy claims of its data, as of 1 January 2026. */
export const retailerNumbers = {
  repeatRate: claimed(['overview', 'repeatRate'], null, 'at-least', 0.6),
  oneTime: claimed(['overview', 'oneTimeShare'], null, 'at-least', 0.3),
  regularsProfit: claimed(['customer-profit', 'profit'], 'regulars', 'at-least', 300_000),
  regularsComplete: claimed(['service-levels', 'inFull'], 'regulars', 'less-than', 0.9),
  regularsPerfect: claimed(['service-levels', 'perfect'], 'regulars', 'at-least', 0.85),
  discountProfit: claimed(['customer-profit', 'profit'], 'discount', 'less-than', 0),
  quietCustomers: claimed(['overview', 'customers'], 'quiet', 'at-least', 900),
  quietNps: claimed(['survey-scores', 'nps'], 'quiet', 'at-most', 0),
  freshCustomers: claimed(['overview', 'customers'], 'fresh', 'at-least', 1000),
  onTime: claimed(['service-levels', 'onTime'], null, 'at-least', 0.9),
  perfect: claimed(['service-levels', 'perfect'], null, 'at-least', 0.75),
  recoverWithin: claimed(['service-levels', 'recoverWithin'], null, 'at-most', 10),
  ticketsSatisfied: claimed(['service-levels', 'ticketsSatisfied'], null, 'at-least', 0.75),
  atRisk: claimed(['customer-equity', 'atRisk'], null, 'at-least', 300_000),
  clvToCac: claimed(['customer-equity', 'clvToCac'], null, 'less-than', 1),
  cac: claimed(['customer-equity', 'cac'], null, 'at-most', 30),
  referral: claimed(['customer-equity', 'referralValue'], null, 'at-least', 50_000),
  byValue: claimed(['customer-equity', 'byValue'], null, 'at-least', 0.6),
  equity: claimed(['customer-equity', 'equity'], null, 'at-least', 1_500_000),
  profitEach: claimed(['customer-profit', 'profitEach'], null, 'at-least', 75),
} as const satisfies Record<string, ExampleNumber>;
