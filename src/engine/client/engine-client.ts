import * as Comlink from 'comlink';
import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { EngineContract, TableFile } from '../contract.ts';
import { compileEngine } from './compile-engine.ts';
import { PendingCalls, type PendingCall } from './pending-calls.ts';
import { WorkerConnection } from './worker-connection.ts';

/** Milliseconds that a cancelled job has to answer before its engine is ended. */
const patience = 300;

/** Where the engine's program is, and where its data are when it has to start again. */
export interface EngineClientOptions {
  readonly workerUrl: string;
  /** The engine's WebAssembly, gzipped or not. */
  readonly wasmUrl: string;
  /** The stored tables of what is on the screen; none when there are no data. */
  readonly storedTables: () => Promise<Result<readonly TableFile[], AppError>>;
  /** How the data on the screen are treated; absent: as they were loaded. */
  readonly treatments?: () => NonNullable<Parameters<EngineContract['restore']>[1]>;
}

/** What is told about a restart. */
export type RestartEvent =
  | { readonly kind: 'restarting'; readonly reason: string }
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed'; readonly error: AppError };

type Outcome<T> = Promise<Result<T, AppError>>;

/** A worker that answers, with its data. */
interface RunningEngine {
  readonly connection: WorkerConnection;
  readonly version: string;
}

/** How a call behaves. A repeatable one is asked again when the engine died at something else. */
interface CallOptions {
  readonly jobId?: string;
  readonly isRepeatable?: boolean;
}

type Ask<T> = (remote: Comlink.Remote<EngineContract>) => Outcome<T>;

/** Tables as a message that takes their bytes along instead of copying them: they are gone here afterwards. */
const handOver = (files: readonly TableFile[]): readonly TableFile[] => {
  const whole = files
    .map(({ bytes }) => bytes)
    .filter(({ buffer, byteLength }) => byteLength > 0 && buffer.byteLength === byteLength);
  return Comlink.transfer(
    files,
    whole.map(({ buffer }) => buffer),
  );
};

const crashed = (thrown: unknown): Result<never, AppError> =>
  err({ kind: 'engine-crashed', message: thrown instanceof Error ? thrown.message : String(thrown) });

/**
 * The engine for the page. It starts the worker, never waits for a dead one, ends one that doesn't stop when asked,
 * and starts it again with the stored data. Calls during a restart wait for it.
 */
export class EngineClient implements EngineContract {
  /** Told when the engine has to start again, and when the data are back. */
  onRestart: ((event: RestartEvent) => void) | undefined;
  readonly #options: EngineClientOptions;
  readonly #pending = new PendingCalls();
  #module: Outcome<WebAssembly.Module> | undefined;
  #running: Outcome<RunningEngine> | undefined;
  #connection: WorkerConnection | undefined;

  constructor(options: EngineClientOptions) {
    this.#options = options;
  }

  /** Fetches the engine and starts it, without data. Asked again: the same answer, or another try after a failure. */
  async start(): Outcome<{ readonly version: string; readonly ms: number }> {
    const started = performance.now();
    const running = await this.#engine();
    return running.ok ? ok({ version: running.value.version, ms: performance.now() - started }) : running;
  }

  readonly inspect: EngineContract['inspect'] = (jobId, files, onProgress, corrections, profiles) =>
    this.#call((remote) => remote.inspect(jobId, files, Comlink.proxy(onProgress), corrections, profiles), {
      jobId,
      isRepeatable: true,
    });

  readonly load: EngineContract['load'] = (jobId, plans, files, onProgress, mode, keepsTreatments) =>
    this.#call(
      (remote) => remote.load(jobId, plans, files, Comlink.proxy(onProgress), mode, keepsTreatments),
      { jobId },
    );

  readonly sample: EngineContract['sample'] = (jobId, id, address, onProgress) =>
    this.#call((remote) => remote.sample(jobId, id, address, Comlink.proxy(onProgress)), { jobId });

  readonly clear: EngineContract['clear'] = () => this.#call((remote) => remote.clear());

  readonly describe: EngineContract['describe'] = (context, detail) =>
    this.#call((remote) => remote.describe(context, detail), { isRepeatable: true });

  readonly run: EngineContract['run'] = (jobId, request) =>
    this.#call((remote) => remote.run(jobId, request), { jobId, isRepeatable: true });

  readonly count: EngineContract['count'] = (jobId, context, segment) =>
    this.#call((remote) => remote.count(jobId, context, segment), { jobId, isRepeatable: true });

  readonly customers: EngineContract['customers'] = (jobId, context, segment) =>
    this.#call((remote) => remote.customers(jobId, context, segment), { jobId, isRepeatable: true });
  readonly rank: EngineContract['rank'] = (jobId, ...asked) =>
    this.#call((remote) => remote.rank(jobId, ...asked), { jobId, isRepeatable: true });

  readonly sql: EngineContract['sql'] = (jobId, text) =>
    this.#call((remote) => remote.sql(jobId, text), { jobId, isRepeatable: true });

  readonly valueStudy: EngineContract['valueStudy'] = (study) =>
    this.#call((remote) => remote.valueStudy(study), { isRepeatable: true });

  readonly resample: EngineContract['resample'] = (jobId, request, onProgress) =>
    this.#call((remote) => remote.resample(jobId, request, Comlink.proxy(onProgress)), { jobId });
  readonly quality: EngineContract['quality'] = (jobId, today, rules, onProgress) =>
    this.#call((remote) => remote.quality(jobId, today, rules, Comlink.proxy(onProgress)), {
      jobId,
      isRepeatable: true,
    });

  readonly treat: EngineContract['treat'] = (jobId, treatments, onProgress) =>
    this.#call((remote) => remote.treat(jobId, treatments, Comlink.proxy(onProgress)), { jobId });

  readonly duplicates: EngineContract['duplicates'] = (jobId, least) =>
    this.#call((remote) => remote.duplicates(jobId, least), { jobId, isRepeatable: true });

  readonly save: EngineContract['save'] = () => this.#call((remote) => remote.save());

  readonly restore: EngineContract['restore'] = (files, treatments, known) =>
    this.#call((remote) => remote.restore(handOver(files), treatments, known));

  /**
   * Asks a job to stop. One that still waits for its turn is given up at once; one that the engine is at gets
   * {@link patience}, then the engine is ended and started again with the stored data.
   */
  async cancel(jobId: string): Promise<void> {
    const call = this.#pending.find(jobId);
    if (!call || call.isCancelled) return;
    call.isCancelled = true;
    const connection = this.#connection;
    void connection?.remote.cancel(jobId).catch(() => undefined);
    if (!connection || !call.isSent || !this.#pending.isFirst(call)) {
      call.giveUp();
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<'too-late'>((resolve) => {
      timer = setTimeout(() => resolve('too-late'), patience);
    });
    const first = await Promise.race([call.settled, tooLate]);
    clearTimeout(timer);
    if (first !== 'too-late') return;
    call.giveUp();
    void this.#restart(connection, 'It did not stop when asked');
  }

  /** Asks the engine, waiting for a restart where there is one, and starts it again when it dies. */
  async #call<T>(ask: Ask<T>, options: CallOptions = {}): Outcome<T> {
    const call = this.#pending.add(options.jobId);
    const answer = await Promise.race([this.#ask(ask, call, options.isRepeatable === true), call.givenUp]);
    call.settle();
    return call.isCancelled && !answer.ok ? err({ kind: 'cancelled' }) : answer;
  }

  async #ask<T>(ask: Ask<T>, call: PendingCall, mayRepeat: boolean): Outcome<T> {
    const running = await this.#engine();
    if (!running.ok) return running;
    if (call.isCancelled) return err({ kind: 'cancelled' });
    call.isSent = true;
    const { connection } = running.value;
    const death = connection.death.then((error) => ({ hasDied: true, ...err(error) }));
    const answer = await Promise.race([ask(connection.remote).catch(crashed), death]);
    if (answer.ok || answer.error.kind !== 'engine-crashed') return answer;
    void this.#restart(connection, answer.error.message);
    return 'hasDied' in answer && mayRepeat ? this.#ask(ask, call, false) : answer;
  }

  /** The engine, started if need be. A failed start is tried again by the next call. */
  #engine(): Outcome<RunningEngine> {
    this.#running ??= this.#launch();
    return this.#running;
  }

  async #launch(): Outcome<RunningEngine> {
    const running = await this.#open();
    if (!running.ok) this.#running = undefined;
    return running;
  }

  /** Starts a worker; its program loads while the page compiles the engine. */
  async #open(): Outcome<RunningEngine> {
    const connection = new WorkerConnection(this.#options.workerUrl);
    this.#module ??= compileEngine(this.#options.wasmUrl);
    const module = await this.#module;
    if (!module.ok) {
      this.#module = undefined;
      connection.end('There is no engine to run');
      return module;
    }
    const started = await Promise.race([
      connection.remote.start({ module: module.value }).catch(crashed),
      connection.death.then(err),
    ]);
    if (!started.ok) {
      connection.end('It could not start');
      const reason = 'message' in started.error ? started.error.message : started.error.kind;
      return err(
        started.error.kind === 'engine-unavailable' ? started.error : { kind: 'engine-unavailable', reason },
      );
    }
    this.#connection = connection;
    return ok({ connection, version: started.value.version });
  }

  /** Ends a worker and starts another with the stored data; once for each worker. */
  #restart(old: WorkerConnection, reason: string): Outcome<RunningEngine> {
    if (this.#connection !== old) return this.#engine();
    this.#connection = undefined;
    old.end(reason);
    this.onRestart?.({ kind: 'restarting', reason });
    const restarted = this.#reopen();
    this.#running = restarted;
    return restarted;
  }

  async #reopen(): Outcome<RunningEngine> {
    const running = await this.#open();
    const restored = running.ok ? await this.#restoreStored(running.value.connection) : running;
    if (running.ok && restored.ok) {
      this.onRestart?.({ kind: 'restored' });
      return running;
    }
    const error: AppError = restored.ok ? { kind: 'internal', message: 'No engine' } : restored.error;
    this.onRestart?.({ kind: 'failed', error });
    if (!running.ok) this.#running = undefined;
    return running;
  }

  async #restoreStored(connection: WorkerConnection): Outcome<void> {
    const files = await this.#options.storedTables();
    if (!files.ok) return files;
    if (files.value.length === 0) return ok(undefined);
    const restored = await Promise.race([
      connection.remote.restore(handOver(files.value), this.#options.treatments?.() ?? []).catch(crashed),
      connection.death.then(err),
    ]);
    return restored.ok ? ok(undefined) : restored;
  }
}
