import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { DataVersions } from './data-manifest.ts';
import { toStorageError } from './storage-error.ts';

/** A workspace as stored: its strategy documents (any version; to be parsed) and the data that belong to them. */
export interface WorkspaceRecord {
  readonly id: string;
  readonly name: string;
  readonly workbook: unknown;
  readonly data: DataVersions;
  /** Epoch milliseconds of the last change. */
  readonly savedAt: number;
  /** Removed by the user, still there for undo until the next start. */
  readonly isRemoved: boolean;
}

/** Keeps workspaces in this browser. All changes of one call happen or none. */
export interface WorkbookDb {
  /** Whether workspaces are still there after the page is closed. */
  readonly isPersistent: boolean;
  /** All workspaces, removed ones included, the latest change first. */
  list(): Promise<Result<readonly WorkspaceRecord[], AppError>>;
  read(id: string): Promise<Result<WorkspaceRecord | undefined, AppError>>;
  /** Changes a workspace, or makes it, from what is stored at that moment. Undefined from `change` deletes it. */
  update(
    id: string,
    change: (stored: WorkspaceRecord | undefined) => WorkspaceRecord | undefined,
  ): Promise<Result<void, AppError>>;
  /** Something small to remember, such as which workspace was open. */
  remember(key: string, value: string): Promise<Result<void, AppError>>;
  recall(key: string): Promise<Result<string | undefined, AppError>>;
}

interface Schema extends DBSchema {
  workspaces: { key: string; value: WorkspaceRecord };
  memory: { key: string; value: string };
}

const databaseVersion = 1;

const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, AppError>> => {
  try {
    return ok(await work());
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
};

const byLatest = (records: readonly WorkspaceRecord[]): readonly WorkspaceRecord[] =>
  records.toSorted((a, b) => b.savedAt - a.savedAt);

const workbookDbOn = (database: IDBPDatabase<Schema>): WorkbookDb => ({
  isPersistent: true,
  list: () => attempt(async () => byLatest(await database.getAll('workspaces'))),
  read: (id) => attempt(() => database.get('workspaces', id)),
  update: (id, change) =>
    attempt(async () => {
      const transaction = database.transaction('workspaces', 'readwrite');
      const next = change(await transaction.store.get(id));
      if (next) await transaction.store.put(next, id);
      else await transaction.store.delete(id);
      await transaction.done;
    }),
  remember: (key, value) =>
    attempt(async () => {
      await database.put('memory', value, key);
    }),
  recall: (key) => attempt(() => database.get('memory', key)),
});

/** Workspaces in memory, where the browser keeps nothing for this page. */
export const workbookDbInMemory = (): WorkbookDb => {
  const workspaces = new Map<string, WorkspaceRecord>();
  const memory = new Map<string, string>();
  return {
    isPersistent: false,
    list: () => attempt(() => Promise.resolve(byLatest([...workspaces.values()]))),
    read: (id) => attempt(() => Promise.resolve(workspaces.get(id))),
    update: (id, change) =>
      attempt(() => {
        const next = change(workspaces.get(id));
        if (next) workspaces.set(id, structuredClone(next));
        else workspaces.delete(id);
        return Promise.resolve();
      }),
    remember: (key, value) =>
      attempt(() => {
        memory.set(key, value);
        return Promise.resolve();
      }),
    recall: (key) => attempt(() => Promise.resolve(memory.get(key))),
  };
};

/**
 * The place for workspaces: IndexedDB, or memory where the browser refuses it. A tab with an older version of the
 * app steps aside for a newer one.
 */
export const openWorkbookDb = async (name = 'arrowhead'): Promise<WorkbookDb> => {
  try {
    const database = await openDB<Schema>(name, databaseVersion, {
      upgrade: (fresh) => {
        fresh.createObjectStore('workspaces');
        fresh.createObjectStore('memory');
      },
      blocking: () => database.close(),
    });
    return workbookDbOn(database);
  } catch {
    return workbookDbInMemory();
  }
};
