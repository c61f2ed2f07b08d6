import { ok, type Result } from '../../core/result.ts';
import type { AppliedTreatment } from '../../data/quality/finding.ts';
import { rawName, rawTablesSql } from '../../data/quality/treated-tables.ts';
import type { Treatment } from '../../data/quality/treatment.ts';
import { planTreatments } from '../../data/quality/treating/plan-treatments.ts';
import type { TreatingContext, TreatmentStep } from '../../data/quality/treating/treating-context.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import { deriveOrderFacts } from './derive-order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { uninterrupted, type Job } from './job.ts';
import { runAll } from './run-all.ts';

/** Totals of the treated tables at one moment. */
interface Totals {
  readonly orders: number;
  readonly customers: number;
  readonly revenue: number;
}

const nothing: Totals = { orders: 0, customers: 0, revenue: 0 };

/** The tables of the current database that are kept as they were loaded, beside treated ones. */
export const rawTables = async (session: DuckDBSession, job: Job): Promise<Result<ReadonlySet<string>>> => {
  const rows = await session.rows(rawTablesSql, job);
  return rows.ok ? ok(new Set(rows.value.map(({ name }) => String(name)))) : rows;
};

const readContext = async (
  session: DuckDBSession,
  tables: readonly string[],
  job: Job,
): Promise<Result<TreatingContext>> => {
  const raw = await rawTables(session, job);
  if (!raw.ok) return raw;
  const counts = tables.map(
    (table) =>
      `select '${table}' as name, exists (from ${quoteIdentifier(raw.value.has(table) ? rawName(table) : table)}) as is_filled`,
  );
  const filled = await session.rows(counts.join(' union all '), job);
  if (!filled.ok) return filled;
  const columns = await session.rows(`describe ${customerAttributesTable}`, job);
  if (!columns.ok) return columns;
  return ok({
    raw: raw.value,
    filled: new Set(filled.value.filter((row) => row['is_filled'] === true).map(({ name }) => String(name))),
    attributes: columns.value
      .map((row) => String(row['column_name']))
      .filter((name) => name !== 'customer_id'),
  });
};

const readNumber = async (session: DuckDBSession, sql: string, job: Job): Promise<Result<number>> => {
  const rows = await session.rows(sql, job);
  return rows.ok ? ok(Number(rows.value[0]?.['n'] ?? 0)) : rows;
};

const readTotals = async (
  session: DuckDBSession,
  sql: string | undefined,
  job: Job,
): Promise<Result<Totals>> => {
  if (sql === undefined) return ok(nothing);
  const rows = await session.rows(sql, job);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return ok({
    orders: Number(row?.['orders'] ?? 0),
    customers: Number(row?.['customers'] ?? 0),
    revenue: Number(row?.['revenue'] ?? 0),
  });
};

/** How many rows a step was about, and which of the customers whom it names the data hold. */
interface Concerned {
  readonly rows: number;
  readonly customers: ReadonlySet<string>;
}

/** What one step did, shared out to its treatments; a merge is about those whom it names and the data hold. */
const describeStep = (
  step: TreatmentStep,
  concerned: Concerned,
  before: Totals,
  after: Totals,
): readonly AppliedTreatment[] =>
  step.treatments.map((treatment) => {
    const isMerge = treatment.kind === 'merge-customers';
    const named = isMerge
      ? treatment.from.filter((id) => concerned.customers.has(id)).length
      : concerned.rows;
    return {
      treatment,
      concerned: named,
      unit: step.unit,
      ordersRemoved: before.orders - after.orders,
      customersRemoved: isMerge ? named : before.customers - after.customers,
      revenueChange: isMerge ? 0 : after.revenue - before.revenue,
    };
  });

const runStep = async (session: DuckDBSession, step: TreatmentStep, job: Job): Promise<Result<Concerned>> => {
  const begun = await runAll(session, job, step.statements.slice(0, step.countAfter));
  if (!begun.ok) return begun;
  const concerned = await readNumber(session, step.concernedSql, job);
  if (!concerned.ok) return concerned;
  const present = step.presentSql === undefined ? ok([]) : await session.rows(step.presentSql, job);
  if (!present.ok) return present;
  const done = await runAll(session, job, step.statements.slice(step.countAfter));
  return done.ok
    ? ok({ rows: concerned.value, customers: new Set(present.value.map(({ id }) => String(id))) })
    : done;
};

/**
 * Carries out treatments on the tables of the current database, whatever was treated in it before, and says what each
 * did, in the order of the list. Derived tables are not rebuilt.
 */
export const applyTreatments = async (
  session: DuckDBSession,
  treatments: readonly Treatment[],
  tables: readonly string[],
  job: Job,
): Promise<Result<readonly AppliedTreatment[]>> => {
  const context = await readContext(session, tables, job);
  if (!context.ok) return context;
  const plan = planTreatments(treatments, context.value);
  const begun = await runAll(session, job, plan.before);
  if (!begun.ok) return begun;
  let before = await readTotals(session, plan.totalsSql, job);
  if (!before.ok) return before;
  const applied: AppliedTreatment[] = [];
  for (const step of plan.steps) {
    const concerned = await runStep(session, step, job);
    if (!concerned.ok) return concerned;
    const after = await readTotals(session, plan.totalsSql, job);
    if (!after.ok) return after;
    applied.push(...describeStep(step, concerned.value, before.value, after.value));
    before = after;
  }
  const finished = await runAll(session, job, plan.after);
  return finished.ok ? ok(inListOrder(treatments, applied)) : finished;
};

/** Every treatment of the list once; one that had nothing to do with these data did nothing. */
const inListOrder = (
  treatments: readonly Treatment[],
  applied: readonly AppliedTreatment[],
): readonly AppliedTreatment[] =>
  treatments.map(
    (treatment) =>
      applied.find((one) => one.treatment === treatment) ?? {
        treatment,
        concerned: 0,
        unit: 'customers',
        ordersRemoved: 0,
        customersRemoved: 0,
        revenueChange: 0,
      },
  );

/** Makes the facts anew, and everything that was done in this transaction final. */
const rebuildOrderFacts = async (session: DuckDBSession, job: Job): Promise<Result<void>> => {
  const dropped = await runAll(session, job, ['drop table order_facts']);
  if (!dropped.ok) return dropped;
  const derived = await deriveOrderFacts(session, job);
  return derived.ok ? runAll(session, job, ['commit']) : derived;
};

/** Treats the tables in place of how they were treated before and rebuilds what is derived, or changes nothing at all. */
export const treatInPlace = async (
  session: DuckDBSession,
  treatments: readonly Treatment[],
  tables: readonly string[],
  job: Job,
): Promise<Result<readonly AppliedTreatment[]>> => {
  const begun = await session.exec('begin transaction');
  if (!begun.ok) return begun;
  const applied = await applyTreatments(session, treatments, tables, job);
  const rebuilt = applied.ok ? await rebuildOrderFacts(session, job) : applied;
  if (applied.ok && rebuilt.ok) return applied;
  await session.exec('rollback', uninterrupted);
  return rebuilt.ok ? applied : rebuilt;
};
