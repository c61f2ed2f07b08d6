import { activityTiers } from '../../data/facts/activity-tiers.ts';
import type { ActivityTier } from '../../data/facts/activity-tiers.ts';
import type { Row } from '../../data/row.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { costOfJudged, costOfOne, outcomesOf } from './outcomes.ts';
import type { Followed } from './outcomes.ts';
import type { ActivityResultsParams } from './params.ts';
import type { ActivityFigures, ActivityResults, CampaignFigures } from './result.ts';
import { judged } from './verdicts.ts';
import { activityWarnings } from './warnings.ts';

type QueryName = 'touched' | 'costs' | 'usual';
type Rows = Readonly<Record<QueryName, readonly Row[]>>;

const textOf = (row: Row, column: string): string | null => {
  const cell = row[column] ?? null;
  return cell === null ? null : String(cell);
};

const touchOf = (rows: Rows, run: Row): Row | undefined =>
  rows.touched.find(
    (row) => row['activity'] === run['activity'] && textOf(row, 'campaign_id') === textOf(run, 'campaign_id'),
  );

const followedOf = (rows: Rows, run: Row): Followed => {
  const touch = touchOf(rows, run);
  const of = (column: Exclude<keyof Followed, 'cost'>): number | null => knownNumberOf(touch, column);
  return {
    cost: run['is_segment'] === true ? null : knownNumberOf(run, 'cost'),
    reached: of('reached'),
    orders: of('orders'),
    firsts: of('firsts'),
    judged: of('judged'),
    kept: of('kept'),
    referrals: of('referrals'),
  };
};

const sumKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

const campaignOf = (rows: Rows, run: Row, { outcome }: ActivityResultsParams): CampaignFigures => {
  const followed = followedOf(rows, run);
  const id = textOf(run, 'campaign_id');
  const own = wilsonInterval(followed.kept ?? 0, followed.judged ?? 0);
  const others = rows.usual.filter((row) => row['campaign_id'] !== id);
  const usual = wilsonInterval(sumOf(others, 'kept'), sumOf(others, 'judged'));
  return {
    name: textOf(run, 'campaign') ?? id ?? '',
    activity: String(run['activity']),
    startsOn: textOf(run, 'starts_on'),
    ...outcomesOf(followed, outcome),
    costPerFirst: costOfOne(followed.cost, followed.firsts).costPer,
    costPerKept: costOfOne(costOfJudged(followed), followed.kept).costPer,
    isFleeting: own !== null && usual !== null && own.high < usual.low,
  };
};

const activityOf = (
  rows: Rows,
  runs: readonly Row[],
  { outcome }: ActivityResultsParams,
): Omit<ActivityFigures, 'costShare' | 'verdict' | 'against'> => {
  const [first] = runs;
  const followed = runs.map((run) => followedOf(rows, run));
  const heard = followed.filter(({ reached }) => reached !== null);
  const silent = followed.filter(({ reached }) => reached === null);
  const of = (column: keyof Followed): number | null => sumKnown(heard.map((one) => one[column]));
  return {
    activity: String(first?.['activity']),
    tier: (first ? textOf(first, 'tier') : null) as ActivityTier | null,
    isOwn: first?.['is_own'] === true,
    campaigns: runs.filter((run) => textOf(run, 'campaign_id') !== null).length,
    silent: silent.length,
    silentCost: sumKnown(silent.map(({ cost }) => cost)) ?? 0,
    pools: first ? textOf(first, 'pools') : null,
    ...outcomesOf(
      {
        cost: of('cost'),
        reached: of('reached'),
        orders: of('orders'),
        firsts: of('firsts'),
        judged: of('judged'),
        kept: of('kept'),
        referrals: of('referrals'),
      },
      outcome,
    ),
  };
};

function sumOf(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + numberOf(row, column), 0);
}

/** What kinds of activity and single campaigns cost and bring, and where that contradicts the published order. */
export const computeActivityResults: Compute<QueryName, ActivityResultsParams, ActivityResults> = ({
  rows,
  params,
}) => {
  const kinds = [...new Set(rows.costs.map((row) => String(row['activity'])))];
  const plain = kinds.map((kind) =>
    activityOf(
      rows,
      rows.costs.filter((row) => row['activity'] === kind),
      params,
    ),
  );
  const spent = ({
    cost,
    silentCost,
  }: {
    readonly cost: number | null;
    readonly silentCost: number;
  }): number => (cost ?? 0) + silentCost;
  const cost = plain.reduce((sum, one) => sum + spent(one), 0);
  const activities = judged(plain)
    .map((one) => ({ ...one, costShare: ratioOf(spent(one), cost) }))
    .toSorted((one, other) => (one.costPer ?? Infinity) - (other.costPer ?? Infinity));
  const bought = rows.usual.filter((row) => row['campaign_id'] === '');
  const value: ActivityResults = {
    isSegment: rows.costs[0]?.['is_segment'] === true,
    cost,
    activities,
    campaigns: rows.costs
      .filter((row) => textOf(row, 'campaign_id') !== null)
      .map((row) => campaignOf(rows, row, params))
      .toSorted((one, other) => (other.cost ?? 0) - (one.cost ?? 0)),
    tiers: [...activityTiers, null].map((tier) => {
      const own = plain.filter((one) => one.tier === tier).reduce((sum, one) => sum + spent(one), 0);
      return { tier, cost: own, share: ratioOf(own, cost) };
    }),
    usualKept: ratioOf(sumOf(bought, 'kept'), sumOf(bought, 'judged')),
    usualJudged: sumOf(bought, 'judged'),
    contradictions: activities.filter(({ verdict }) => verdict === 'contradicts').length,
  };
  return { value, warnings: activityWarnings(value) };
};
