import type { AppError } from '../core/app-error.ts';
import { addDays, dayFromMilliseconds, type Day } from '../core/day.ts';
import { ok, type Result } from '../core/result.ts';
import type { FileCorrection, FileInspection, FilePlan, LoadReport } from '../data/importing/contract.ts';
import type { RunContext } from '../analyses/analysis.ts';
import type { DatasetDescription, EngineContract, Progress } from '../engine/contract.ts';
import { sampleAddress } from './sample-address.ts';
import { newJobId } from './analysis-run.svelte.ts';

/** Files that wait for a decision on the mapping screen. */
export interface PendingImport {
  readonly files: readonly File[];
  readonly inspections: readonly FileInspection[];
}

const emptyDescription: DatasetDescription = {
  fingerprint: 'empty',
  tables: [],
  profile: [],
  currencies: [],
};

const planOf = (inspection: FileInspection): FilePlan => ({
  file: inspection.file,
  sheet: inspection.sheet,
  source: inspection.source,
  dialect: inspection.dialect,
  mapping: inspection.mapping,
});

const withNoticed = (report: LoadReport, inspections: readonly FileInspection[]): LoadReport => ({
  ...report,
  files: report.files.map((file) => ({
    ...file,
    issues: [...(inspections.find((one) => one.file === file.file)?.issues ?? []), ...file.issues],
  })),
});

/** The data that the engine holds, and the import in progress. Failures stay here until they are dismissed. */
export class DatasetState {
  description = $state.raw<DatasetDescription>(emptyDescription);
  report = $state.raw<LoadReport | undefined>();
  /** Name of the sample company, or undefined for the user's own files. */
  sampleId = $state<string | undefined>();
  progress = $state.raw<Progress | undefined>();
  pending = $state.raw<PendingImport | undefined>();
  error = $state.raw<AppError | undefined>();
  /** The files of the open data, as they were read; undefined once the page no longer has them, after a reload. */
  read = $state.raw<PendingImport | undefined>();
  /** Tells whether the data are still the same, however much of them is described. */
  readonly fingerprint = $derived(this.description.fingerprint);
  readonly hasData = $derived(this.description.tables.length > 0);
  readonly isLoading = $derived(this.progress !== undefined);
  /** The day after the last order; today when there is none. */
  readonly defaultAsOf: Day = $derived(
    this.description.lastOrder
      ? addDays(this.description.lastOrder, 1)
      : (dayFromMilliseconds(Date.now()) ?? '1970-01-01'),
  );
  /** Called with each new data set that should be kept, and whether it took the place of another; set by the session. */
  onchange: (change: { readonly hasReplaced: boolean }) => void = () => undefined;
  readonly #engine: EngineContract;
  readonly #context: () => RunContext | undefined;
  #jobId = '';

  /** `context` is undefined while the as-of date follows the data. */
  constructor(engine: EngineContract, context: () => RunContext | undefined) {
    this.#engine = engine;
    this.#context = context;
  }

  /** Looks at dropped files; loads them at once when nothing needs a decision, else waits on the mapping screen. */
  async drop(files: readonly File[]): Promise<void> {
    const inspections = await this.inspect(files);
    if (!inspections) return;
    const needsDecision = inspections.some((one) => one.error !== undefined || one.questions.length > 0);
    if (needsDecision) this.pending = { files, inspections };
    else if (await this.load(inspections.map(planOf), files, inspections)) this.read = { files, inspections };
    else this.#offerRetry(files, inspections);
  }

  /** Inspects without deciding; undefined (with `error` set) when it failed. */
  async inspect(files: readonly File[]): Promise<readonly FileInspection[] | undefined> {
    return await this.#work('Looking at the files', (jobId) =>
      this.#engine.inspect(jobId, files, (progress) => (this.progress = progress)),
    );
  }

  /** Looks at one pending file again with the user's corrections, and shows what comes of it. */
  async correct(file: string, correction: FileCorrection): Promise<void> {
    const pending = this.pending;
    const found = pending?.files.filter((one) => one.name === file);
    if (!pending || !found) return;
    const inspections = await this.#work('Looking again', (jobId) =>
      this.#engine.inspect(jobId, found, (progress) => (this.progress = progress), { [file]: correction }),
    );
    if (!inspections) return;
    this.pending = {
      files: pending.files,
      inspections: pending.inspections.map((one) => (one.file === file ? (inspections[0] ?? one) : one)),
    };
  }

  /** Opens the mapping screen for the files of the open data, as they were read. */
  reconsider(): void {
    this.pending = this.read;
  }

  /** Loads the pending files as decided. What was there before stays when it fails. */
  async confirm(plans: readonly FilePlan[]): Promise<LoadReport | undefined> {
    const pending = this.pending;
    if (!pending) return undefined;
    const report = await this.load(plans, pending.files, pending.inspections);
    if (report)
      this.read = {
        files: pending.files,
        inspections: pending.inspections.map((one) => ({
          ...one,
          ...plans.find((plan) => plan.file === one.file),
        })) as readonly FileInspection[],
      };
    return report;
  }

  /** Loads files by explicit plans. What was noticed when they were looked at goes into their reports. */
  load(
    plans: readonly FilePlan[],
    files: readonly File[],
    inspections: readonly FileInspection[],
  ): Promise<LoadReport | undefined> {
    return this.#replace('Reading', undefined, async (jobId) => {
      const report = await this.#engine.load(jobId, plans, files, (progress) => (this.progress = progress));
      return report.ok ? ok(withNoticed(report.value, inspections)) : report;
    });
  }

  /** Replaces the data by a built-in sample company. */
  sample(id: string): Promise<LoadReport | undefined> {
    return this.#replace('Opening the sample company', id, (jobId) =>
      this.#engine.sample(jobId, id, sampleAddress(id), (progress) => (this.progress = progress)),
    );
  }

  /** Stops the import in progress; the data stay as they were. */
  cancel(): void {
    void this.#engine.cancel(this.#jobId);
  }

  /** Gives up the files that wait for a decision. */
  discardPending(): void {
    this.pending = undefined;
    this.error = undefined;
  }

  /** Takes over what was restored from storage or a file. */
  adopt(description: DatasetDescription, report: LoadReport | undefined, sampleId: string | undefined): void {
    this.description = description;
    this.report = report;
    this.sampleId = sampleId;
    this.pending = undefined;
    this.error = undefined;
    this.read = undefined;
    // Common values come after what the pages ask for first.
    if (description.tables.length > 0) setTimeout(() => void this.refresh());
  }

  /** Reads the description again, for instance after the as-of date moved. */
  async refresh(): Promise<void> {
    const result = await this.#engine.describe(this.#context());
    if (result.ok) this.description = result.value;
    else this.error = result.error;
  }

  /** After a failed load the mapping screen stays open with the reason; after a cancel nothing does. */
  #offerRetry(files: readonly File[], inspections: readonly FileInspection[]): void {
    if (this.error) this.pending = { files, inspections };
  }

  /** Fills the engine anew and shows what it holds then: report and description change together. */
  async #replace(
    stage: string,
    sampleId: string | undefined,
    fill: (jobId: string) => Promise<Result<LoadReport>>,
  ): Promise<LoadReport | undefined> {
    const loaded = await this.#work(stage, async (jobId) => {
      const report = await fill(jobId);
      if (!report.ok) return report;
      // Not as of the day that was set for the data before: that may lie years away from these.
      const description = await this.#engine.describe(undefined, 'counts');
      return description.ok ? ok({ report: report.value, description: description.value }) : description;
    });
    if (!loaded) return undefined;
    const hasReplaced = this.hasData;
    this.adopt(loaded.description, loaded.report, sampleId);
    this.onchange({ hasReplaced });
    return loaded.report;
  }

  async #work<T>(stage: string, work: (jobId: string) => Promise<Result<T>>): Promise<T | undefined> {
    this.#jobId = newJobId();
    this.error = undefined;
    this.progress = { stage };
    try {
      const result = await work(this.#jobId);
      if (result.ok) return result.value;
      if (result.error.kind !== 'cancelled') this.error = result.error;
      return undefined;
    } finally {
      this.progress = undefined;
    }
  }
}
