import type { AppError } from '../../core/app-error.ts';
import type { Predicate } from '../../core/predicate.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Day } from '../../core/day.ts';
import type { DuplicateReview } from '../../data/quality/duplicates/duplicate-pair.ts';
import type { QualityReport } from '../../data/quality/finding.ts';
import type { QualityRules } from '../../data/quality/rules/quality-rules.ts';
import type { Treatment } from '../../data/quality/treatment.ts';
import type { RunContext } from '../../analyses/analysis.ts';
import type {
  FileCorrection,
  FileInspection,
  FilePlan,
  LoadMode,
  LoadReport,
} from '../../data/importing/contract.ts';
import { inspectFiles } from '../../data/importing/import-session.ts';
import type { ImportTools } from '../../data/importing/import-tools.ts';
import type { KnownProfile } from '../../data/importing/recipe/recall-profile.ts';
import type {
  DatasetDescription,
  DescriptionDetail,
  EngineContract,
  EngineStart,
  OnProgress,
  RunOutcome,
  RunRequest,
  TableFile,
  TableResult,
  RankedQuestion,
  ResampledValue,
  SegmentSize,
} from '../contract.ts';
import { DatasetDictionary } from './dataset-dictionary.ts';
import { inspectQuality } from './data-quality.ts';
import { layoutFor, mostPlainRows, type DataLayout } from './data-layout.ts';
import { DataStore } from './data-store.ts';
import { describeData } from './describe-data.ts';
import type { DuckDBHost } from './duckdb-host.ts';
import { DuckDBSession } from './duckdb-session.ts';
import { findDuplicateCustomers } from './duplicate-customers.ts';
import { importInto } from './import-into.ts';
import { JobQueue } from './job-queue.ts';
import type { Job } from './job.ts';
import { insertKeptTables, readKeptTables } from './kept-tables.ts';
import { loadSample } from './load-sample.ts';
import { CustomerProfiles } from './profiles.ts';
import { renewTreatments } from './renew-treatments.ts';
import { cacheKey, ResultCache } from './result-cache.ts';
import { resampleValue } from './resample-value.ts';
import { essentialQuestion, runAnalysis } from './run-analysis.ts';
import { runUserSql } from './run-user-sql.ts';
import { countSegment, listSegment, rankCustomers } from './segment-customers.ts';
import { valueStudy } from './value-study.ts';
import { warmUp } from './warm-up.ts';

/** The opened engine. */
interface Engine {
  readonly session: DuckDBSession;
  readonly store: DataStore;
  readonly profiles: CustomerProfiles;
  readonly dictionary: DatasetDictionary;
  readonly now: () => number;
}

type Outcome<T> = Promise<Result<T, AppError>>;

/** The engine: what the page's contract asks for, over one DuckDB. Jobs run one after another. */
export class EngineService implements EngineContract {
  readonly #openHost: (module: WebAssembly.Module) => DuckDBHost;
  readonly #tools: ImportTools;
  readonly #queue: JobQueue;
  /** The latest 300 answers. */
  readonly #answers = new ResultCache<RunOutcome>(300);
  #engine: Engine | undefined;
  #ownJobs = 0;
  /** Whether anybody has asked for anything yet but the start. */
  #isAsked = false;
  readonly valueStudy = valueStudy;

  constructor(openHost: (module: WebAssembly.Module) => DuckDBHost, tools: ImportTools) {
    this.#openHost = openHost;
    this.#tools = tools;
    this.#queue = new JobQueue(() => tools.now());
  }

  start({ module }: EngineStart): Outcome<{ readonly version: string; readonly ms: number }> {
    return this.#queue.run(this.#ownJob(), async () => {
      const started = this.#tools.now();
      const session = await DuckDBSession.open(this.#openHost(module));
      if (!session.ok) return session;
      const store = new DataStore(session.value);
      const opened = await store.open();
      if (!opened.ok) return opened;
      this.#engine = {
        session: session.value,
        store,
        profiles: new CustomerProfiles(session.value, store),
        dictionary: new DatasetDictionary(session.value, store),
        now: () => this.#tools.now(),
      };
      return ok({ version: session.value.version, ms: this.#tools.now() - started });
    });
  }

  /**
   * Has the engine work on invented rows, so that the user's first data don't wait for it: only as long as nothing was
   * asked of it since its start. Gives way to the first job that is.
   */
  warmUp(): Outcome<void> {
    return this.#queue.run(this.#ownJob(), () => {
      if (!this.#engine || this.#isAsked) return Promise.resolve(ok(undefined));
      const { session, store } = this.#engine;
      return warmUp(session, store, () => this.#tools.now(), { isCancelled: () => this.#isAsked });
    });
  }

  /** Compresses large data that were filled plainly. Gives way to any other job, and goes on when called again. */
  compress(): Outcome<void> {
    const job: Job = { isCancelled: () => this.#queue.isAwaited };
    return this.#withEngine(this.#ownJob(), ({ store }) => store.compress(job));
  }

  inspect(
    jobId: string,
    files: readonly File[],
    onProgress: OnProgress,
    corrections?: Readonly<Record<string, FileCorrection>>,
    profiles?: readonly KnownProfile[],
  ): Outcome<readonly FileInspection[]> {
    this.#isAsked = true;
    return this.#queue.run(
      jobId,
      (job) =>
        inspectFiles(files, this.#tools, (progress) => job.onProgress?.(progress), corrections, profiles),
      onProgress,
    );
  }

  load(
    jobId: string,
    plans: readonly FilePlan[],
    files: readonly File[],
    onProgress: OnProgress,
    mode: LoadMode = 'replace',
    keepsTreatments = true,
  ): Outcome<LoadReport> {
    return this.#replace(
      jobId,
      onProgress,
      ({ session, store }, job) =>
        importInto(session, plans, files, this.#tools, job, { database: store.database, mode }),
      ({ store }) => (keepsTreatments ? renewTreatments(store.applied, files) : []),
      layoutFor(files),
    );
  }

  sample(
    jobId: string,
    id: string,
    address: string | undefined,
    onProgress: OnProgress,
  ): Outcome<LoadReport> {
    const fill = ({ session }: Engine, job: Job, database: string) =>
      loadSample(session, database, { id, address }, () => this.#tools.now(), job);
    return this.#replace(jobId, onProgress, fill, () => [], 'plain');
  }

  async clear(): Outcome<DatasetDescription> {
    const cleared = await this.#replace(this.#ownJob(), undefined, () => Promise.resolve(ok(undefined)));
    return cleared.ok ? this.describe(undefined, 'tables') : cleared;
  }

  describe(context?: RunContext, detail: DescriptionDetail = 'values'): Outcome<DatasetDescription> {
    return this.#withEngine(this.#ownJob(), (engine, job) => describeData(engine, context, detail, job));
  }

  run(jobId: string, request: RunRequest): Outcome<RunOutcome> {
    return this.#withEngine(jobId, async (engine, job) => {
      const key = cacheKey([engine.store.generation, essentialQuestion(request)]);
      const known = this.#answers.get(key);
      if (known) return ok({ ...known, ms: 0 });
      const outcome = await runAnalysis(request, engine, job);
      if (outcome.ok) this.#answers.set(key, outcome.value);
      return outcome;
    });
  }

  count(jobId: string, context: RunContext, segment: Predicate): Outcome<SegmentSize> {
    return this.#withEngine(jobId, (engine, job) => countSegment(engine, context, segment, job));
  }

  customers(jobId: string, context: RunContext, segment: Predicate): Outcome<TableResult> {
    return this.#withEngine(jobId, (engine, job) => listSegment(engine, context, segment, job));
  }

  rank(jobId: string, context: RunContext, question: RankedQuestion): Outcome<TableResult> {
    return this.#withEngine(jobId, (engine, job) => rankCustomers(engine, context, question, job));
  }

  resample(jobId: string, request: RunRequest, onProgress: OnProgress): Outcome<ResampledValue> {
    return this.#withEngine(jobId, (engine, job) => resampleValue(engine, request, job), onProgress);
  }

  sql(jobId: string, text: string): Outcome<TableResult> {
    return this.#withEngine(jobId, ({ session }, job) => runUserSql(session, text, job));
  }

  quality(jobId: string, today: Day, rules: QualityRules, onProgress: OnProgress): Outcome<QualityReport> {
    return this.#withEngine(jobId, (engine, job) => inspectQuality(engine, today, rules, job), onProgress);
  }

  async treat(
    jobId: string,
    treatments: readonly Treatment[],
    onProgress: OnProgress,
  ): Outcome<DatasetDescription> {
    const work = async ({ store }: Engine, job: Job): Promise<Result<unknown>> => {
      const treated = await store.treat(treatments, job);
      if (treated.ok) this.#answers.clear();
      return treated;
    };
    const treated = await this.#withEngine(jobId, work, onProgress);
    return treated.ok ? this.describe(undefined, 'tables') : treated;
  }

  duplicates(jobId: string, least: number): Outcome<DuplicateReview> {
    return this.#withEngine(jobId, (engine, job) => findDuplicateCustomers(engine, least, job));
  }

  cancel(jobId: string): Promise<void> {
    this.#queue.cancel(jobId);
    return Promise.resolve();
  }

  save(): Outcome<readonly TableFile[]> {
    return this.#withEngine(this.#ownJob(), ({ session }, job) => readKeptTables(session, job));
  }

  async restore(
    files: readonly TableFile[],
    treatments: readonly Treatment[] = [],
    known?: DatasetDescription,
  ): Outcome<DatasetDescription> {
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const restored = await this.#replace(
      this.#ownJob(),
      undefined,
      ({ session }, job, database) => insertKeptTables(session, database, files, job),
      () => treatments,
      rows <= mostPlainRows ? 'plain' : 'compressed',
    );
    if (!restored.ok) return restored;
    return known ? ok(known) : this.describe(undefined, 'tables');
  }

  #replace<T>(
    jobId: string,
    onProgress: OnProgress | undefined,
    fill: (engine: Engine, job: Job, database: string) => Promise<Result<T>>,
    treatments: (engine: Engine) => readonly Treatment[] = () => [],
    layout?: DataLayout,
  ): Outcome<T> {
    return this.#withEngine(
      jobId,
      async (engine, job) => {
        const replaced = await engine.store.replace(
          (database) => fill(engine, job, database),
          job,
          treatments(engine),
          layout,
        );
        if (replaced.ok) this.#answers.clear();
        return replaced;
      },
      onProgress,
    );
  }

  #withEngine<T>(
    jobId: string,
    work: (engine: Engine, job: Job) => Promise<Result<T>>,
    onProgress?: OnProgress,
  ): Outcome<T> {
    this.#isAsked = true;
    return this.#queue.run(
      jobId,
      (job) =>
        this.#engine
          ? work(this.#engine, job)
          : Promise.resolve(err<AppError>({ kind: 'engine-unavailable', reason: 'It has not started' })),
      onProgress,
    );
  }

  #ownJob(): string {
    this.#ownJobs += 1;
    return `engine ${this.#ownJobs}`;
  }
}
