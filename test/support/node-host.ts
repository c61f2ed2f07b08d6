import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DuckDBHost } from '../../src/engine/service/duckdb-host.ts';

const wasmPath = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');

type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** The hook of the bindings that is protected in their types: by it a module compiled before is used. */
interface WithInstantiation {
  instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): object;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** Compiled once a worker: compiling takes a second, and what has been optimized stays so for the next engine. */
const compile = (): Promise<WebAssembly.Module> => (compiled ??= WebAssembly.compile(readFileSync(wasmPath)));

/** The engine's DuckDB in Node: the same WebAssembly file as in the browser; files are copied into memory. */
export const nodeHost: DuckDBHost = {
  instantiate: async (onPercent) => {
    const runtime = {
      ...NODE_RUNTIME,
      progressUpdate: (_done: number, percent: number): void => onPercent(percent),
    };
    const bundle = { mainModule: wasmPath, mainWorker: '' };
    const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), runtime);
    const module = await compile();
    (bindings as unknown as WithInstantiation).instantiateWasm = (imports, done) => {
      globalThis.DUCKDB_RUNTIME = runtime;
      void WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return [];
    };
    await bindings.instantiate(() => undefined);
    return bindings;
  },
  registerFile: async (bindings, name, file) => {
    bindings.registerFileBuffer(name, new Uint8Array(await file.arrayBuffer()));
  },
  nextTask: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
};
