import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { createRequire } from 'node:module';
import type { DuckDBHost } from '../../src/engine/service/duckdb-host.ts';

const wasmPath = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');

/** The engine's DuckDB in Node: the same WebAssembly file as in the browser; files are copied into memory. */
export const nodeHost: DuckDBHost = {
  instantiate: async (onPercent) => {
    const runtime = {
      ...NODE_RUNTIME,
      progressUpdate: (_done: number, percent: number): void => onPercent(percent),
    };
    const bundle = { mainModule: wasmPath, mainWorker: '' };
    const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), runtime);
    await bindings.instantiate(() => undefined);
    return bindings;
  },
  registerFile: async (bindings, name, file) => {
    bindings.registerFileBuffer(name, new Uint8Array(await file.arrayBuffer()));
  },
  nextTask: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
};
