import { channelCategories } from '../../data/facts/channel-categories.ts';
import type { ChannelCategory } from '../../data/facts/channel-categories.ts';
import type { Row } from '../../data/row.ts';
import { studentCritical95 } from '../../models/statistics/student-t.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { ChannelFigures, ChannelPerformance } from './result.ts';

/** The least share of revenue with a known cost for which a margin is given. House rule. */
const leastKnown = 0.5;

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, column), 0);

const scoreOf = (row: Row): ChannelFigures['scores'][number] => {
  const [answers, mean, variance] = [
    numberOf(row, 'answers'),
    numberOf(row, 'mean'),
    knownNumberOf(row, 'variance'),
  ];
  const half =
    variance === null || answers < 2 ? null : studentCritical95(answers - 1) * Math.sqrt(variance / answers);
  return {
    kind: row['kind'] === 'ticket' ? 'ticket' : 'survey',
    answers,
    mean,
    low: half === null ? null : Math.max(1, mean - half),
    high: half === null ? null : Math.min(5, mean + half),
  };
};

/** Rows of the queries about categories. */
export interface ChannelRows {
  readonly sales: readonly Row[];
  readonly won: readonly Row[];
  readonly costs: readonly Row[];
  readonly scores: readonly Row[];
}

const costOf = (rows: readonly Row[], isSegment: boolean): number | null =>
  rows.length === 0 || isSegment ? null : sumOf(rows, 'cost');

const marginOf = (sale: Row | undefined, revenue: number) => {
  const costed = knownNumberOf(sale, 'costed_revenue') ?? 0;
  const marginShare = ratioOf(knownNumberOf(sale, 'margin'), costed);
  const marginKnown = ratioOf(Math.min(costed, revenue), revenue);
  const isKnown = marginShare !== null && marginKnown !== null && marginKnown >= leastKnown;
  return { marginShare, marginKnown, margin: isKnown ? revenue * marginShare : null };
};

const figuresOf = (
  category: ChannelCategory,
  rows: ChannelRows,
  { placedRevenue, isSegment }: { readonly placedRevenue: number; readonly isSegment: boolean },
): ChannelFigures => {
  const isHere = (row: Row): boolean => row['category'] === category;
  const sale = rows.sales.find(isHere);
  const revenue = numberOf(sale, 'revenue');
  const won = numberOf(rows.won.find(isHere), 'won');
  const costs = rows.costs.filter(isHere);
  const campaignCost = costOf(
    costs.filter((row) => row['source'] === 'campaign'),
    isSegment,
  );
  const poolCost = costOf(
    costs.filter((row) => row['source'] === 'pool'),
    isSegment,
  );
  const cost = costOf(costs, isSegment);
  return {
    category,
    customers: numberOf(sale, 'customers'),
    orders: numberOf(sale, 'orders'),
    revenue,
    revenueShare: ratioOf(revenue, placedRevenue),
    ...marginOf(sale, revenue),
    won,
    campaignCost,
    poolCost,
    cost,
    revenuePerCost: cost === null || sale === undefined ? null : ratioOf(revenue, cost),
    costPerWon: ratioOf(campaignCost, won),
    scores: rows.scores.filter(isHere).map(scoreOf),
  };
};

/** What each category that occurs brings and costs, most revenue first, and what could not be placed. */
export const channelsOf = (rows: ChannelRows) => {
  const isSegment = rows.sales[0]?.['is_segment'] === true;
  const isPlaced = (row: Row): boolean => channelCategories.some((one) => one === row['category']);
  const orders = sumOf(rows.sales, 'orders');
  const placedRevenue = sumOf(rows.sales.filter(isPlaced), 'revenue');
  const ofKind = (kind: string): number =>
    numberOf(
      rows.sales.find((row) => row['category'] === kind),
      'orders',
    );
  const channels = channelCategories
    .map((category) => figuresOf(category, rows, { placedRevenue, isSegment }))
    .filter(
      ({ orders: bought, won, cost, scores }) => bought > 0 || won > 0 || cost !== null || scores.length > 0,
    )
    .toSorted((one, other) => other.revenue - one.revenue);
  const untied = isSegment ? [] : rows.costs.filter((row) => !isPlaced(row));
  return {
    isSegment,
    orders,
    revenue: sumOf(rows.sales, 'revenue'),
    placedShare: ratioOf(sumOf(rows.sales.filter(isPlaced), 'orders'), orders),
    untoldOrders: ofKind('untold'),
    unplacedOrders: ofKind('unplaced'),
    wonElsewhere: sumOf(
      rows.won.filter((row) => !isPlaced(row)),
      'won',
    ),
    channels,
    untied: untied.slice(0, 50).map((row): ChannelPerformance['untied'][number] => ({
      source: row['source'] === 'campaign' ? 'campaign' : 'pool',
      item: String(row['item']),
      cost: numberOf(row, 'cost'),
    })),
    untiedCost: sumOf(untied, 'cost'),
  };
};
