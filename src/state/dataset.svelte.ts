import type { AppError } from '../core/app-error.ts';
import type { Day } from '../core/day.ts';
import { ok, type Result } from '../core/result.ts';
import type {
  FileCorrection,
  FileInspection,
  FilePlan,
  LoadMode,
  LoadReport,
} from '../data/importing/contract.ts';
import { decideLoad } from '../data/importing/recipe/decide-load.ts';
import {
  sourcesOfReport,
  type DataSource,
  type ImportRecipe,
} from '../data/importing/recipe/import-recipe.ts';
import type { RunContext } from '../analyses/analysis.ts';
import type { DatasetDescription, EngineContract, Progress } from '../engine/contract.ts';
import { sampleAddress } from './sample-address.ts';
import { newJobId } from './analysis-run.svelte.ts';
import { MappingMemory } from './mapping-memory.svelte.ts';
import { dayAfter } from './day-after.ts';
import { loadedInfo, withCorrection, type Corrections } from './loaded-sources.ts';
import { needsAttention, planOf, readAs, withInspection, withSalt } from './pending-import.ts';
import type { DataChange, DataSteps, KnownInfo, PendingImport } from './pending-import.ts';
import { emptyDescription } from './empty-description.ts';
import { Turns } from './turns.ts';

/** The data that the engine holds, and the import in progress. Failures stay here until they are dismissed. */
export class DatasetState {
  description = $state.raw<DatasetDescription>(emptyDescription);
  report = $state.raw<LoadReport | undefined>();
  /** Name of the sample company, or undefined for the user's own files. */
  sampleId = $state<string | undefined>();
  progress = $state.raw<Progress | undefined>();
  pending = $state.raw<PendingImport | undefined>();
  error = $state.raw<AppError | undefined>();
  /** The files of the last load, as they were read; undefined after a reload. */
  read = $state.raw<PendingImport | undefined>();
  /** Every file that is in the data, with its report and recipe; none for a sample company. */
  sources = $state.raw<readonly DataSource[]>([]);
  /** What is known of files that were read before. */
  readonly mappings = new MappingMemory();
  /** Tells whether the data are still the same, however much of them is described. */
  readonly fingerprint = $derived(this.description.fingerprint);
  readonly hasData = $derived(this.description.tables.length > 0);
  readonly isLoading = $derived(this.progress !== undefined);
  /** The day after the last order; today when there is none. */
  readonly defaultAsOf: Day = $derived(dayAfter(this.description.lastOrder));
  /** How the files that are in the data were read. */
  readonly recipe: ImportRecipe = $derived({ sources: this.sources.map(({ recipe }) => recipe) });
  /** Called with each new data set that should be kept, which the next change waits for; set by the session. */
  onchange: (change: DataChange) => Promise<void> = () => Promise.resolve();
  /** Leads to the data before the last load, and from there to the later ones again; set by the session. */
  steps: DataSteps = { back: () => Promise.resolve(false), forward: () => Promise.resolve(false) };
  /** Gives the secret of the workspace that pseudonyms are made with; set by the session. */
  salt: () => Promise<string> = () => Promise.resolve('');
  /** Everything that changes the open data takes its turn here. */
  readonly turns = new Turns();
  readonly #engine: EngineContract;
  readonly #context: () => RunContext | undefined;
  #jobId = '';
  #corrections: Corrections = {};
  /** How often data were opened. */
  #opened = 0;

  /** `context` is undefined while the as-of date follows the data. */
  constructor(engine: EngineContract, context: () => RunContext | undefined) {
    this.#engine = engine;
    this.#context = context;
  }

  /**
   * Looks at dropped files; loads them at once when nothing needs a decision, else waits on the mapping screen. Files
   * that are known by name and columns are read as before, and added or put in place of their earlier versions.
   */
  drop(files: readonly File[]): Promise<void> {
    return this.turns.take(() => this.#look(files));
  }

  async #look(files: readonly File[]): Promise<void> {
    this.#corrections = {};
    const inspections = await this.inspect(files);
    if (!inspections) return;
    const hasOwnData = this.hasData && this.sampleId === undefined;
    const decision = decideLoad(inspections, this.recipe.sources, hasOwnData);
    const pending: PendingImport = { files, inspections, decision };
    if (decision.kind === 'other' || needsAttention(inspections)) this.pending = pending;
    else if (!(await this.#loadPending(pending, inspections.map(planOf), decision.mode)))
      this.#offerRetry(pending);
  }

  /** Inspects without deciding; undefined (with `error` set) when it failed. */
  async inspect(files: readonly File[]): Promise<readonly FileInspection[] | undefined> {
    const profiles = [...this.recipe.sources, ...this.mappings.profiles];
    return await this.#work('Looking at the files', (jobId) =>
      this.#engine.inspect(jobId, files, (progress) => (this.progress = progress), undefined, profiles),
    );
  }

  /** Looks at one pending file again with the user's corrections, and shows what comes of it. */
  async correct(file: string, correction: FileCorrection): Promise<void> {
    const pending = this.pending;
    if (!pending) return;
    const named = pending.files.filter((one) => one.name === file);
    // A member of an archive, or one of several files of a name, is only known among all of them.
    const found = named.length === 1 ? named : pending.files;
    const before = pending.inspections.find((one) => one.file === file);
    if (before) this.#corrections = withCorrection(this.#corrections, correction, before);
    const inspections = await this.#work('Looking again', (jobId) =>
      this.#engine.inspect(jobId, found, (progress) => (this.progress = progress), { [file]: correction }),
    );
    const again = inspections?.find((one) => one.file === file);
    if (!again || this.pending !== pending) return;
    this.pending = withInspection(pending, again);
  }

  /** Opens the mapping screen for the files of the last load, as they were read. */
  reconsider(): void {
    this.pending = this.read;
  }

  /** Loads the pending files as decided, and remembers the decision. What was there before stays when it fails. */
  confirm(plans: readonly FilePlan[], mode?: LoadMode): Promise<LoadReport | undefined> {
    return this.turns.take(async () => {
      const pending = this.pending;
      if (!pending) return undefined;
      const report = pending.isAdded
        ? await this.#addAgain(pending, plans)
        : await this.#loadPending(pending, plans, mode ?? pending.decision.mode);
      if (report) this.#remember(plans);
      return report;
    });
  }

  /** Loads files by explicit plans. What was noticed when they were looked at goes into their reports. */
  load(
    plans: readonly FilePlan[],
    files: readonly File[],
    inspections: readonly FileInspection[],
    mode: LoadMode = 'replace',
  ): Promise<LoadReport | undefined> {
    return this.turns.take(() => this.#load(plans, files, inspections, mode));
  }

  #load(
    plans: readonly FilePlan[],
    files: readonly File[],
    inspections: readonly FileInspection[],
    asked: LoadMode,
  ): Promise<LoadReport | undefined> {
    // An invented company is never mixed with the user's own data, nor do its treatments fit them.
    const isOverSample = this.sampleId !== undefined;
    const mode = isOverSample ? 'replace' : asked;
    const before = mode === 'append' ? this.sources : [];
    return this.#replace('Reading', async (jobId) => {
      const loaded = await this.#engine.load(
        jobId,
        await withSalt(plans, this.salt),
        files,
        (progress) => (this.progress = progress),
        mode,
        !isOverSample,
      );
      if (!loaded.ok) return loaded;
      const decided = { mode, corrections: this.#corrections, now: Date.now(), before };
      return ok(loadedInfo(loaded.value, plans, inspections, decided));
    });
  }

  /** Replaces the data by a built-in sample company. */
  sample(id: string): Promise<LoadReport | undefined> {
    const open = async (jobId: string) => {
      const address = sampleAddress(id);
      const report = await this.#engine.sample(jobId, id, address, (progress) => (this.progress = progress));
      return report.ok ? ok({ report: report.value, sampleId: id }) : report;
    };
    return this.turns.take(() => this.#replace('Opening the sample company', open));
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
  adopt(description: DatasetDescription, info: KnownInfo = {}): void {
    this.#opened += 1;
    this.description = description;
    this.report = info.report ?? undefined;
    this.sampleId = info.sampleId ?? undefined;
    this.sources = info.sources ?? sourcesOfReport(info.report?.files ?? [], info.savedAt ?? 0);
    this.pending = undefined;
    this.error = undefined;
    this.read = undefined;
    // Common values come after what the pages ask for first.
    if (description.tables.length > 0) setTimeout(() => void this.refresh());
  }

  /** Shows no data, whatever the engine still holds. */
  close(): void {
    this.adopt(emptyDescription);
  }

  /** Gives a test of whether the data that are open now still are. */
  watch(): () => boolean {
    const opened = this.#opened;
    return () => opened === this.#opened;
  }

  /** Reads the description again, for instance after the as-of date moved. */
  async refresh(): Promise<void> {
    const isStillOpen = this.watch();
    const result = await this.#engine.describe(this.#context());
    if (!isStillOpen()) return;
    if (result.ok) this.description = result.value;
    else this.error = result.error;
  }

  /** Loads files once more that were added to earlier data: on those, as if they had not been there. */
  async #addAgain(pending: PendingImport, plans: readonly FilePlan[]): Promise<LoadReport | undefined> {
    const { read } = this;
    const treatments = (this.description.treatments ?? []).map(({ treatment }) => treatment);
    if (!(await this.steps.back())) return undefined;
    // What was done to the data since then is done to them again.
    const treated = await this.#engine.treat(newJobId(), treatments, () => undefined);
    if (!treated.ok) this.error = treated.error;
    const report = treated.ok ? await this.#loadPending(pending, plans, 'append') : undefined;
    if (report) return report;
    const { error } = this;
    if (!(await this.steps.forward())) return undefined;
    this.read = read;
    this.error = error;
    this.#offerRetry(pending);
    return undefined;
  }

  /** After a failed load the mapping screen stays open with the reason; after a cancel nothing does. */
  #offerRetry(pending: PendingImport): void {
    if (this.error) this.pending = pending;
  }

  async #loadPending(
    pending: PendingImport,
    plans: readonly FilePlan[],
    mode: LoadMode,
  ): Promise<LoadReport | undefined> {
    const { files, inspections } = pending;
    const isAdded = mode === 'append' && this.hasData && this.sampleId === undefined;
    const report = await this.#load(plans, files, inspections, mode);
    if (report) this.read = readAs(pending, plans, isAdded);
    return report;
  }

  #remember(plans: readonly FilePlan[]): void {
    const named = plans.filter(({ dialect }) => dialect.hasHeader).map(({ file }) => file);
    this.mappings.add(this.recipe.sources.filter(({ file }) => named.includes(file)));
  }

  /** Fills the engine anew and shows what it holds then: report and description change together. */
  async #replace(
    stage: string,
    fill: (jobId: string) => Promise<Result<KnownInfo & { readonly report: LoadReport }>>,
  ): Promise<LoadReport | undefined> {
    const loaded = await this.#work(stage, async (jobId) => {
      const info = await fill(jobId);
      if (!info.ok) return info;
      // Not as of the day that was set for the data before: that may lie years away from these.
      const description = await this.#engine.describe(undefined, 'tables');
      return description.ok ? ok({ info: info.value, description: description.value }) : description;
    });
    if (!loaded) return undefined;
    const hasReplaced = this.hasData;
    const { info, description } = loaded;
    this.adopt(description, info);
    this.turns.leave(this.onchange({ hasReplaced, report: info.report }));
    return info.report;
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
