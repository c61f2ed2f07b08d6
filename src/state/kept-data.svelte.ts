import { tick } from 'svelte';
import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import { parseTreatments } from '../data/quality/treatment.ts';
import type { DatasetDescription, EngineContract, TableFile } from '../engine/contract.ts';
import type { DataInfo } from '../storage/data-manifest.ts';
import type { WorkspaceStorage } from '../storage/workspace-storage.ts';
import { changeWords } from './change-words.ts';
import type { DatasetState } from './dataset.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { DataChange, DataSteps } from './pending-import.ts';

/** The description that was stored with data, if it is that of these data. */
const descriptionOf = ({ description, fingerprint }: DataInfo): DatasetDescription | undefined => {
  const stored = description as DatasetDescription | undefined;
  return stored?.fingerprint === fingerprint ? stored : undefined;
};

/** Data that are open but can't be written out: there is no room for that beside them. */
const forKeeping = <T>(tables: Result<T, AppError>): Result<T, AppError> =>
  !tables.ok && tables.error.kind === 'out-of-memory' ? err({ kind: 'data-not-kept' }) : tables;

const wayBack = 'Back to the earlier data';

/** What keeping data works with. */
export interface KeptDataParts {
  readonly engine: EngineContract;
  readonly dataset: DatasetState;
  readonly notices: Notices;
  readonly workspaceId: () => string;
  /** Undefined before the storage is open. */
  readonly storage: () => WorkspaceStorage | undefined;
  readonly isReadOnly: () => boolean;
  /** Makes sure that the open workspace is stored; its data can't be without it. */
  readonly storeWorkspace: () => Promise<void>;
  /** Shows a storage failure in its place; true when there is none. */
  readonly settle: (result: Result<unknown, AppError> | undefined) => boolean;
}

/** The data of the open workspace between the engine and the storage: kept after each load, restored, and one step back. */
export class KeptData {
  /** Whether the data before the last load are still kept, to go back to. */
  hasEarlier = $state(false);
  readonly #parts: KeptDataParts;

  constructor(parts: KeptDataParts) {
    this.#parts = parts;
  }

  /** What is stored beside the tables. */
  info(): DataInfo {
    const { description, report, sampleId, sources } = this.#parts.dataset;
    return {
      fingerprint: description.fingerprint,
      savedAt: Date.now(),
      report: report ?? null,
      sampleId: sampleId ?? null,
      sources,
      description,
      ...this.#treated(),
    };
  }

  #treated(): Pick<DataInfo, 'treatments'> {
    const { treatments } = this.#parts.dataset.description;
    return treatments ? { treatments: treatments.map(({ treatment }) => treatment) } : {};
  }

  /** Stores how the open data are treated now; their tables are stored as loaded and stay. */
  async keepTreatments(): Promise<void> {
    const { dataset, isReadOnly, settle, storage, workspaceId } = this.#parts;
    if (isReadOnly()) return;
    const { description } = dataset;
    const change = { fingerprint: description.fingerprint, description, treatments: [], ...this.#treated() };
    settle(await storage()?.changeInfo(workspaceId(), change));
  }

  /** Stores data that were just loaded. Where there were others before, the way back is offered. */
  async keepNew({ hasReplaced, report }: DataChange): Promise<void> {
    const id = this.#parts.workspaceId();
    const isKept = await this.keep();
    // Where these data are not stored, a step back would lead past the ones before.
    this.hasEarlier = isKept && hasReplaced;
    if (!isKept) return;
    this.#withdrawOffers();
    if (!hasReplaced) return;
    this.#parts.notices.say(changeWords(report), {
      action: { label: wayBack, run: () => void this.undo(id) },
    });
  }

  /** Stores the data that are open now in place of what the workspace had; false when nothing was stored. */
  async keep(): Promise<boolean> {
    const { engine, dataset, isReadOnly, settle, storage, storeWorkspace, workspaceId } = this.#parts;
    const store = storage();
    if (isReadOnly() || !store) return false;
    // Another workspace may be opened meanwhile: these data belong to this one.
    const [id, info, hasData] = [workspaceId(), this.info(), dataset.hasData];
    // What the pages ask about new data goes before reading all of them; nothing else comes in between.
    await tick();
    const saving = hasData ? engine.save() : undefined;
    await storeWorkspace();
    const tables = await saving;
    if (!tables || !settle(forKeeping(tables)) || !tables.ok) return false;
    return settle(await store.saveData(id, tables.value, info));
  }

  /** Goes back to the data of the open workspace before the last load. */
  async goBack(): Promise<void> {
    if (this.canStepBack) await this.undo(this.#parts.workspaceId());
  }

  /** Goes back to the data that a workspace had before its last load or clear. */
  undo(id: string): Promise<void> {
    this.#withdrawOffers();
    return this.#parts.dataset.turns.take(async () => {
      await this.#step(id);
    });
  }

  /** Goes back as a part of a change that has its turn already, and forward again when that comes to nothing. */
  readonly steps: DataSteps = {
    back: async () => {
      this.#withdrawOffers();
      return this.canStepBack && (await this.#step(this.#parts.workspaceId()));
    },
    forward: () => this.#step(this.#parts.workspaceId()),
  };

  /** Whether the data before the last load can take the place of the open ones. */
  get canStepBack(): boolean {
    return this.hasEarlier && !this.#parts.isReadOnly();
  }

  /** One step in the storage, and what is there then is shown; false when that failed or another workspace is open. */
  async #step(id: string): Promise<boolean> {
    const { settle, storage, workspaceId } = this.#parts;
    return settle(await storage()?.undoData(id)) && workspaceId() === id && (await this.#restore(id));
  }

  /** Shows the stored data of a workspace in place of what is open; until they are there, none are shown. */
  async open(id: string): Promise<void> {
    const { dataset } = this.#parts;
    const hadData = dataset.hasData;
    this.hasEarlier = false;
    dataset.close();
    if (!(await this.#restore(id)) && hadData) await this.#clear();
  }

  /** Puts the stored data of a workspace into the engine; false when it has none, or they can't be read. */
  async #restore(id: string): Promise<boolean> {
    const { engine, dataset, settle, storage } = this.#parts;
    const data = await storage()?.readData(id);
    if (!settle(data) || !data?.ok || !data.value) return false;
    const { tables, info } = data.value;
    const treatments = parseTreatments(info.treatments);
    const restored = await engine.restore(tables, treatments, descriptionOf(info));
    if (!restored.ok) {
      dataset.error = restored.error;
      return false;
    }
    dataset.adopt(restored.value, data.value.info);
    this.hasEarlier = data.value.hasEarlier;
    return true;
  }

  /** Takes the data out of the engine; what is stored stays. */
  async empty(): Promise<void> {
    const { dataset } = this.#parts;
    this.hasEarlier = false;
    if (!dataset.hasData) return;
    dataset.close();
    await this.#clear();
  }

  async #clear(): Promise<void> {
    const { engine, dataset } = this.#parts;
    const cleared = await engine.clear();
    if (!cleared.ok) dataset.error = cleared.error;
  }

  /** Only one step back is kept: an offer of before would lead to other data than it says. */
  #withdrawOffers(): void {
    const { notices } = this.#parts;
    for (const { id, action } of notices.list) if (action?.label === wayBack) notices.dismiss(id);
  }

  /** The stored tables of the open workspace: what a restarted engine gets back. */
  async stored(): Promise<Result<readonly TableFile[], AppError>> {
    const data = await this.#parts.storage()?.readData(this.#parts.workspaceId());
    if (!data) return ok([]);
    return data.ok ? ok(data.value?.tables ?? []) : data;
  }
}
