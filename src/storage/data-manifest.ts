import type { LoadReport } from '../data/importing/contract.ts';
import type { DataSource } from '../data/importing/recipe/import-recipe.ts';
import type { Treatment } from '../data/quality/treatment.ts';

/** A table with its rows as an Arrow IPC stream. The engine's saved tables have this shape. */
export interface StoredTable {
  readonly name: string;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is known of a data set besides its rows. */
export interface DataInfo {
  readonly fingerprint: string;
  /** Epoch milliseconds of saving. */
  readonly savedAt: number;
  readonly report: LoadReport | null;
  /** Set when it is a built-in sample company. */
  readonly sampleId: string | null;
  /** The files that are in it, each with its own report and how it was read; absent in data of earlier versions. */
  readonly sources?: readonly DataSource[];
  /** How the engine described the data, so that they can be shown again before it has looked through them; its own form. */
  readonly description?: unknown;
  /**
   * What is done to the tables on top of what the files say; the stored tables are as loaded. Here and not in the workbook, as merges
   * hold ids of customers. Absent: nothing.
   */
  readonly treatments?: readonly Treatment[];
}

/** One stored data set: which files hold its tables. Written after the files, so that it never names missing ones. */
export interface DataManifest extends DataInfo {
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly file: string }[];
}

/** The data set of a workspace, and the one before it, for undo. Null: no data. */
export interface DataVersions {
  readonly current: DataManifest | null;
  readonly previous: DataManifest | null;
}
