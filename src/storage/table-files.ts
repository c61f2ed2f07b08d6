import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import { toStorageError } from './storage-error.ts';

/** Files of table data. A file is written once under a new name and never changed. */
export interface TableFiles {
  /** Whether files are still there after the page is closed. */
  readonly isPersistent: boolean;
  /** Writes a whole file; after a failure or a crash it isn't there at all. `storage-full`, `storage-denied`. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<void, AppError>>;
  /** The bytes of a file. `storage-denied` when it is gone. */
  read(name: string): Promise<Result<Uint8Array<ArrayBuffer>, AppError>>;
  /** Deletes all files but these, and what broken writes left behind. */
  sweep(keep: ReadonlySet<string>): Promise<Result<void, AppError>>;
}

const directoryName = 'tables';

/** Files in the given directory of the origin's private file system. */
export const tableFilesIn = (directory: FileSystemDirectoryHandle): TableFiles => ({
  isPersistent: true,
  write: async (name, bytes) => {
    try {
      const handle = await directory.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      try {
        await writable.write(bytes);
        await writable.close();
      } catch (thrown) {
        await writable.abort().catch(() => undefined);
        await directory.removeEntry(name).catch(() => undefined);
        throw thrown;
      }
      return ok(undefined);
    } catch (thrown) {
      return err(toStorageError(thrown, bytes.byteLength));
    }
  },
  read: async (name) => {
    try {
      const handle = await directory.getFileHandle(name);
      const file = await handle.getFile();
      return ok(new Uint8Array(await file.arrayBuffer()));
    } catch (thrown) {
      return err(toStorageError(thrown));
    }
  },
  sweep: async (keep) => {
    try {
      const names: string[] = [];
      for await (const name of directory.keys()) names.push(name);
      for (const name of names) if (!keep.has(name)) await directory.removeEntry(name);
      return ok(undefined);
    } catch (thrown) {
      return err(toStorageError(thrown));
    }
  },
});

/** Files in memory, for a private window or a page opened from a file: gone when it closes. */
export const tableFilesInMemory = (): TableFiles => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    isPersistent: false,
    write: (name, bytes) => {
      files.set(name, bytes.slice());
      return Promise.resolve(ok(undefined));
    },
    read: (name) => {
      const bytes = files.get(name);
      return Promise.resolve(
        bytes ? ok(bytes.slice()) : err({ kind: 'storage-denied', reason: `There is no file ${name}` }),
      );
    },
    sweep: (keep) => {
      for (const name of files.keys()) if (!keep.has(name)) files.delete(name);
      return Promise.resolve(ok(undefined));
    },
  };
};

/** The place for table data: the origin's private file system, or memory where the browser has none to give. */
export const openTableFiles = async (): Promise<TableFiles> => {
  try {
    const root = await navigator.storage.getDirectory();
    return tableFilesIn(await root.getDirectoryHandle(directoryName, { create: true }));
  } catch {
    return tableFilesInMemory();
  }
};
