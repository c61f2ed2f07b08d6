import type { AppError } from '../core/app-error.ts';
import type { Day } from '../core/day.ts';
import type { Predicate } from '../core/predicate.ts';
import type { Result } from '../core/result.ts';
import type { RankedListName } from '../data/lists/ranked-lists.ts';
import type { Row } from '../data/row.ts';
import type {
  FileCorrection,
  FileInspection,
  FilePlan,
  LoadMode,
  LoadReport,
} from '../data/importing/contract.ts';
import type { KnownProfile } from '../data/importing/recipe/recall-profile.ts';
import type { DuplicateReview } from '../data/quality/duplicates/duplicate-pair.ts';
import type { AppliedTreatment, QualityReport } from '../data/quality/finding.ts';
import type { QualityRules } from '../data/quality/rules/quality-rules.ts';
import type { Treatment } from '../data/quality/treatment.ts';
import type { RunContext, Warning } from '../analyses/analysis.ts';
import type { ConjointResult, ConjointStudy } from '../models/conjoint/analyse-study.ts';

export type { AttributeResult, ConjointResult, ConjointStudy } from '../models/conjoint/analyse-study.ts';

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

/** How much is told: counts and ranges of the tables, or also the profiles and common values, which take longer to find. */
export type DescriptionDetail = 'tables' | 'values';

/** Customers in a segment, and in all. */
export interface SegmentSize {
  readonly inside: number;
  readonly all: number;
}

/** A figure over refits: its middle 95 %, and each value, rising. */
export interface ResampledFigure {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
}

/** What refits to customers drawn with replacement leave open. */
export interface ResampledValue {
  /** Refits that worked, of so many. */
  readonly fitted: number;
  readonly rounds: number;
  /** Customers that were drawn from; of more than 20,000 a sample, whose spread is scaled to that of all. */
  readonly drawnFrom: number;
  readonly customers: number;
  /** Σ lifetime values, money. */
  readonly equity: ResampledFigure;
  /** Σ P(alive), customers. */
  readonly alive: ResampledFigure;
  /** Purchase days within the horizon. */
  readonly orders: ResampledFigure;
}

/** Which list is asked for: of whom (absent: of all customers), and how many at most. */
export interface RankedQuestion {
  readonly list: RankedListName;
  readonly segment: Predicate | undefined;
  readonly limit: number;
}

/** What the engine holds now. */
export interface DatasetDescription {
  /** Changes whenever any table changes; part of every cache key and evidence record. */
  readonly fingerprint: string;
  /** Not-empty canonical tables, plus `customer_attributes` when there are any. */
  readonly tables: readonly LoadedTable[];
  /** Columns of `customer_profiles`, which segments may ask about. None: not told yet, or there are no customers. */
  readonly profile: readonly LoadedColumn[];
  readonly firstOrder?: Day;
  /** Without the few orders that come more than two years after all others (`data/facts/order-days.ts`). */
  readonly lastOrder?: Day;
  /** Currency codes by number of orders, commonest first. */
  readonly currencies: readonly { readonly code: string; readonly orders: number }[];
  /** What is done to the data on top of what the files say, in the order of the list, and what each did; absent: nothing. */
  readonly treatments?: readonly AppliedTreatment[];
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
   * user's own, by file name: what is given is taken as it is, the rest is detected. `profiles` are mappings decided
   * before, which files with the same headers get.
   */
  inspect(
    jobId: string,
    files: readonly File[],
    onProgress: OnProgress,
    corrections?: Readonly<Record<string, FileCorrection>>,
    profiles?: readonly KnownProfile[],
  ): Promise<Result<readonly FileInspection[], AppError>>;
  /**
   * Replaces all data by these files, or adds them to the data with `append`; or leaves everything as it was. The
   * treatments of the data before are carried out again, unless `keepsTreatments` is false.
   */
  load(
    jobId: string,
    plans: readonly FilePlan[],
    files: readonly File[],
    onProgress: OnProgress,
    mode?: LoadMode,
    keepsTreatments?: boolean,
  ): Promise<Result<LoadReport, AppError>>;
  /** Replaces all data by a built-in sample company: from the address of its packed tables, or generated where there is none. */
  sample(
    jobId: string,
    id: string,
    address: string | undefined,
    onProgress: OnProgress,
  ): Promise<Result<LoadReport, AppError>>;
  clear(): Promise<Result<DatasetDescription, AppError>>;
  /** What is loaded, by default with profiles and common values. Without a context, profiles are those of the day after the last order. */
  describe(context?: RunContext, detail?: DescriptionDetail): Promise<Result<DatasetDescription, AppError>>;
  run(jobId: string, request: RunRequest): Promise<Result<RunOutcome, AppError>>;
  /** Size of a segment: customers in it, and in all. */
  count(jobId: string, context: RunContext, segment: Predicate): Promise<Result<SegmentSize, AppError>>;
  /** The profile rows of a segment's customers, for the user's own export. */
  customers(jobId: string, context: RunContext, segment: Predicate): Promise<Result<TableResult, AppError>>;
  /** Customers in the order of a list, best first, with what speaks for them. */
  rank(jobId: string, context: RunContext, question: RankedQuestion): Promise<Result<TableResult, AppError>>;
  /**
   * Refits the models of customer value to customers drawn with replacement; `request` is that of the page Customer value.
   * Can be cancelled between two refits.
   */
  resample(
    jobId: string,
    request: RunRequest,
    onProgress: OnProgress,
  ): Promise<Result<ResampledValue, AppError>>;
  /** What a conjoint study of ratings finds about all its respondents together; nothing of it is kept. Needs no data. */
  valueStudy(study: ConjointStudy): Promise<Result<ConjointResult, AppError>>;
  /** One read-only statement. */
  sql(jobId: string, text: string): Promise<Result<TableResult, AppError>>;
  /** Looks the data through, as they are treated now. `today` is the last day on which something can have happened. */
  quality(
    jobId: string,
    today: Day,
    rules: QualityRules,
    onProgress: OnProgress,
  ): Promise<Result<QualityReport, AppError>>;
  /**
   * Treats the data by this list in place of the one before, or leaves everything as it was. The tables as loaded stay:
   * an empty list brings them back. The list is carried out again by the next {@link EngineContract.load}.
   */
  treat(
    jobId: string,
    treatments: readonly Treatment[],
    onProgress: OnProgress,
  ): Promise<Result<DatasetDescription, AppError>>;
  /** Customers who may be one, by what the data say about them: those that get at least so many points of 100. */
  duplicates(jobId: string, least: number): Promise<Result<DuplicateReview, AppError>>;
  cancel(jobId: string): Promise<void>;
  /** All tables as files, as they were loaded: without what {@link EngineContract.treat} did. */
  save(): Promise<Result<readonly TableFile[], AppError>>;
  /**
   * Replaces all data by saved tables, treated by this list. What they hold is described by counts, unless `known` says
   * how they were described when they were saved. Takes their bytes along: the caller can't read them afterwards.
   */
  restore(
    files: readonly TableFile[],
    treatments?: readonly Treatment[],
    known?: DatasetDescription,
  ): Promise<Result<DatasetDescription, AppError>>;
}
