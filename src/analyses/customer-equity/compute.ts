import type { Day } from '../../core/day.ts';
import type { Row } from '../../data/row.ts';
import { cacPaybackMonths, clvToCac } from '../../models/customer-equity/acquisition-return.ts';
import { customerEquity } from '../../models/customer-equity/customer-equity.ts';
import { revenueRetention } from '../../models/customer-equity/value-retention.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { outsideWindow, unknownChannel } from './marks.ts';
import type { CustomerEquityParams } from './params.ts';
import type { CustomerEquityResult } from './result.ts';
import { customerEquityWarnings } from './warnings.ts';

type QueryName = 'groups' | 'winning' | 'kept';
type Group = CustomerEquityResult['cohorts'][number];
type Winning = CustomerEquityResult['winning'][number];
type Year = CustomerEquityResult['years'][number];

const groupOf = (row: Row, equity: number): Group => ({
  name: String(row['name']) || (row['part'] === 'segment' ? outsideWindow : unknownChannel),
  customers: numberOf(row, 'customers'),
  equity: numberOf(row, 'clv'),
  mean: numberOf(row, 'clv') / Math.max(1, numberOf(row, 'customers')),
  share: ratioOf(numberOf(row, 'clv'), equity),
  pAlive: numberOf(row, 'p_alive'),
  atRisk: numberOf(row, 'at_risk'),
  referral: numberOf(row, 'referral'),
});

const winningOf = (row: Row, given: number, everyone: number | null): Winning => {
  const won = numberOf(row, 'won');
  const isAll = row['channel'] === '';
  const found = ratioOf(knownNumberOf(row, 'cost'), won);
  const cac = isAll && given > 0 ? given : found;
  const isGiven = isAll && (given > 0 || found === null);
  const clv = isGiven ? everyone : knownNumberOf(row, 'clv');
  const firstYear = knownNumberOf(row, isGiven ? 'usual_first_year' : 'first_year');
  return {
    name: isAll ? 'All' : String(row['channel']),
    won,
    cac,
    clv,
    clvToCac: cac === null || clv === null ? null : clvToCac(clv, cac),
    firstYear,
    paybackMonths: cac === null || firstYear === null ? null : cacPaybackMonths(cac, firstYear / 12),
  };
};

const yearOf = (row: Row, alertGap: number): Year => {
  const [customers, value] = [numberOf(row, 'customers'), numberOf(row, 'value')];
  const headCount = numberOf(row, 'kept') / Math.max(1, customers);
  const byValue = ratioOf(numberOf(row, 'kept_value'), value);
  const gap = byValue === null ? null : byValue - headCount;
  const revenue = revenueRetention({
    start: value,
    expansion: numberOf(row, 'expansion'),
    contraction: numberOf(row, 'contraction'),
    churned: numberOf(row, 'churned'),
  });
  return {
    from: row['from_day'] as Day,
    to: row['to_day'] as Day,
    customers,
    headCount,
    byValue,
    gap,
    isDiverging: gap !== null && Math.abs(gap) >= alertGap / 100 - 1e-12,
    netRevenue: revenue?.net ?? null,
    grossRevenue: revenue?.gross ?? null,
  };
};

/** Sums lifetime values over groups that add up to all, and adds prospects, referrals, cost of winning and retention. */
export const computeCustomerEquity: Compute<QueryName, CustomerEquityParams, CustomerEquityResult> = ({
  rows,
  params,
}) => {
  const all = rows.groups.find(({ part }) => part === 'all');
  const equity = knownNumberOf(all, 'clv');
  const groups = (part: string): Group[] =>
    rows.groups.filter((row) => row['part'] === part).map((row) => groupOf(row, equity ?? 0));
  const tenths = groups('tenth').sort((one, other) => Number(one.name) - Number(other.name));
  const meanOfAll = ratioOf(equity, numberOf(all, 'customers'));
  const winning = rows.winning
    .map((row) => winningOf(row, params.costOfWinning, meanOfAll))
    .filter(({ name, won }) => name === 'All' || won > 0);
  const cac = winning.find(({ name }) => name === 'All')?.cac ?? null;
  const prospects = numberOf(rows.winning[0], 'prospects');
  const newcomerValue = knownNumberOf(rows.winning[0], 'fresh_clv') ?? meanOfAll;
  const sum = customerEquity(
    [equity],
    newcomerValue === null
      ? null
      : { expected: prospects, conversion: params.conversion, clv: newcomerValue, cac: cac ?? 0 },
  );
  const value: CustomerEquityResult = {
    customers: numberOf(all, 'customers'),
    equity,
    futureProfit: knownNumberOf(all, 'future'),
    prospects,
    prospectEquity: equity === null ? null : sum.future,
    newcomerValue,
    total: equity === null ? null : sum.total,
    cac,
    referralValue: numberOf(all, 'referral'),
    referrers: numberOf(all, 'referrers'),
    referred: numberOf(all, 'referred'),
    atRisk: knownNumberOf(all, 'at_risk'),
    bestTenth: tenths[0]?.share ?? null,
    tenths,
    cohorts: groups('cohort').sort((one, other) => one.name.localeCompare(other.name)),
    channels: groups('channel'),
    segments: groups('segment'),
    winning,
    years: rows.kept.map((row) => yearOf(row, params.alertGap)),
  };
  return { value, warnings: customerEquityWarnings(value, params) };
};
