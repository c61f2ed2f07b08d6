import * as v from 'valibot';
import { days, daysInUnit } from '../../core/duration.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { customerValue } from '../../analyses/customer-value/definition.ts';
import eachHistory from '../../analyses/customer-value/each-history.sql?raw';
import { marginOf } from '../../analyses/customer-value/margin.ts';
import { customerValueParams } from '../../analyses/customer-value/params.ts';
import type { CustomerValueParams } from '../../analyses/customer-value/params.ts';
import type { Row } from '../../data/row.ts';
import { bindParams } from '../../data/sql/bind-params.ts';
import { composeQuery } from '../../data/sql/compose-query.ts';
import { chooseModel } from '../../models/buy-till-you-die/choose-model.ts';
import { groupHistories } from '../../models/buy-till-you-die/group-histories.ts';
import { monthlyDiscount } from '../../models/customer-lifetime-value/lifetime-value.ts';
import {
  refitValues,
  resampledFigure,
  sumValues,
  type RefitInput,
  type ValueSums,
} from '../../models/customer-lifetime-value/refit-values.ts';
import { fitSpend } from '../../models/gamma-gamma/spend-law.ts';
import type { ResampledValue, RunRequest } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import type { CustomerProfiles } from './profiles.ts';

interface Tools {
  readonly session: DuckDBSession;
  readonly profiles: CustomerProfiles;
}

/** Refits, by house rule. */
const rounds = 200;

const column = (rows: readonly Row[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => Number(row[name] ?? 0));
const weeks = (rows: readonly Row[], name: string): Float64Array =>
  column(rows, name).map((count) => daysInUnit(days(count), 'week'));

/** The models fitted to the customers as they are; undefined when none can be. */
const fitAll = (
  rows: readonly Row[],
  totals: Row | undefined,
  params: CustomerValueParams,
  seed: number,
): RefitInput | undefined => {
  const histories = {
    unit: 'week' as const,
    repeatCount: column(rows, 'repeats'),
    lastRepeatAge: weeks(rows, 'last_age'),
    observationAge: weeks(rows, 'age'),
  };
  const grouped = groupHistories(histories);
  const fit = grouped.ok ? chooseModel(grouped.value, params.model).fit : null;
  if (!grouped.ok || fit === null) return undefined;
  const spend = { repeatCount: histories.repeatCount, meanSpend: column(rows, 'spend_mean') };
  const meanOfAll = Number(totals?.['revenue'] ?? 0) / Math.max(1, Number(totals?.['purchase_days'] ?? 0));
  return {
    histories,
    grouped: grouped.value,
    spend,
    fit,
    spendModel: fitSpend(spend, meanOfAll),
    terms: { horizon: params.horizon, monthlyDiscount: monthlyDiscount(params.discount / 100) },
    margin: marginOf(totals, params).share,
    rounds,
    seed,
  };
};

/** Lets messages through between two refits, so that a cancel is heard. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const refit = async (input: RefitInput, job: Job): Promise<Result<readonly ValueSums[]>> => {
  const sums: ValueSums[] = [];
  let round = 0;
  for (const found of refitValues(input)) {
    round += 1;
    if (found) sums.push(found);
    job.onProgress?.({
      stage: 'Refitting',
      detail: `${round} of ${input.rounds}`,
      fraction: round / input.rounds,
    });
    await nextTask();
    if (job.isCancelled()) return err({ kind: 'cancelled' });
  }
  return ok(sums);
};

const summarise = (
  input: RefitInput,
  sums: readonly ValueSums[],
  customers: number,
): ResampledValue | undefined => {
  const centre = sumValues(input, input.fit, input.spendModel.law);
  const drawnFrom = input.histories.repeatCount.length;
  const figure = (name: keyof ValueSums) =>
    resampledFigure(
      sums.map((each) => each[name]),
      centre[name],
      drawnFrom,
      customers,
    );
  const [equity, alive, orders] = [figure('equity'), figure('alive'), figure('orders')];
  return equity && alive && orders
    ? { fitted: sums.length, rounds: input.rounds, drawnFrom, customers, equity, alive, orders }
    : undefined;
};

/**
 * Refits the models of customer value to customers drawn with replacement, and says what that leaves open of equity, of those
 * still there and of their purchases. Failures: `parameter-invalid`, `needs-data` where no model can be fitted, `cancelled`.
 */
export const resampleValue = async (
  { session, profiles }: Tools,
  { params: given, context, segment }: RunRequest,
  job: Job,
): Promise<Result<ResampledValue>> => {
  const params = v.safeParse(customerValueParams, given);
  if (!params.success)
    return err({
      kind: 'parameter-invalid',
      parameter: 'params',
      value: '',
      expected: params.issues[0].message,
    });
  const condition = await profiles.condition(segment, context, job);
  if (!condition.ok) return condition;
  const derived = await profiles.derive(['customer_histories'], context, job);
  if (!derived.ok) return derived;
  const scope = { segment: condition.value };
  const values = { as_of: { day: context.asOf }, returns_net: context.returns === 'net' };
  const rows = await session.rows(composeQuery(eachHistory, scope), job);
  if (!rows.ok) return rows;
  const totals = await session.rows(
    bindParams(composeQuery(customerValue.queries.totals, scope), values),
    job,
  );
  if (!totals.ok) return totals;
  const input = fitAll(rows.value, totals.value[0], params.output, context.seed);
  if (!input) return err({ kind: 'needs-data', missing: ['repeat purchases'] });
  const sums = await refit(input, job);
  if (!sums.ok) return sums;
  const summary = summarise(input, sums.value, Number(rows.value[0]?.['customers'] ?? 0));
  return summary ? ok(summary) : err({ kind: 'needs-data', missing: ['repeat purchases'] });
};
