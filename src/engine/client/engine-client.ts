import * as Comlink from 'comlink';
import type { AppError } from '../../core/app-error.ts';
import type { Predicate } from '../../core/predicate.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunContext } from '../../analyses/analysis.ts';
import type { FileInspection, FilePlan, LoadReport } from '../../data/importing/contract.ts';
import type {
  DatasetDescription,
  EngineContract,
  OnProgress,
  RunOutcome,
  RunRequest,
  TableFile,
  TableResult,
} from '../contract.ts';
import { compileEngine } from './compile-engine.ts';
import { PendingCalls } from './pending-calls.ts';
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
}

/** What is told about a restart. */
export type RestartEvent =
  | { readonly kind: 'restarting'; readonly reason: string }
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed'; readonly error: AppError };

type Outcome<T> = Promise<Result<T, AppError>>;
type Remote = Comlink.Remote<EngineContract>;
interface Started {
  readonly version: string;
  readonly ms: number;
}

/** How a call behaves. A `repeatable` one is asked again when the engine died at something else. */
interface CallOptions {
  readonly jobId?: string;
  readonly isRepeatable?: boolean;
}

/**
 * The engine for the page. It starts the worker, never waits for a dead one, ends one that doesn't stop when asked,
 * and starts it again with the stored data. Calls during a restart wait for it.
 */
export class EngineClient implements EngineContract {
  /** Told when the engine has to start again, and when the data are back. */
  onRestart: ((event: RestartEvent) => void) | undefined;
  readonly #options: EngineClientOptions;
  readonly #pending = new PendingCalls();
  #module: Promise<Result<WebAssembly.Module, AppError>> | undefined;
  #connection: WorkerConnection | undefined;
  #ready: Outcome<WorkerConnection> | undefined;

  constructor(options: EngineClientOptions) {
    this.#options = options;
  }

  /** Fetches the engine and starts it; once. Later calls give the same answer unless it failed. */
  async start(): Outcome<Started> {
    const started = performance.now();
    this.#ready ??= this.#launch();
    const ready = await this.#ready;
    if (ready.ok) return ok({ version: ready.value.version, ms: performance.now() - started });
    this.#ready = undefined;
    return ready;
  }
