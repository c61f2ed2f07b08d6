import type { Predicate } from '../../core/predicate.ts';
import { addDays, isDay, type Day } from '../../core/day.ts';
import { ok, type Result } from '../../core/result.ts';
import type { RunContext } from '../../analyses/analysis.ts';
import { customerProfilesStatements } from '../../data/facts/customer-profiles.ts';
import { orderDaysSql } from '../../data/facts/order-days.ts';
import { compilePredicate } from '../../data/segments/compile-predicate.ts';
import type { ProfileColumn } from '../../data/segments/profile-column.ts';
import { customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import type { DataStore } from './data-store.ts';
import { countFactRows } from './derive-order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';

/** The part of a run's context on which customer profiles depend. */
export type ProfileContext = Pick<RunContext, 'asOf' | 'returns'>;

/**
 * Keeps `customer_profiles` (a temporary table) fit for the question at hand: it is rebuilt when the data, the as-of
 * day or the treatment of returns change, and otherwise left alone.
 */
export class CustomerProfiles {
  readonly #session: DuckDBSession;
  readonly #store: Pick<DataStore, 'generation'>;
  #key = '';
  #columns: readonly ProfileColumn[] = [];

  constructor(session: DuckDBSession, store: Pick<DataStore, 'generation'>) {
    this.#session = session;
    this.#store = store;
  }

  /** Makes sure that the profiles are those of this context, and gives their columns. */
  async prepare(context: ProfileContext, job: Job): Promise<Result<readonly ProfileColumn[]>> {
    const key = `${this.#store.generation} ${context.asOf} ${context.returns}`;
    if (key === this.#key) return ok(this.#columns);
    this.#key = '';
    const attributes = await this.#columnsOf(customerAttributesTable, job);
    if (!attributes.ok) return attributes;
    const rows = await countFactRows(this.#session, job);
    if (!rows.ok) return rows;
    const statements = customerProfilesStatements({
      rows: rows.value,
      attributes: attributes.value.map(({ name }) => name).filter((name) => name !== 'customer_id'),
      context: { as_of: { day: context.asOf }, returns_net: context.returns === 'net' },
    });
    const built = await runAll(this.#session, job, statements);
    if (!built.ok) return built;
    const columns = await this.#columnsOf('customer_profiles', job);
    if (!columns.ok) return columns;
    this.#key = key;
    this.#columns = columns.value;
    return columns;
  }

  /** A rule as a condition over the prepared profiles; undefined for everyone. */
  async condition(
    predicate: Predicate | undefined,
    context: ProfileContext,
    job: Job,
  ): Promise<Result<string | undefined>> {
    const columns = await this.prepare(context, job);
    if (!columns.ok) return columns;
    const isEveryone = predicate === undefined || (predicate.kind === 'all' && predicate.of.length === 0);
    return isEveryone
      ? ok(undefined)
      : compilePredicate(predicate, { columns: columns.value, asOf: context.asOf });
  }

  /** The context that a question without one gets: the day after the last order, returns subtracted. */
  async defaultContext(job: Job): Promise<Result<ProfileContext>> {
    const rows = await this.#session.rows(orderDaysSql('order_facts', 'order_date'), job);
    if (!rows.ok) return rows;
    const last = rows.value[0]?.['last_order'];
    const asOf: Day = typeof last === 'string' && isDay(last) ? addDays(last, 1) : '1970-01-01';
    return ok({ asOf, returns: 'net' });
  }

  async #columnsOf(table: string, job: Job): Promise<Result<readonly ProfileColumn[]>> {
    const rows = await this.#session.rows(`describe ${table}`, job);
    return rows.ok
      ? ok(rows.value.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) })))
      : rows;
  }
}
