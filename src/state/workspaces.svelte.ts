import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { EngineContract } from '../engine/contract.ts';
import type { MappingProfile } from '../data/importing/mapping/mapping-profile.ts';
import { readBundle, writeBundle, type Bundle } from '../storage/bundle.ts';
import { downloadBlob } from '../storage/export/download.ts';
import { openStorage } from '../storage/open-storage.ts';
import { TabLock } from '../storage/tab-lock.ts';
import { putAside, recoverUnsaved } from '../storage/unsaved-workbook.ts';
import type { WorkspaceStorage, WorkspaceSummary } from '../storage/workspace-storage.ts';
import { createWorkbook } from '../strategy/create-workbook.ts';
import { parseWorkbook } from '../strategy/parse-workbook.ts';
import type { Workbook } from '../strategy/workbook.ts';
import type { DatasetState } from './dataset.svelte.ts';
import { KeptData } from './kept-data.svelte.ts';
import { newId } from './new-id.ts';
import type { Notices } from './notices.svelte.ts';
import type { WorkbookState } from './workbook.svelte.ts';

/** What workspaces work on. */
export interface WorkspacesParts {
  readonly engine: EngineContract;
  readonly workbook: WorkbookState;
  readonly dataset: DatasetState;
  readonly notices: Notices;
}

/** Milliseconds without an edit after which the workbook is written. */
const saveDelay = 300;

/** Keeps the open workspace in this browser: saving, restoring, switching, one file, and the lock between tabs. */
export class Workspaces {
  list = $state.raw<readonly WorkspaceSummary[]>([]);
  isReadOnly = $state(false);
  isRestoring = $state(true);
  storageError = $state.raw<AppError | undefined>();
  /** The data of the open workspace. */
  readonly data: KeptData;
  readonly #parts: WorkspacesParts;
  #storage: WorkspaceStorage | undefined;
  #lock: TabLock | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsaved: Workbook | undefined;
  readonly #sessionSalt = newId();
  /** Whether the next visit knows which workspace to open. */
  #isRemembered = false;

  constructor(parts: WorkspacesParts) {
    this.#parts = parts;
    const { engine, dataset, notices, workbook } = parts;
    this.data = new KeptData({
      engine,
      dataset,
      notices,
      workspaceId: () => workbook.current.id,
      storage: () => this.#storage,
      isReadOnly: () => this.isReadOnly,
      storeWorkspace: async () => {
        await this.#saveWorkbook(workbook.current);
        await this.#remember();
      },
      settle: (result) => this.#settle(result),
    });
    parts.workbook.onchange = (workbook) => this.#saveSoon(workbook);
    parts.dataset.salt = () => this.#salt(workbook.current.id);
    parts.dataset.mappings.onchange = (profiles) => void this.#saveProfiles(profiles);
  }

  /** Opens the storage and the workspace of the last visit. `shared` opens that workbook instead, over the same data. */
  start(shared: Workbook | undefined): Promise<void> {
    return this.#parts.dataset.turns.take(() => this.#start(shared));
  }

  async #start(shared: Workbook | undefined): Promise<void> {
    const storage = await openStorage(newId);
    this.#storage = storage;
    if (!storage.isPersistent)
      this.storageError = { kind: 'storage-denied', reason: 'The browser keeps nothing for this page' };
    this.#lock = new TabLock({
      onchange: (isWriter) => this.#setReadOnly(!isWriter),
      onyield: () => this.#saveNow(),
      onsaved: (id) => void this.#reloadFromOtherTab(id),
    });
    const isWriter = await this.#lock.start();
    this.#setReadOnly(!isWriter);
    if (isWriter) {
      this.#settle(await storage.sweep());
      this.#settle(await recoverUnsaved(storage));
    }
    addEventListener('pagehide', () => this.#leave());
    const profiles = await storage.profiles();
    if (this.#settle(profiles) && profiles.ok) this.#parts.dataset.mappings.profiles = profiles.value;
    const last = await storage.lastOpened();
    this.#isRemembered = last.ok && last.value !== undefined;
    if (last.ok && last.value !== undefined) await this.#openStored(last.value);
    if (shared) this.#parts.workbook.open(shared);
    await this.#saveNow();
    await this.#refreshList();
    this.isRestoring = false;
  }

  /** Opens another workspace of this browser. */
  open(id: string): Promise<void> {
    return this.#change(async () => {
      await this.#saveNow();
      this.isRestoring = true;
      await this.#openStored(id);
      this.isRestoring = false;
      await this.#remember();
    });
  }

  /** Makes an empty workspace and opens it; the one before stays in the list. */
  create(): Promise<void> {
    return this.#change(async () => {
      await this.#saveNow();
      const count = this.list.length + 1;
      this.#parts.workbook.open(createWorkbook(newId(), `Strategy ${count}`, newId));
      await this.data.empty();
      await this.#saveWorkbook(this.#parts.workbook.current);
      await this.#remember();
    });
  }

  /** Takes a workspace off the list, with undo. */
  async remove(id: string): Promise<void> {
    const name = this.list.find((one) => one.id === id)?.name ?? '';
    this.#settle(await this.#storage?.setRemoved(id, true));
    await this.#refreshList();
    this.#parts.notices.say(`Workspace “${name}” removed.`, {
      action: {
        label: 'Undo',
        run: async () => {
          this.#settle(await this.#storage?.setRemoved(id, false));
          await this.#refreshList();
        },
      },
    });
  }

  /** Removes the data of the open workspace, with undo; the strategy stays. */
  async clearData(): Promise<void> {
    if (this.isReadOnly) return;
    const { dataset, notices, workbook } = this.#parts;
    await dataset.turns.take(async () => {
      const { id } = workbook.current;
      await this.data.empty();
      this.#settle(await this.#storage?.clearData(id));
      if (dataset.error) return;
      notices.say('The data are cleared. Your strategy is still here.', {
        action: { label: 'Undo', run: () => void this.data.undo(id) },
      });
    });
  }

  /** The whole workspace as one file: strategy and data, customer rows included. */
  bundle(): Promise<Result<Blob, AppError>> {
    return this.#parts.dataset.turns.take(() => this.#bundle());
  }

  async #bundle(): Promise<Result<Blob, AppError>> {
    const { engine, workbook, dataset } = this.#parts;
    if (!dataset.hasData) return await writeBundle({ workbook: workbook.current });
    const tables = await engine.save();
    if (!tables.ok) return tables;
    // Another browser's engine looks for itself.
    const { description: _, ...info } = this.data.info();
    return await writeBundle({
      workbook: workbook.current,
      data: { info, tables: tables.value },
    });
  }

  /** Saves the workspace to a file that the user keeps. */
  async saveFile(): Promise<void> {
    const blob = await this.bundle();
    if (!this.#settle(blob) || !blob.ok) return;
    downloadBlob(blob.value, this.#parts.workbook.current.name, 'arrowhead');
    this.#parts.notices.say('Saved to a file. It holds your customer rows: treat it as confidential.');
  }

  /** Opens a file made by {@link saveFile} as a workspace of its own. What is open now stays in the list. */
  async openFile(file: File): Promise<void> {
    const { dataset } = this.#parts;
    const bundle = await readBundle(file);
    const opened = bundle.ok ? await this.#change(() => this.#adoptBundle(bundle.value)) : bundle;
    if (opened.ok) return;
    dataset.error = opened.error;
  }

  async #adoptBundle(bundle: Bundle): Promise<Result<void, AppError>> {
    const { workbook, dataset, engine } = this.#parts;
    const parsed = parseWorkbook(bundle.workbook);
    if (!parsed.ok) return parsed;
    const restored = await engine.restore(bundle.data?.tables ?? [], bundle.data?.info.treatments);
    if (!restored.ok) return restored;
    await this.#saveNow();
    workbook.open({ ...parsed.value, id: newId() });
    dataset.adopt(restored.value, bundle.data?.info);
    await this.data.keep();
    await this.#remember();
    return ok(undefined);
  }

  /** Makes this tab the one that writes. */
  async takeOver(): Promise<void> {
    await this.#lock?.takeOver();
    const { dataset, workbook } = this.#parts;
    await dataset.turns.take(() => this.#openStored(workbook.current.id));
  }

  /** Changes to another workspace after what is under way; says so when that is an import. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    const { dataset, notices } = this.#parts;
    if (dataset.isLoading)
      notices.say('The files are read first: they belong to this workspace. Then the other one opens.');
    return dataset.turns.take(work);
  }

  #setReadOnly(isReadOnly: boolean): void {
    this.isReadOnly = isReadOnly;
    this.#parts.workbook.isReadOnly = isReadOnly;
  }

  /** Where nothing can be stored, pseudonyms are the same until the page is closed. */
  async #salt(id: string): Promise<string> {
    const salt = await this.#storage?.salt(id);
    return this.#settle(salt) && salt?.ok ? salt.value : this.#sessionSalt;
  }

  async #saveProfiles(profiles: readonly MappingProfile[]): Promise<void> {
    this.#settle(await this.#storage?.saveProfiles(profiles));
  }

  #saveSoon(workbook: Workbook): void {
    this.#unsaved = workbook;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveNow(), saveDelay);
  }

  async #saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    const workbook = this.#unsaved;
    // Before the storage is open, what is written waits for it.
    if (!workbook || !this.#storage) return;
    await this.#saveWorkbook(workbook);
    if (this.#unsaved === workbook) this.#unsaved = undefined;
  }

  /** The page goes away: the database may not be done in time. */
  #leave(): void {
    if (this.#unsaved && !this.isReadOnly) putAside(this.#unsaved, Date.now());
    void this.#saveNow();
  }

  async #saveWorkbook(workbook: Workbook): Promise<void> {
    if (this.isReadOnly || !this.#storage) return;
    if (!this.#settle(await this.#storage.writeWorkbook(workbook, Date.now()))) return;
    this.#lock?.announceSaved(workbook.id);
    if (!this.#isRemembered) await this.#remember();
    if (this.list.find((one) => one.id === workbook.id)?.name !== workbook.name) await this.#refreshList();
  }

  async #openStored(id: string): Promise<void> {
    const stored = await this.#storage?.readWorkbook(id);
    if (!this.#settle(stored) || !stored?.ok || stored.value === undefined) return;
    const parsed = parseWorkbook(stored.value);
    if (!parsed.ok) {
      this.storageError = parsed.error;
      return;
    }
    this.#parts.workbook.open(parsed.value);
    await this.data.open(id);
  }

  async #reloadFromOtherTab(id: string): Promise<void> {
    if (this.isReadOnly && id === this.#parts.workbook.current.id) {
      const stored = await this.#storage?.readWorkbook(id);
      const parsed = stored?.ok ? parseWorkbook(stored.value) : err(undefined);
      if (parsed.ok) this.#parts.workbook.open(parsed.value);
    }
  }

  async #remember(): Promise<void> {
    this.#isRemembered = true;
    this.#settle(await this.#storage?.rememberOpened(this.#parts.workbook.current.id));
    await this.#refreshList();
  }

  async #refreshList(): Promise<void> {
    const list = await this.#storage?.list();
    if (list?.ok) this.list = list.value;
  }

  /** Shows a storage failure in its place; true when there is none. */
  #settle(result: Result<unknown, AppError> | undefined): boolean {
    if (result?.ok === false) this.storageError = result.error;
    return result?.ok !== false;
  }
}
