import { ok, type Result } from '../../core/result.ts';
import { orderFactsSql } from '../../data/facts/order-facts.ts';
import { canonicalTables, customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import { createTableSql } from '../../data/tables/table.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { uninterrupted, type Job } from './job.ts';
import { runAll } from './run-all.ts';

/** Names of the tables that are kept, in loading order; everything else is derived from them. */
export const keptTables: readonly string[] = [
  ...canonicalTables.map(({ name }) => name),
  customerAttributesTable,
];

/**
 * The user's data: one compressed in-memory database, attached beside the engine's own. Replacing them fills another
 * database and then changes over, so that a failure, a cancel or a crash leaves the old data as they were.
 */
export class DataStore {
  readonly #session: DuckDBSession;
  #generation = 0;
  #database = '';

  constructor(session: DuckDBSession) {
    this.#session = session;
  }

  /** Counts changes of the data; what was computed for another generation is stale. */
  get generation(): number {
    return this.#generation;
  }

  /** Starts with no data: every table exists and is empty. */
  open(): Promise<Result<void>> {
    return this.replace(() => Promise.resolve(ok(undefined)), uninterrupted);
  }

  /**
   * Replaces all data by what `fill` puts into a new, empty database, which is the default one while it works. It may
   * make canonical tables itself; missing ones are added empty. Then derived tables are rebuilt.
   */
  async replace<T>(fill: (database: string) => Promise<Result<T>>, job: Job): Promise<Result<T>> {
    const previous = this.#database;
    const next = `data_${this.#generation + 1}`;
    const begun = await runAll(this.#session, uninterrupted, [
      `detach database if exists ${next}`,
      `attach ':memory:' as ${next} (compress)`,
      `use ${next}`,
    ]);
    if (!begun.ok) return begun;
    const filled = await this.#fill(fill, next, job);
    if (!filled.ok) {
      await runAll(this.#session, uninterrupted, this.#leaving(next, previous));
      return filled;
    }
    const changed = await runAll(this.#session, uninterrupted, [
      'drop table if exists temp.main.customer_profiles',
      ...this.#leaving(previous, next),
    ]);
    if (!changed.ok) return changed;
    this.#database = next;
    this.#generation += 1;
    return filled;
  }

  async #fill<T>(
    fill: (database: string) => Promise<Result<T>>,
    database: string,
    job: Job,
  ): Promise<Result<T>> {
    const filled = await fill(database);
    if (!filled.ok) return filled;
    job.onProgress?.({ stage: 'Preparing', detail: 'Orders and customers' });
    const completed = await runAll(this.#session, job, [
      ...canonicalTables.map((table) => createTableSql(table, `if not exists ${table.name}`)),
      `create table if not exists ${customerAttributesTable} (customer_id varchar)`,
      `create table order_facts as ${orderFactsSql}`,
      `checkpoint ${database}`,
    ]);
    return completed.ok ? filled : completed;
  }

  /** Statements that go over from one database to another and forget the first. Empty: there is none. */
  #leaving(unwanted: string, wanted: string): readonly string[] {
    if (wanted === '') return ['use memory', `detach ${unwanted}`];
    return [`use ${wanted}`, ...(unwanted === '' ? [] : [`detach ${unwanted}`])];
  }
}
