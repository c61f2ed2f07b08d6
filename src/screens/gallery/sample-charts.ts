import { addDays, type Day } from '../../core/day.ts';
import type { Bar } from '../../charts/layout/bars.ts';
import type { Column } from '../../charts/layout/columns.ts';
import type { Curve } from '../../charts/layout/curves.ts';
import type { DumbbellRow } from '../../charts/layout/dumbbell.ts';
import type { HeatCell } from '../../charts/layout/heat-grid.ts';
import type { Rung } from '../../charts/layout/ladder.ts';
import type { TimePoint, TimeSeries } from '../../charts/layout/time-series.ts';
import type { Tile } from '../../charts/layout/treemap.ts';
import type { ValueChain } from '../../charts/layout/value-chain-model.ts';

const months: readonly Day[] = Array.from(
  { length: 36 },
  (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01` as Day,
);
const wave = (at: number, base: number, growth: number, swing: number): number =>
  base + growth * at + swing * Math.sin((at / 12) * 2 * Math.PI - 2) + swing * 0.3 * Math.sin(at * 2.3);

const points = (base: number, growth: number, swing: number, band = 0): readonly TimePoint[] =>
  months.map((day, at) => {
    const value = wave(at, base, growth, swing);
    return { day, value, ...(band ? { low: value * (1 - band), high: value * (1 + band) } : {}) };
  });

export const timeSeries: readonly TimeSeries[] = [
  { name: 'Loyal regulars', emphasis: 'focus', points: points(42_000, 900, 9_000, 0.08) },
  { name: 'All other customers', emphasis: 'comparison', points: points(61_000, 120, 7_000) },
  {
    name: 'Plan',
    emphasis: 'muted',
    points: points(60_000, 400, 0).map((point, at) => (at < 6 ? { ...point, value: null } : point)),
  },
];

export const dailySeries: readonly TimeSeries[] = [
  {
    name: 'Repeat rate',
    emphasis: 'focus',
    points: Array.from({ length: 60 }, (_, at) => ({
      day: addDays('2024-10-01', at),
      value: 0.31 + 0.02 * Math.sin(at / 5),
    })),
  },
];

export const bars: readonly Bar[] = [
  { key: 'champions', label: 'Champions', value: 412_300, comparison: 380_000, low: 396_000, high: 431_000 },
  {
    key: 'loyal',
    label: 'Loyal customers',
    value: 301_250,
    comparison: 260_400,
    low: 288_000,
    high: 315_500,
  },
  {
    key: 'cannot',
    label: 'Customers you can’t afford to lose',
    value: 96_400,
    comparison: 121_000,
    low: 71_000,
    high: 124_000,
  },
  { key: 'new', label: 'New', value: 18_900.5, comparison: 22_000, note: 'n = 38' },
  { key: 'lost', label: 'Lost', value: -24_310, comparison: -8_000, low: -41_000, high: -9_000 },
  { key: 'unknown', label: 'Not scored', value: null, note: 'no orders in the window' },
];

export const plainBars: readonly Bar[] = [
  { key: 'organic', label: 'Organic search', value: 0.412 },
  { key: 'referral', label: 'Referred by a customer', value: 0.388 },
  { key: 'email', label: 'Newsletter', value: 0.31 },
  { key: 'paid', label: 'Paid social (spring promotion)', value: 0.083 },
];

export const columns: readonly Column[] = [
  0.614, 0.152, 0.091, 0.058, 0.037, 0.024, 0.014, 0.008, -0.002, -0.036,
].map((value, at) => ({
  key: `d${at + 1}`,
  label: at === 0 ? 'Best tenth' : at === 9 ? 'Last tenth' : `${at + 1}`,
  value,
  comparison: 0.1,
}));

export const histogram: readonly Column[] = Array.from({ length: 30 }, (_, at) => ({
  key: `h${at}`,
  label: `${at * 10}–${at * 10 + 10} days`,
  value: Math.round(3200 * Math.exp(-at / 7) * (1 + 0.35 * Math.sin(at))),
}));

const cohortKeys = months.slice(0, 13);
export const cohorts = {
  rows: cohortKeys.map((day) => ({ key: day, label: day.slice(0, 7) })),
  columns: Array.from({ length: 13 }, (_, at) => ({ key: String(at), label: String(at) })),
  cells: cohortKeys.flatMap((day, row) =>
    Array.from({ length: 13 - row }, (_, age): HeatCell => ({
      key: `${day}-${age}`,
      row: day,
      column: String(age),
      value:
        age === 0
          ? 1
          : Math.max(0.02, (row === 4 ? 0.18 : 0.42) * Math.exp(-age / 9) + 0.03 * Math.sin(row + age)),
    })),
  ),
};

const scores = [1, 2, 3, 4, 5];
export const rfmGrid = {
  rows: [...scores].reverse().map((score) => ({ key: `r${score}`, label: String(score) })),
  columns: scores.map((score) => ({ key: `f${score}`, label: String(score) })),
  cells: scores.flatMap((r) =>
    scores.map((f): HeatCell => ({
      key: `${r}${f}`,
      row: `r${r}`,
      column: `f${f}`,
      value: r === 1 && f === 5 ? null : 0.55 + (r * f) / 16 + 0.1 * Math.sin(r * 7 + f),
    })),
  ),
};

export const tiles: readonly Tile[] = (
  [
    ['Champions', 3210, 0.92],
    ['Loyal customers', 2804, 0.71],
    ['Potential loyalists', 2410, 0.55],
    ['Hibernating', 2105, 0.12],
    ['At risk', 1640, 0.31],
    ['New customers', 1203, 0.4],
    ['Promising', 800, 0.44],
    ['Need attention', 640, 0.38],
    ['About to sleep', 610, 0.22],
    ['Can’t lose them', 214, 0.66],
    ['Lost', 96, 0.04],
  ] as const
).map(([label, value, colourValue]) => ({
  key: label,
  label,
  value,
  colourValue,
  detail: 'Median order £34',
}));

const lorenz = (power: number): Curve['points'] =>
  Array.from({ length: 101 }, (_, at) => ({ x: at / 100, y: (at / 100) ** power }));
export const lorenzCurves: readonly Curve[] = [
  { name: 'Loyal regulars', emphasis: 'focus', points: lorenz(3.4) },
  { name: 'All other customers', emphasis: 'comparison', points: lorenz(2.1) },
];
export const whale: readonly Curve[] = [
  {
    name: 'Cumulative profit',
    emphasis: 'focus',
    points: Array.from({ length: 101 }, (_, at) => {
      const x = at / 100;
      return { x, y: 1.62 * (1 - Math.exp(-5 * x)) - 0.61 * x ** 2.2 };
    }),
  },
];

export const rungs: readonly Rung[] = [
  { key: 'suspect', label: 'Suspect', count: null, available: false, needs: 'a list of contacts' },
  { key: 'prospect', label: 'Prospect', count: 5_120, available: true, value: 'no order yet' },
  { key: 'first', label: 'First-time customer', count: 8_412, available: true, value: '£402k revenue' },
  {
    key: 'repeat',
    label: 'Repeat customer',
    count: 6_033,
    available: true,
    value: '£1.1M revenue',
    detail: '42 % of first-time customers come this far',
  },
  { key: 'client', label: 'Client', count: 2_204, available: true, value: '£980k revenue' },
  { key: 'member', label: 'Member', count: 840, available: true, value: '£611k revenue' },
  { key: 'advocate', label: 'Advocate', count: null, available: false, needs: 'referrals or surveys' },
];

export const dumbbells: readonly DumbbellRow[] = [
  {
    key: 'revenue',
    label: 'Revenue per customer',
    unit: 'money',
    focus: 612.4,
    comparison: 231.9,
    low: 540,
    high: 688,
  },
  { key: 'orders', label: 'Orders per customer', unit: 'ratio', focus: 6.42, comparison: 2.31 },
  {
    key: 'gap',
    label: 'Days between orders (median)',
    unit: 'days',
    focus: 31,
    comparison: 88,
    low: 26,
    high: 37,
  },
  {
    key: 'discount',
    label: 'Share of orders with a discount',
    unit: 'share',
    focus: 0.084,
    comparison: 0.312,
  },
  {
    key: 'margin',
    label: 'Margin per customer',
    unit: 'money',
    focus: 184.2,
    comparison: -12.5,
    note: 'costs known for 71 %',
  },
  { key: 'survey', label: 'Survey score', unit: 'points', focus: 8.1, comparison: null },
];

export const chain: ValueChain = {
  stages: [
    {
      key: 'portfolio',
      label: 'Customer portfolio analysis',
      phase: 'analysis',
      available: true,
      headlines: [
        { label: 'customers', text: '19,874' },
        { label: 'of profit from the best tenth', text: '61.4 %' },
        { label: 'Gini of revenue', text: '0.58' },
      ],
    },
    {
      key: 'intimacy',
      label: 'Customer intimacy',
      phase: 'analysis',
      available: true,
      headlines: [
        { label: 'champions', text: '3,210' },
        { label: 'you would miss', text: '412' },
      ],
    },
    {
      key: 'network',
      label: 'Network development',
      phase: 'resources',
      available: false,
      headlines: [],
      needs: 'Needs campaigns, partners or referrals',
    },
    {
      key: 'proposition',
      label: 'Value proposition development',
      phase: 'resources',
      available: true,
      headlines: [
        { label: 'average order', text: '£48.20' },
        { label: 'of orders discounted', text: '22 %' },
      ],
    },
    {
      key: 'lifecycle',
      label: 'Managing the customer lifecycle',
      phase: 'implementation',
      available: true,
      headlines: [
        { label: 'buy again within a year', text: '38.6 %' },
        { label: 'bought only once', text: '44 %' },
        { label: 'clients and above', text: '3,044' },
      ],
    },
  ],
  enablers: [
    { key: 'data', label: 'Data & analytics' },
    { key: 'technology', label: 'Technology' },
    { key: 'people', label: 'People' },
    { key: 'process', label: 'Process' },
    { key: 'leadership', label: 'Leadership & culture' },
  ],
  arrowhead: {
    label: 'Customer profitability',
    text: '£84.20',
    detail: 'per customer and year, 6 % above last year. The last tenth costs £214k.',
  },
};

export const emptyChain: ValueChain = {
  ...chain,
  stages: chain.stages.map((stage) => ({
    ...stage,
    available: false,
    headlines: [],
    needs: 'Waits for orders',
  })),
  arrowhead: {
    label: 'Customer profitability',
    text: '–',
    detail: 'Load orders to see what a customer brings.',
  },
};
