import { ok, type Result } from '../../core/result.ts';
import { forgetDerivedStatements } from '../../data/facts/derived-tables.ts';
import type { AppliedTreatment } from '../../data/quality/finding.ts';
import type { Treatment } from '../../data/quality/treatment.ts';
import { canonicalTables, customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import { createTableSql } from '../../data/tables/table.ts';
import { compressTables, countAllRows } from './compress-tables.ts';
import { mostPlainRows, type DataLayout } from './data-layout.ts';
import { deriveOrderFacts } from './derive-order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { uninterrupted, type Job } from './job.ts';
import { runAll } from './run-all.ts';
import { applyTreatments, treatInPlace } from './treatments.ts';

/** Names of the tables that are kept, in loading order; everything else is derived from them. */
export const keptTables: readonly string[] = [
  ...canonicalTables.map(({ name }) => name),
  customerAttributesTable,
];

/** What a database was filled with, and how that was treated. */
interface Filled<T> {
  readonly result: T;
  readonly applied: readonly AppliedTreatment[];
}

/**
 * The user's data: one compressed in-memory database, attached beside the engine's own. Replacing them fills another
 * database and then changes over, so that a failure, a cancel or a crash leaves the old data as they were.
 */
export class DataStore {
  readonly #session: DuckDBSession;
  #generation = 0;
  #database = '';
  #applied: readonly AppliedTreatment[] = [];
  /** Whether the tables lie as they should stay. */
  #isSettled = true;

  constructor(session: DuckDBSession) {
    this.#session = session;
  }

  /** Counts changes of the data; what was computed for another generation is stale. */
  get generation(): number {
    return this.#generation;
  }

  /** Name of the database that holds the data now. While another is being filled, it can still be read under it. */
  get database(): string {
    return this.#database;
  }

  /** What is done to the data on top of what the files say, and what it did. */
  get applied(): readonly AppliedTreatment[] {
    return this.#applied;
  }

  /** Starts with no data: every table exists and is empty. */
  open(): Promise<Result<void>> {
    return this.replace(() => Promise.resolve(ok(undefined)), uninterrupted);
  }

  /**
   * Replaces all data by what `fill` puts into a new, empty database, which is the default one while it works. It may
   * make canonical tables itself; missing ones are added empty. Then `treatments` are carried out and derived tables are rebuilt.
   * `layout`: `plain` is filled faster and takes several times the memory.
   */
  async replace<T>(
    fill: (database: string) => Promise<Result<T>>,
    job: Job,
    treatments: readonly Treatment[] = [],
    layout: DataLayout = 'compressed',
  ): Promise<Result<T>> {
    const previous = this.#database;
    const next = `data_${this.#generation + 1}`;
    const begun = await runAll(this.#session, uninterrupted, [
      ...this.#forgetCopy(),
      `detach database if exists ${next}`,
      `attach ':memory:' as ${next}${layout === 'compressed' ? ' (compress)' : ''}`,
      `use ${next}`,
    ]);
    if (!begun.ok) return begun;
    let filled: Result<Filled<T>> | undefined;
    try {
      filled = await this.#fill(fill, next, treatments, job);
    } finally {
      // Whatever it throws, the old data stay the ones that are used.
      if (!filled?.ok) await runAll(this.#session, uninterrupted, this.#leaving(next, previous));
    }
    if (!filled.ok) return filled;
    const changed = await runAll(this.#session, uninterrupted, [
      ...forgetDerivedStatements,
      ...this.#leaving(previous, next),
    ]);
    if (!changed.ok) return changed;
    this.#database = next;
    this.#generation += 1;
    this.#applied = filled.value.applied;
    this.#isSettled = layout === 'compressed';
    return ok(filled.value.result);
  }

  /**
   * Compresses large data that lie plainly; nothing else about them changes. Can be cancelled at any moment and goes on
   * where it was. When there is no room for a copy, the data stay plain.
   */
  async compress(job: Job): Promise<Result<void>> {
    if (this.#isSettled) return ok(undefined);
    const rows = await countAllRows(this.#session, this.#database, job);
    if (!rows.ok) return rows;
    const copy = `${this.#database}_copy`;
    const isLarge = rows.value > mostPlainRows;
    const copied = isLarge ? await compressTables(this.#session, this.#database, copy, job) : ok(undefined);
    if (!copied.ok && copied.error.kind === 'cancelled') return copied;
    this.#isSettled = true;
    if (!isLarge) return ok(undefined);
    if (!copied.ok) {
      const forgotten = await runAll(this.#session, uninterrupted, this.#forgetCopy());
      return forgotten.ok ? copied : forgotten;
    }
    const changed = await runAll(this.#session, uninterrupted, this.#leaving(this.#database, copy));
    if (changed.ok) this.#database = copy;
    return changed;
  }

  /** Treats the data otherwise than before, or leaves everything as it was. The tables as loaded stay. */
  async treat(treatments: readonly Treatment[], job: Job): Promise<Result<readonly AppliedTreatment[]>> {
    const forgotten = await runAll(this.#session, uninterrupted, this.#forgetCopy());
    if (!forgotten.ok) return forgotten;
    const applied = await treatInPlace(this.#session, treatments, keptTables, job);
    if (!applied.ok) return applied;
    this.#generation += 1;
    this.#applied = applied.value;
    const settled = await runAll(this.#session, uninterrupted, [
      ...forgetDerivedStatements,
      `checkpoint ${this.#database}`,
    ]);
    return settled.ok ? applied : settled;
  }

  async #fill<T>(
    fill: (database: string) => Promise<Result<T>>,
    database: string,
    treatments: readonly Treatment[],
    job: Job,
  ): Promise<Result<Filled<T>>> {
    const filled = await fill(database);
    if (!filled.ok) return filled;
    job.onProgress?.({ stage: 'Preparing', detail: 'Orders and customers' });
    const made = await runAll(this.#session, job, [
      ...canonicalTables.map((table) => createTableSql(table, `if not exists ${table.name}`)),
      `create table if not exists ${customerAttributesTable} (customer_id varchar)`,
    ]);
    if (!made.ok) return made;
    const applied =
      treatments.length === 0 ? ok([]) : await applyTreatments(this.#session, treatments, keptTables, job);
    if (!applied.ok) return applied;
    const derived = await deriveOrderFacts(this.#session, job);
    if (!derived.ok) return derived;
    const completed = await runAll(this.#session, job, [`checkpoint ${database}`]);
    return completed.ok ? ok({ result: filled.value, applied: applied.value }) : completed;
  }

  /** Statements that forget an unfinished copy of the data. */
  #forgetCopy(): readonly string[] {
    return this.#database === '' ? [] : [`detach database if exists ${this.#database}_copy`];
  }

  /** Statements that go over from one database to another and forget the first. Empty: there is none. */
  #leaving(unwanted: string, wanted: string): readonly string[] {
    if (wanted === '') return ['use memory', `detach ${unwanted}`];
    return [`use ${wanted}`, ...(unwanted === '' ? [] : [`detach ${unwanted}`])];
  }
}
