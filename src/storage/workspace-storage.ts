import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { MappingProfile } from '../data/importing/mapping/mapping-profile.ts';
import { parseProfiles } from '../data/importing/recipe/profile-list.ts';
import type { DataInfo, DataManifest, DataVersions, StoredTable } from './data-manifest.ts';
import type { TableFiles } from './table-files.ts';
import type { WorkbookDb, WorkspaceRecord } from './workbook-db.ts';

/** A stored data set with its rows. */
export interface StoredData {
  readonly info: DataInfo;
  readonly tables: readonly StoredTable[];
}

/** The same, and whether older data are kept beside it, to go back to. */
export interface FoundData extends StoredData {
  readonly hasEarlier: boolean;
}

/** A workspace in a list. */
export interface WorkspaceSummary {
  readonly id: string;
  readonly name: string;
  readonly savedAt: number;
}

type Outcome<T> = Promise<Result<T, AppError>>;

const noData: DataVersions = { current: null, previous: null };
const lastOpened = 'last-opened';
const mappingProfiles = 'mapping-profiles';

const parseJson = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Everything that stays in this browser: workspaces with their strategy documents, and the tables that belong to
 * them. New data are written beside the old, then the workspace is switched over: whatever breaks in between, the
 * old data are still there. One step back is kept.
 */
export class WorkspaceStorage {
  readonly #db: WorkbookDb;
  readonly #files: TableFiles;
  readonly #newId: () => string;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(db: WorkbookDb, files: TableFiles, newId: () => string) {
    this.#db = db;
    this.#files = files;
    this.#newId = newId;
  }

  /** Whether the work is still there after the page is closed. */
  get isPersistent(): boolean {
    return this.#db.isPersistent && this.#files.isPersistent;
  }

  /** All workspaces, the latest change first. */
  async list(): Outcome<readonly WorkspaceSummary[]> {
    const records = await this.#db.list();
    return records.ok
      ? ok(
          records.value
            .filter((record) => !record.isRemoved)
            .map(({ id, name, savedAt }) => ({ id, name, savedAt })),
        )
      : records;
  }

  /** The strategy documents of a workspace as stored, to be parsed; undefined when there is no such workspace. */
  async readWorkbook(id: string): Outcome<unknown> {
    const record = await this.#db.read(id);
    return record.ok ? ok(record.value?.workbook) : record;
  }

  /** Saves strategy documents; makes the workspace when it is new. Plain JSON only. */
  writeWorkbook(workbook: { readonly id: string; readonly name: string }, savedAt: number): Outcome<void> {
    const { id, name } = workbook;
    return this.#db.update(id, (stored) => ({
      id,
      name,
      workbook,
      data: stored?.data ?? noData,
      savedAt,
      isRemoved: false,
    }));
  }

  /** Takes a workspace off the list, or puts it back. It is really deleted at the next {@link sweep}. */
  async setRemoved(id: string, isRemoved: boolean): Outcome<void> {
    return this.#change(id, (record) => ({ ...record, isRemoved }));
  }

  /** Saves the data of a workspace in place of what it had; that stays for {@link undoData}. */
  saveData(id: string, tables: readonly StoredTable[], info: DataInfo): Outcome<void> {
    return this.#inTurn(() => this.#saveData(id, tables, info));
  }

  async #saveData(id: string, tables: readonly StoredTable[], info: DataInfo): Outcome<void> {
    const files: DataManifest['tables'][number][] = [];
    for (const { name, rows, bytes } of tables) {
      const file = `${name}-${this.#newId()}.arrow`;
      const written = await this.#files.write(file, bytes);
      if (!written.ok) return written;
      files.push({ name, rows, file });
    }
    const switched = await this.#replaceData(id, { ...info, tables: files });
    if (switched.ok) await this.#deleteUnusedFiles();
    return switched;
  }

  /** Changes what is known of the data of a workspace besides their rows; there is no step back for it. */
  changeInfo(id: string, change: Partial<DataInfo>): Outcome<void> {
    return this.#inTurn(() =>
      this.#change(id, (record) => ({
        ...record,
        data: { ...record.data, current: record.data.current && { ...record.data.current, ...change } },
      })),
    );
  }

  /** Takes the data away from a workspace; they stay for {@link undoData}. */
  clearData(id: string): Outcome<void> {
    return this.#replaceData(id, null);
  }

  /** Goes back to the data before the last {@link saveData} or {@link clearData}; done again, it goes forward. */
  undoData(id: string): Outcome<void> {
    return this.#change(id, (record) => ({
      ...record,
      data: { current: record.data.previous, previous: record.data.current },
    }));
  }

  /** The stored data of a workspace; undefined when it has none. */
  async readData(id: string): Outcome<FoundData | undefined> {
    const record = await this.#db.read(id);
    if (!record.ok) return record;
    const { current: manifest, previous } = record.value?.data ?? noData;
    if (!manifest) return ok(undefined);
    const { tables: files, ...info } = manifest;
    const tables: StoredTable[] = [];
    const contents = await Promise.all(files.map(({ file }) => this.#files.read(file)));
    for (const [at, bytes] of contents.entries()) {
      if (!bytes.ok) return bytes;
      const { name = '', rows = 0 } = files[at] ?? {};
      tables.push({ name, rows, bytes: bytes.value });
    }
    return ok({ info, tables, hasEarlier: previous !== null && previous.savedAt < info.savedAt });
  }

  /** The secret that pseudonyms of a workspace are made with; made when it is first asked for. It never leaves this browser. */
  async salt(id: string): Outcome<string> {
    const known = await this.#db.recall(`salt ${id}`);
    if (!known.ok || known.value !== undefined) return known as Result<string, AppError>;
    const fresh = `${this.#newId()}${this.#newId()}`;
    const kept = await this.#db.remember(`salt ${id}`, fresh);
    return kept.ok ? ok(fresh) : kept;
  }

  /** The mappings that were decided in this browser, whatever the workspace. */
  async profiles(): Outcome<readonly MappingProfile[]> {
    const text = await this.#db.recall(mappingProfiles);
    return text.ok ? ok(parseProfiles(parseJson(text.value))) : text;
  }

  /** Keeps them. They hold names of columns and files, no values. */
  saveProfiles(profiles: readonly MappingProfile[]): Outcome<void> {
    return this.#db.remember(mappingProfiles, JSON.stringify(profiles));
  }

  /** Remembers which workspace is open. */
  async rememberOpened(id: string): Outcome<void> {
    return this.#db.remember(lastOpened, id);
  }

  /** The workspace that was open last; undefined at the first visit. */
  async lastOpened(): Outcome<string | undefined> {
    return this.#db.recall(lastOpened);
  }

  /** Deletes removed workspaces and files that nobody needs. Only the tab that may write calls it, at its start. */
  sweep(): Outcome<void> {
    return this.#inTurn(() => this.#sweep());
  }

  async #sweep(): Outcome<void> {
    const records = await this.#db.list();
    if (!records.ok) return records;
    for (const { id } of records.value.filter(({ isRemoved }) => isRemoved)) {
      const deleted = await this.#db.update(id, () => undefined);
      if (!deleted.ok) return deleted;
    }
    return this.#deleteUnusedFiles();
  }

  /** One after another: deleting unused files must not meet files that are being written. */
  #inTurn<T>(work: () => Outcome<T>): Outcome<T> {
    const turn = this.#lastChange.then(work);
    this.#lastChange = turn;
    return turn;
  }

  #replaceData(id: string, current: DataManifest | null): Outcome<void> {
    return this.#change(id, (record) => ({
      ...record,
      data: { current, previous: record.data.current },
    }));
  }

  async #change(id: string, change: (record: WorkspaceRecord) => WorkspaceRecord): Outcome<void> {
    let isThere = false;
    const done = await this.#db.update(id, (stored) => {
      isThere = stored !== undefined;
      return stored && change(stored);
    });
    if (!done.ok) return done;
    return isThere ? done : err({ kind: 'storage-denied', reason: 'The workspace is not stored any more' });
  }

  async #deleteUnusedFiles(): Outcome<void> {
    const records = await this.#db.list();
    if (!records.ok) return records;
    const used = records.value.flatMap(({ data }) =>
      [data.current, data.previous].flatMap((manifest) => manifest?.tables.map(({ file }) => file) ?? []),
    );
    return this.#files.sweep(new Set(used));
  }
}
