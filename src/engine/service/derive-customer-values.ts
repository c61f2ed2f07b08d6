import { columnFromArray, float64, int32, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import { days, daysInUnit } from '../../core/duration.ts';
import { ok, type Result } from '../../core/result.ts';
import { marginOf } from '../../analyses/customer-value/margin.ts';
import type { ValueSettings } from '../../analyses/value-settings.ts';
import {
  customerValuesSql,
  customerValuesTable,
  forecastColumns,
  forecastDatabase,
  forecastTable,
  valueInputs,
} from '../../data/facts/customer-values.ts';
import type { FactContext } from '../../data/facts/derived-tables.ts';
import type { Row } from '../../data/row.ts';
import { bindParams, snakeCase } from '../../data/sql/bind-params.ts';
import type { SqlValue } from '../../data/sql/quote-literal.ts';
import { forecastCustomers } from '../../models/customer-lifetime-value/forecast-customers.ts';
import { monthlyDiscount } from '../../models/customer-lifetime-value/lifetime-value.ts';
import { fitSpend } from '../../models/gamma-gamma/spend-law.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';

const column = (rows: readonly Row[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => Number(row[name] ?? 0));

const weeks = (rows: readonly Row[], name: string): Float64Array =>
  column(rows, name).map((count) => daysInUnit(days(count), 'week'));

/** The forecasts of each group of histories as an Arrow stream; undefined where no model can be fitted. */
const forecastStream = (
  groups: readonly Row[],
  means: readonly Row[],
  basis: Row | undefined,
  settings: ValueSettings,
): Uint8Array | undefined => {
  const histories = {
    unit: 'week' as const,
    repeatCount: column(groups, 'repeats'),
    lastRepeatAge: weeks(groups, 'last_age'),
    observationAge: weeks(groups, 'age'),
    counts: column(groups, 'customers'),
  };
  const spend = fitSpend(
    {
      repeatCount: column(means, 'repeats'),
      meanSpend: column(means, 'spend_mean'),
      counts: column(means, 'customers'),
    },
    Number(basis?.['revenue'] ?? 0) / Math.max(1, Number(basis?.['purchase_days'] ?? 0)),
  );
  const terms = { horizon: settings.horizon, monthlyDiscount: monthlyDiscount(settings.discount / 100) };
  const forecasts = forecastCustomers(histories, spend.law, terms, settings.model);
  if (forecasts === null) return undefined;
  const whole = (name: string) => columnFromArray(Int32Array.from(column(groups, name)), int32());
  const table = tableFromColumns([
    ['repeats', whole('repeats')],
    ['last_age', whole('last_age')],
    ['age', whole('age')],
    ['p_alive', columnFromArray(forecasts.pAlive, float64())],
    ['orders', columnFromArray(forecasts.orders, float64())],
    ['discounted', columnFromArray(forecasts.discounted, float64())],
    ['spend_base', columnFromArray(forecasts.spendBase, float64())],
    ['spend_slope', columnFromArray(forecasts.spendSlope, float64())],
  ]);
  return tableToIPC(table, { format: 'stream' }) ?? undefined;
};

/** What the SQL of values is bound to: the context, the settings, the margins and the grain of ages. */
const bindings = (
  context: FactContext,
  groups: readonly Row[],
  basis: Row | undefined,
  settings: ValueSettings,
) => {
  const margin = marginOf(basis, settings);
  return {
    ...context,
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]): [string, SqlValue] => [snakeCase(name), value]),
    ),
    grain: Number(groups[0]?.['grain'] ?? 1),
    margin: margin.share,
    own_margin: margin.basis === 'revenue' ? settings.assumedMarginShare : margin.share,
  };
};

/**
 * Makes the temporary table `customer_values` from `customer_histories`, `customer_work` and `customer_profiles`, which
 * must be at hand: fits the models of purchases and of spend, and works out what each customer costs, both by the
 * settings of their pages.
 */
export const deriveCustomerValues = async (
  session: DuckDBSession,
  context: FactContext,
  settings: ValueSettings,
  job: Job,
): Promise<Result<void>> => {
  const groups = await session.rows(valueInputs.historyGroups, job);
  if (!groups.ok) return groups;
  const means = await session.rows(valueInputs.spendMeans, job);
  if (!means.ok) return means;
  const basis = await session.rows(bindParams(valueInputs.valueBasis, context), job);
  if (!basis.ok) return basis;
  const declared = Object.entries(forecastColumns).map(([name, type]) => `${name} ${type}`);
  const made = await runAll(session, job, [
    `detach database if exists ${forecastDatabase}`,
    `attach ':memory:' as ${forecastDatabase}`,
    `create table ${forecastDatabase}.${forecastTable} (${declared.join(', ')})`,
  ]);
  if (!made.ok) return made;
  const stream = forecastStream(groups.value, means.value, basis.value[0], settings);
  if (stream !== undefined) {
    const filled = await session.insertStream(forecastDatabase, forecastTable, stream, groups.value.length);
    if (!filled.ok) return filled;
  }
  const select = bindParams(customerValuesSql, bindings(context, groups.value, basis.value[0], settings));
  const done = await runAll(session, job, [
    `create or replace temp table ${customerValuesTable} as ${select}`,
    `detach database ${forecastDatabase}`,
  ]);
  return done.ok ? ok(undefined) : done;
};
