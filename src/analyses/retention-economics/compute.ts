import { constantRetentionValue } from '../../models/retention-economics/constant-retention.ts';
import { sbgRetention } from '../../models/shifted-beta-geometric/shifted-beta-geometric.ts';
import type { ShiftedBetaGeometricParameters } from '../../models/shifted-beta-geometric/shifted-beta-geometric.ts';
import type { Compute } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { measuredOf, projectionOf, runsOf, tenureOf } from './measure.ts';
import type { RetentionEconomicsParams } from './params.ts';
import type { RetentionEconomics } from './result.ts';
import { scheduleOf } from './schedule.ts';
import type { Plan } from './schedule.ts';
import { retentionEconomicsWarnings } from './warnings.ts';

type Used = RetentionEconomics['used'];
type Better = RetentionEconomics['points'];

/** Fewest customers of a year of tenure whose retention is reckoned with beyond the first. House rule. */
const fewestCustomers = 30;

const usedOf = (measured: RetentionEconomics['measured'], params: RetentionEconomicsParams): Used => {
  const { retention, margin, growth, acquisitionCost, discount, startFrom } = params;
  if (startFrom === 'settings') return { retention, margin, growth, acquisitionCost, discount };
  return {
    retention: measured.retention ?? retention,
    margin: measured.margin ?? margin,
    growth: Math.max(-0.9, measured.growth ?? growth),
    acquisitionCost: measured.acquisitionCost ?? acquisitionCost,
    discount,
  };
};

/** Retention into the year after year t, by the chosen pattern. */
const patternOf = (
  params: RetentionEconomicsParams,
  used: Used,
  tenure: RetentionEconomics['tenure'],
  projection: ShiftedBetaGeometricParameters | null,
): ((year: number) => number) => {
  const isMeasured = params.startFrom === 'data';
  if (params.pattern === 'constant') return () => used.retention;
  if (params.pattern === 'projected' && projection && isMeasured)
    return (year) => sbgRetention(projection, year);
  if (!isMeasured) return (year) => (year === 1 ? params.firstYearRetention : used.retention);
  const observed = tenure
    .filter(({ year, atRisk }) => year === 1 || atRisk >= fewestCustomers)
    .flatMap(({ retention }) => (retention === null ? [] : [retention]));
  return (year) => observed[Math.min(year, observed.length) - 1] ?? used.retention;
};

const addedOf = ({ extraPurchases, costSaving, referrals, pricePremium }: RetentionEconomicsParams) => ({
  extraPurchases,
  costSaving,
  referrals,
  pricePremium,
});

/** The value of a customer with every year’s retention changed; null where it has no end. */
type ValueWith = (change: (retention: number) => number) => number | null;

const valueBy = (plan: Plan, isForEver: boolean): ValueWith => {
  const { used, firstProfit } = plan;
  return (change) => {
    if (isForEver) return constantRetentionValue({ ...used, retention: change(used.retention) }, firstProfit);
    const years = scheduleOf({ ...plan, retentionOf: (year) => change(plan.retentionOf(year)) });
    const last = years.at(-1);
    return last === undefined ? null : last.cumulative + used.acquisitionCost;
  };
};

const betterOf = (
  valueWith: ValueWith,
  change: (retention: number) => number,
  used: Used,
  active: number,
): Better => {
  const now = valueWith((retention) => retention);
  const value = valueWith(change);
  const gain = now === null || value === null ? null : value - now;
  const isWorth = now !== null && now > 0 && value !== null && value > 0;
  return {
    retention: change(used.retention),
    value,
    change: gain,
    uplift: isWorth ? value / now - 1 : null,
    yearly: isWorth ? used.margin * (1 - now / value) : null,
    total: gain === null ? null : gain * active,
  };
};

/** Rates of retention of the curve: every two points, and the three that are asked about. */
const curveOf = (valueWith: ValueWith, rates: readonly number[]): RetentionEconomics['curve'] => {
  const steps = Array.from({ length: 50 }, (_, at) => at / 50);
  return [...new Set([...steps, ...rates])]
    .toSorted((one, other) => one - other)
    .flatMap((retention) => {
      const value = valueWith(() => retention);
      return value === null ? [] : [{ retention, value }];
    });
};

const yearsOf = (plan: Plan, better: (retention: number) => number): RetentionEconomics['years'] => {
  const after = scheduleOf({ ...plan, retentionOf: (year) => better(plan.retentionOf(year)) });
  return scheduleOf(plan).map((year, at) => ({
    ...year,
    survivalAfter: after[at]?.survival ?? year.survival,
    cumulativeAfter: after[at]?.cumulative ?? year.cumulative,
  }));
};

/** Turns runs of years and yearly values into a starting point, and that into the worth of better retention (F6). */
export const computeRetentionEconomics: Compute<
  'runs' | 'values',
  RetentionEconomicsParams,
  RetentionEconomics
> = ({ rows, params }) => {
  const runs = runsOf(rows.runs);
  const projection = projectionOf(runs);
  const tenure = tenureOf(runs, projection);
  const measured = measuredOf(tenure, rows.values);
  const used = usedOf(measured, params);
  const added = addedOf(params);
  const plan: Plan = {
    retentionOf: patternOf(params, used, tenure, projection),
    used,
    firstProfit: params.firstProfit,
    horizon: Math.round(params.horizon),
    added,
  };
  const isForEver = params.pattern === 'constant' && Object.values(added).every((part) => part === 0);
  const active = numberOf(rows.values[0], 'active');
  const byPoints = (retention: number): number => Math.min(1, retention + params.points / 100);
  const byPercent = (retention: number): number => Math.min(1, retention * (1 + params.percent / 100));
  const valueWith = valueBy(plan, isForEver);
  const value = valueWith((retention) => retention);
  const years = yearsOf(plan, byPoints);
  const result: RetentionEconomics = {
    active,
    measured,
    used,
    basis: isForEver ? 'for-ever' : 'horizon',
    value,
    netValue: value === null ? null : value - used.acquisitionCost,
    points: betterOf(valueWith, byPoints, used, active),
    percent: betterOf(valueWith, byPercent, used, active),
    paybackYear: years.find(({ cumulative }) => cumulative >= 0)?.year ?? null,
    curve: curveOf(valueWith, [used.retention, byPoints(used.retention), byPercent(used.retention)]),
    years,
    tenure,
  };
  return { value: result, warnings: retentionEconomicsWarnings(result, params, projection !== null) };
};
