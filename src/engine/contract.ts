import type { AppError } from '../core/app-error.ts';
import type { Day } from '../core/day.ts';
import type { Predicate } from '../core/predicate.ts';
import type { Result } from '../core/result.ts';
import type { Row } from '../data/row.ts';
import type { FileCorrection, FileInspection, FilePlan, LoadReport } from '../data/importing/contract.ts';
import type { RunContext, Warning } from '../analyses/analysis.ts';

/** Progress of long work in the user's words. `fraction` is 0–1, absent when it can't be known. */
export interface Progress {
  readonly stage: string;
  readonly detail?: string;
  readonly fraction?: number;
}

/** Receives progress; must return quickly. */
export type OnProgress = (progress: Progress) => void;

/** One column of the loaded data, for the dictionary, the segment builder and `needs`. */
export interface LoadedColumn {
  readonly name: string;
  readonly type: string;
  /** How many rows have a value. */
  readonly known: number;
  /** For a column with few values: the commonest first, at most 50, with counts. */
  readonly values?: readonly { readonly value: string; readonly count: number }[];
  readonly min?: number | string;
  readonly max?: number | string;
}

/** One loaded table. */
export interface LoadedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly LoadedColumn[];
}

/** How much is told of columns: counts and ranges, or common values too, which take longer to find. */
export type DescriptionDetail = 'counts' | 'values';

/** What the engine holds now. */
export interface DatasetDescription {
  /** Changes whenever any table changes; part of every cache key and evidence record. */
  readonly fingerprint: string;
  /** Not-empty canonical tables, plus `customer_attributes` when there are any. */
  readonly tables: readonly LoadedTable[];
  /** Columns of `customer_profiles`, which segments may ask about. */
  readonly profile: readonly LoadedColumn[];
  readonly firstOrder?: Day;
  /** Without the few orders that come more than two years after all others (`data/facts/order-days.ts`). */
  readonly lastOrder?: Day;
  /** Currency codes by number of orders, commonest first. */
  readonly currencies: readonly { readonly code: string; readonly orders: number }[];
}

/** A question put to the engine. `segment` absent: everyone. `comparison` absent: everyone not in the segment. */
export interface RunRequest {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly context: RunContext;
  readonly segment?: Predicate | undefined;
  readonly comparison?: Predicate | undefined;
}

/** The answer: plain JSON, and how it came about. */
export interface RunOutcome {
  readonly value: unknown;
  readonly warnings: readonly Warning[];
  /** Milliseconds in the engine; 0 from the cache. */
  readonly ms: number;
  /** The complete SQL that ran, one text a query. */
  readonly sql: Readonly<Record<string, string>>;
}

/** A result set for scripting and exports. */
export interface TableResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
  /** Set when there were more rows than are given: how many are given. */
  readonly limitedTo?: number;
}

/** A table as an Arrow IPC stream (with end-of-stream mark), for the stored files and the bundle. */
export interface TableFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the worker is told at start. */
export interface EngineStart {
  readonly module: WebAssembly.Module;
}

/**
 * The engine as the page sees it: one DuckDB in a worker. Every method returns a Result and never throws.
 * One job runs at a time; jobs queue. `jobId` names a job so that {@link EngineContract.cancel} can stop it.
 */
export interface EngineContract {
  start(options: EngineStart): Promise<Result<{ readonly version: string; readonly ms: number }, AppError>>;
  /**
   * Looks at the head of each file: format, encoding, dialect, columns with samples, proposed mapping. `corrections` are the
   * user's own, by file name: what is given is taken as it is, the rest is detected.
   */
  inspect(
    jobId: string,
    files: readonly File[],
    onProgress: OnProgress,
    corrections?: Readonly<Record<string, FileCorrection>>,
  ): Promise<Result<readonly FileInspection[], AppError>>;
  /** Replaces all data by these files, or leaves everything as it was. */
  load(
    jobId: string,
    plans: readonly FilePlan[],
    files: readonly File[],
    onProgress: OnProgress,
  ): Promise<Result<LoadReport, AppError>>;
  /** Replaces all data by a built-in sample company: from the address of its packed tables, or generated where there is none. */
  sample(
    jobId: string,
    id: string,
    address: string | undefined,
    onProgress: OnProgress,
  ): Promise<Result<LoadReport, AppError>>;
  clear(): Promise<Result<DatasetDescription, AppError>>;
  /** What is loaded, by default with common values. Without a context, profiles are those of the day after the last order. */
  describe(context?: RunContext, detail?: DescriptionDetail): Promise<Result<DatasetDescription, AppError>>;
  run(jobId: string, request: RunRequest): Promise<Result<RunOutcome, AppError>>;
  /** Size of a segment: customers in it, and in all. */
  count(
    jobId: string,
    context: RunContext,
    segment: Predicate,
  ): Promise<Result<{ readonly inside: number; readonly all: number }, AppError>>;
  /** The profile rows of a segment's customers, for the user's own export. */
  customers(jobId: string, context: RunContext, segment: Predicate): Promise<Result<TableResult, AppError>>;
  /** One read-only statement. */
  sql(jobId: string, text: string): Promise<Result<TableResult, AppError>>;
  cancel(jobId: string): Promise<void>;
  /** All tables as files. */
  save(): Promise<Result<readonly TableFile[], AppError>>;
  /** Replaces all data by saved tables; what they hold is described by counts. */
  restore(files: readonly TableFile[]): Promise<Result<DatasetDescription, AppError>>;
}
