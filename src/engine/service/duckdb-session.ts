import { tableFromIPC, type Table } from '@uwdata/flechette';
import type { DuckDBBindings } from 'duckdb-blocking';
import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { decodeOptions, decodeRows } from '../../data/sql/decode-rows.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import type { Row } from '../../data/row.ts';
import { joinStream } from './arrow-stream.ts';
import type { DuckDBHost, OnPercent } from './duckdb-host.ts';
import { uninterrupted, type Job } from './job.ts';
import { toAppError } from './to-app-error.ts';

/** The first statements, in this order: with autoload on, touching an extension asks the network and corrupts the heap. */
const settings = [
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  'set enable_progress_bar = true',
  'set progress_bar_time = 1',
  'set errors_as_json = true',
  "set allowed_directories = ['imp/']",
  'set enable_external_access = false',
  'set lock_configuration = true',
];

const millisecondsBetweenPolls = 25;

/** How a statement's result is to be read. */
interface ReadOptions {
  /** Stop reading after at least this many rows. */
  readonly maxRows?: number;
}

/**
 * One DuckDB and its main connection. Statements run one after another, can be cancelled between polls, and report
 * progress; failures are returned, never thrown.
 */
export class DuckDBSession {
  readonly version: string;
  readonly #bindings: DuckDBBindings;
  readonly #host: DuckDBHost;
  readonly #connection: number;
  #last: Promise<unknown> = Promise.resolve();
  #job: Job = uninterrupted;
  /** When messages were last let through. */
  #paused = 0;

  private constructor(bindings: DuckDBBindings, host: DuckDBHost) {
    this.#bindings = bindings;
    this.#host = host;
    this.version = bindings.getVersion();
    this.#connection = this.#connect();
  }

  /** Starts DuckDB with external access, extensions and settings locked. */
  static async open(host: DuckDBHost): Promise<Result<DuckDBSession>> {
    try {
      const listener: { onPercent: OnPercent } = { onPercent: () => undefined };
      const bindings = await host.instantiate((percent) => listener.onPercent(percent));
      bindings.open({ query: { queryPollingInterval: millisecondsBetweenPolls } });
      const session = new DuckDBSession(bindings, host);
      listener.onPercent = (percent) => session.#report(percent);
      for (const statement of settings) {
        const set = await session.exec(statement);
        if (!set.ok) return set;
      }
      return ok(session);
    } catch (thrown) {
      return err({
        kind: 'engine-unavailable',
        reason: thrown instanceof Error ? thrown.message : String(thrown),
      });
    }
  }

  /** Runs a statement for its effect. */
  async exec(sql: string, job: Job = uninterrupted): Promise<Result<void>> {
    const messages = await this.#messages(sql, job, {});
    return messages.ok ? ok(undefined) : messages;
  }

  /** Runs a query and gives plain rows. */
  async rows(sql: string, job: Job = uninterrupted): Promise<Result<Row[]>> {
    const table = await this.table(sql, job);
    return table.ok ? ok(decodeRows(table.value)) : table;
  }

  /** Runs a query and gives its result by columns; with `maxRows` it may be cut after at least so many rows. */
  async table(sql: string, job: Job = uninterrupted, options: ReadOptions = {}): Promise<Result<Table>> {
    const messages = await this.#messages(sql, job, options);
    return messages.ok ? ok(tableFromIPC(joinStream(messages.value), decodeOptions)) : messages;
  }

  /** Runs a query and gives its result as an Arrow IPC stream, undecoded. */
  async stream(sql: string, job: Job = uninterrupted): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const messages = await this.#messages(sql, job, {});
    return messages.ok ? ok(joinStream(messages.value)) : messages;
  }

  /**
   * Appends a whole Arrow IPC stream (with its end mark) to an existing table and makes sure that all `rows` arrived.
   * On a connection of its own: a bad stream poisons later inserts.
   */
  async insertStream(
    database: string,
    table: string,
    stream: Uint8Array,
    rows: number,
  ): Promise<Result<void>> {
    const before = await this.#count(database, table);
    if (!before.ok) return before;
    const connection = this.#connect();
    try {
      this.#bindings.runQuery(connection, `use ${quoteIdentifier(database)}`);
      this.#bindings.insertArrowFromIPCStream(connection, stream, {
        name: table,
        schema: 'main',
        create: false,
      });
    } catch (thrown) {
      return err(toAppError(thrown, `insert into ${table}`));
    } finally {
      this.#bindings.disconnect(connection);
    }
    const after = await this.#count(database, table);
    if (!after.ok) return after;
    const arrived = after.value - before.value;
    return arrived === rows
      ? ok(undefined)
      : err({ kind: 'internal', message: `Of ${rows} rows of ${table}, ${arrived} arrived in the engine` });
  }

  /** The same into a table of the database in use, or of the one that its name begins with. */
  async insertHere(
    table: string,
    stream: Uint8Array,
    rows: number,
    job: Job = uninterrupted,
  ): Promise<Result<void>> {
    const [name = '', , database] = table.split('.').reverse();
    if (database !== undefined) return this.insertStream(database, name, stream, rows);
    const inUse = await this.rows('select current_database() as name', job);
    return inUse.ok ? this.insertStream(String(inUse.value[0]?.['name']), name, stream, rows) : inUse;
  }

  /** Makes a file readable in SQL under a name. */
  async registerFile(name: string, file: File): Promise<Result<void>> {
    try {
      await this.#host.registerFile(this.#bindings, name, file);
      return ok(undefined);
    } catch (thrown) {
      return err({ kind: 'file-unreadable', file: file.name, reason: String(thrown) });
    }
  }

  /** Forgets a registered file. */
  dropFile(name: string): Result<void> {
    try {
      this.#bindings.dropFile(name);
      return ok(undefined);
    } catch (thrown) {
      return err(toAppError(thrown));
    }
  }

  /** Told by the platform how far the running statement is. */
  #report(percent: number): void {
    if (percent >= 0 && percent <= 100) this.#job.onFraction?.(percent / 100);
  }

  #connect(): number {
    return this.#bindings.connect().useUnsafe((_, connection) => connection);
  }

  async #count(database: string, table: string): Promise<Result<number>> {
    const sql = `select count(*)::double as n from ${quoteIdentifier(database)}.main.${quoteIdentifier(table)}`;
    const rows = await this.rows(sql);
    return rows.ok ? ok(Number(rows.value[0]?.['n'] ?? 0)) : rows;
  }

  /** Waits for its turn, then runs a statement and reads the Arrow messages of its result. */
  #messages(sql: string, job: Job, options: ReadOptions): Promise<Result<Uint8Array[]>> {
    const turn = this.#last.then(() => this.#runNow(sql, job, options));
    this.#last = turn;
    return turn;
  }

  async #runNow(sql: string, job: Job, options: ReadOptions): Promise<Result<Uint8Array[]>> {
    // Many short statements must not keep a cancel waiting either.
    if (this.#host.now() >= this.#paused + millisecondsBetweenPolls) await this.#pause();
    if (job.isCancelled()) return err({ kind: 'cancelled' });
    this.#job = job;
    try {
      const header = await this.#execute(sql, job);
      return header === undefined ? err({ kind: 'cancelled' }) : await this.#read(header, job, options);
    } catch (thrown) {
      const error: AppError = toAppError(thrown, sql);
      return err(job.isCancelled() && error.kind !== 'engine-crashed' ? { kind: 'cancelled' } : error);
    } finally {
      this.#job = uninterrupted;
    }
  }

  async #pause(): Promise<void> {
    await this.#host.nextTask();
    this.#paused = this.#host.now();
  }

  /** The schema message, or undefined when it was cancelled. */
  async #execute(sql: string, job: Job): Promise<Uint8Array | undefined> {
    let header = this.#bindings.startPendingQuery(this.#connection, sql, false);
    while (header === null) {
      await this.#pause();
      if (job.isCancelled()) {
        this.#bindings.cancelPendingQuery(this.#connection);
        return undefined;
      }
      header = this.#bindings.pollPendingQuery(this.#connection);
    }
    return header;
  }

  async #read(header: Uint8Array, job: Job, options: ReadOptions): Promise<Result<Uint8Array[]>> {
    const messages = [header];
    const limit = options.maxRows ?? Infinity;
    let rows = 0;
    while (rows < limit) {
      const message = this.#bindings.fetchQueryResults(this.#connection);
      if (message?.length === 0) break;
      if (message !== null) messages.push(message);
      if (limit !== Infinity && message !== null) rows += tableFromIPC([header, message]).numRows;
      if (this.#host.now() < this.#paused + millisecondsBetweenPolls) continue;
      await this.#pause();
      if (job.isCancelled()) return err({ kind: 'cancelled' });
    }
    return ok(messages);
  }
}
