import type { Row } from '../../data/row.ts';
import {
  monthsToReward,
  schemeEconomics,
  schemeReturn,
} from '../../models/loyalty-scheme/scheme-economics.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { LoyaltySchemeParams } from './params.ts';
import type { LoyaltyScheme } from './result.ts';
import { loyaltyWarnings } from './warnings.ts';

type QueryName = 'tiers' | 'spend' | 'service';

const names = ['Base', 'Silver', 'Gold', 'Platinum'];
/** Taken where neither the data nor the settings tell. House rule. */
const assumedMargin = 0.3;

const marginOf = (
  row: Row | undefined,
  { margin }: LoyaltySchemeParams,
): Pick<LoyaltyScheme, 'margin' | 'marginSource'> => {
  if (margin > 0) return { margin, marginSource: 'settings' };
  const known = ratioOf(knownNumberOf(row, 'known_margin'), numberOf(row, 'known_sales'));
  return known === null
    ? { margin: assumedMargin, marginSource: 'assumed' }
    : { margin: Math.max(0, known), marginSource: 'data' };
};

const gateOf = (kept: number, known: number, floor: number): LoyaltyScheme['onTime'] => {
  const interval = wilsonInterval(kept, known);
  const value = ratioOf(kept, known);
  return {
    known,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    isBelow: value !== null && value < floor,
  };
};

const tiersOf = (
  rows: readonly Row[],
  members: ReturnType<typeof schemeEconomics>['tiers'],
): LoyaltyScheme['tiers'] =>
  rows.map((row, at) => ({
    name: names[at] ?? '',
    startsAt: numberOf(row, 'starts_at'),
    endsBefore: rows[at + 1] ? numberOf(rows[at + 1], 'starts_at') : null,
    customers: numberOf(row, 'customers'),
    spend: numberOf(row, 'spend'),
    members: members[at]?.members ?? 0,
    sales: members[at]?.sales ?? 0,
    points: members[at]?.points ?? 0,
    near: numberOf(row, 'near'),
    nearMissing: numberOf(row, 'near_missing'),
  }));

/** What a scheme of these terms gives, costs and needs, on the spend of the last 365 days. */
export const computeLoyaltyScheme: Compute<QueryName, LoyaltySchemeParams, LoyaltyScheme> = ({
  rows,
  params,
}) => {
  const [spend] = rows.spend;
  const [service] = rows.service;
  const margin = marginOf(spend, params);
  const scheme = schemeEconomics(
    rows.tiers.map((row) => ({ customers: numberOf(row, 'customers'), spend: numberOf(row, 'spend') })),
    { ...params, margin: margin.margin },
  );
  const atLift = schemeReturn(scheme, margin.margin, params.lift);
  const months = (column: string): number | null =>
    monthsToReward(params.rewardPoints, numberOf(spend, column), params.earn);
  const value: LoyaltyScheme = {
    customers: numberOf(spend, 'customers'),
    spend: numberOf(spend, 'spend'),
    tiers: tiersOf(rows.tiers, scheme.tiers),
    members: scheme.members,
    sales: scheme.sales,
    points: scheme.points,
    effectiveRate: scheme.effectiveRate,
    monthsQuarter: months('p25'),
    monthsMedian: months('p50'),
    monthsThreeQuarters: months('p75'),
    liability: scheme.liability,
    cost: scheme.cost,
    ...margin,
    breakEvenLift: scheme.breakEvenLift,
    profit: atLift.profit,
    roi: atLift.roi,
    bestShare: knownNumberOf(spend, 'best_share'),
    exitRisk: ratioOf(numberOf(spend, 'redemption_spend'), numberOf(spend, 'redeemer_spend')),
    onTime: gateOf(numberOf(service, 'on_time'), numberOf(service, 'promised'), params.onTimeFloor),
    satisfied: gateOf(numberOf(service, 'satisfied'), numberOf(service, 'rated'), params.satisfiedFloor),
  };
  return { value, warnings: loyaltyWarnings(value, params) };
};
