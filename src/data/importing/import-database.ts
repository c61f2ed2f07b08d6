import type { Result } from '../../core/result.ts';
import type { Row } from '../row.ts';

/**
 * What an import needs from the engine: its import connection, with the data database as the default one.
 * Every method returns a failure and never throws; a cancelled statement fails with `cancelled`.
 */
export interface ImportDatabase {
  /** Runs one statement. */
  exec(sql: string): Promise<Result<void>>;
  /** Runs one query; decimals, counts and sums arrive as numbers, dates as ISO text. */
  rows(sql: string): Promise<Result<readonly Row[]>>;
  /**
   * Makes a file readable in SQL under `name`, which starts with {@link importDirectory}. The bytes are read
   * lazily where the platform can, so that the heap does not grow with the file.
   */
  registerFile(name: string, file: File): Promise<Result<void>>;
  /** Appends an Arrow IPC stream (with its end mark) to a table by the order of its columns; all `rows` must arrive. */
  insertArrow(table: string, stream: Uint8Array, rows: number): Promise<Result<void>>;
  /** Forgets a registered file. */
  dropFile(name: string): Promise<Result<void>>;
}

/**
 * A database beside the one that is filled, which is not compressed: working tables are written there three times as
 * fast, and take about six times the memory.
 */
export const workshop = 'memory.main';

/** The only directory that the engine may read: names of registered files start with it. */
export const importDirectory = 'imp/';
