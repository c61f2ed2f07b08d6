import type { Predicate } from '../../core/predicate.ts';
import { addDays, isDay, type Day } from '../../core/day.ts';
import { ok, type Result } from '../../core/result.ts';
import type { RunContext } from '../../analyses/analysis.ts';
import { completeSettings } from '../../analyses/value-settings.ts';
import { customerProfilesStatements } from '../../data/facts/customer-profiles.ts';
import { customerValueColumns, customerValuesTable } from '../../data/facts/customer-values.ts';
import { firstOrderColumns } from '../../data/facts/first-orders.ts';
import { derivedTables, forgetDerivedStatements } from '../../data/facts/derived-tables.ts';
import type { DerivedTable, FactContext } from '../../data/facts/derived-tables.ts';
import { orderDaysSql } from '../../data/facts/order-days.ts';
import { asksAbout, compilePredicate } from '../../data/segments/compile-predicate.ts';
import type { ProfileColumn } from '../../data/segments/profile-column.ts';
import { customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import type { DataStore } from './data-store.ts';
import { deriveCustomerTables } from './derive-customer-tables.ts';
import { countFactRows } from './derive-order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { cacheKey } from './result-cache.ts';
import { runAll } from './run-all.ts';

/** The part of a run's context on which customer profiles and what is derived with them depend. */
export type ProfileContext = Pick<RunContext, 'asOf' | 'returns' | 'settings'>;

const factContext = ({ asOf, returns }: ProfileContext): FactContext => ({
  as_of: { day: asOf },
  returns_net: returns === 'net',
});

/** Columns beside those of the profile, each in a derived table. */
const derivedColumns: readonly ProfileColumn[] = [...customerValueColumns, ...firstOrderColumns];

const asksAboutTable = (predicate: Predicate, table: DerivedTable): boolean =>
  asksAbout(
    predicate,
    derivedColumns.filter((column) => column.table === table).map(({ name }) => name),
  );

/** Whether a rule asks what customers are worth. */
export const asksAboutValues = (predicate: Predicate | undefined): boolean =>
  predicate !== undefined && asksAboutTable(predicate, customerValuesTable);

/**
 * Keeps `customer_profiles` (a temporary table) fit for the question at hand: it is rebuilt when the data, the as-of
 * day or the treatment of returns change, and otherwise left alone. What else is derived of customers is made when a
 * question first needs it, and forgotten together with the profiles; their values are also made anew for other settings.
 */
export class CustomerProfiles {
  readonly #session: DuckDBSession;
  readonly #store: Pick<DataStore, 'generation'>;
  #key = '';
  #columns: readonly ProfileColumn[] = [];
  readonly #derived = new Set<DerivedTable>();
  /** The settings by which `customer_values` were worked out. */
  #settingsKey = '';

  constructor(session: DuckDBSession, store: Pick<DataStore, 'generation'>) {
    this.#session = session;
    this.#store = store;
  }

  /** Makes sure that the profiles are those of this context, and gives their columns. */
  async prepare(context: ProfileContext, job: Job): Promise<Result<readonly ProfileColumn[]>> {
    const key = `${this.#store.generation} ${context.asOf} ${context.returns}`;
    if (key === this.#key) return ok(this.#columns);
    this.#key = '';
    this.#derived.clear();
    const forgotten = await runAll(this.#session, job, forgetDerivedStatements);
    if (!forgotten.ok) return forgotten;
    const attributes = await this.#columnsOf(customerAttributesTable, job);
    if (!attributes.ok) return attributes;
    const rows = await countFactRows(this.#session, job);
    if (!rows.ok) return rows;
    const statements = customerProfilesStatements({
      rows: rows.value,
      attributes: attributes.value.map(({ name }) => name).filter((name) => name !== 'customer_id'),
      context: factContext(context),
    });
    const built = await runAll(this.#session, job, statements);
    if (!built.ok) return built;
    const columns = await this.#columnsOf('customer_profiles', job);
    if (!columns.ok) return columns;
    this.#key = key;
    this.#columns = columns.value;
    return columns;
  }

  /** Makes sure that these tables are those of this context. */
  async derive(tables: Iterable<DerivedTable>, context: ProfileContext, job: Job): Promise<Result<void>> {
    const prepared = await this.prepare(context, job);
    if (!prepared.ok) return prepared;
    const asked = new Set(tables);
    const settings = completeSettings(context.settings);
    if (asked.has(customerValuesTable)) {
      const key = cacheKey(settings);
      if (key !== this.#settingsKey) this.#derived.delete(customerValuesTable);
      this.#settingsKey = key;
    }
    const made = { facts: factContext(context), settings };
    return deriveCustomerTables(this.#session, asked, this.#derived, made, job);
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
    if (isEveryone) return ok(undefined);
    const asked = derivedTables.filter((table) => asksAboutTable(predicate, table));
    const derived = asked.length > 0 ? await this.derive(asked, context, job) : ok(undefined);
    return derived.ok
      ? compilePredicate(predicate, {
          columns: [...columns.value, ...derivedColumns],
          asOf: context.asOf,
        })
      : derived;
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
