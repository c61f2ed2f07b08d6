import type { DuckDBBindings } from 'duckdb-blocking';

/** Receives how far the running statement is, 0–100. */
export type OnPercent = (percent: number) => void;

/**
 * What the engine needs from the platform it runs on: the browser's worker, or Node in tests. Everything above this
 * interface is the same code in both.
 */
export interface DuckDBHost {
  /** Instantiates DuckDB's blocking bindings, without opening a database. */
  instantiate(onPercent: OnPercent): Promise<DuckDBBindings>;
  /** Makes a file readable under a name; read lazily where the platform can. */
  registerFile(bindings: DuckDBBindings, name: string, file: File): Promise<void>;
  /** Lets waiting messages (a cancel) through; resolves in a later task. */
  nextTask(): Promise<void>;
  /** Milliseconds since some fixed moment. */
  now(): number;
}
