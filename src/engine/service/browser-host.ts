import {
  BROWSER_RUNTIME,
  DuckDBDataProtocol,
  VoidLogger,
  createDuckDB,
  type DuckDBBindings,
} from 'duckdb-blocking';
import type { DuckDBHost, OnPercent } from './duckdb-host.ts';
import { makeCallersWithoutEval } from './method-callers.ts';

type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** The hook of the bindings that is protected in their types: by it a module compiled elsewhere is used. */
interface WithInstantiation {
  instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): object;
}

const openBindings = async (module: WebAssembly.Module, onPercent: OnPercent): Promise<DuckDBBindings> => {
  makeCallersWithoutEval();
  const runtime = {
    ...BROWSER_RUNTIME,
    progressUpdate: (_done: number, percent: number): void => onPercent(percent),
  };
  const bundle = { mainModule: 'compiled-on-the-page', mainWorker: '' };
  const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), runtime);
  const failure = new Promise<never>((_, reject) => {
    (bindings as unknown as WithInstantiation).instantiateWasm = (imports, done) => {
      globalThis.DUCKDB_RUNTIME = runtime;
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
      return [];
    };
  });
  await Promise.race([bindings.instantiate(() => undefined), failure]);
  return bindings;
};

const makeNextTask = (): (() => Promise<void>) => {
  const channel = new MessageChannel();
  let resume: (() => void)[] = [];
  channel.port1.onmessage = () => {
    const waiting = resume;
    resume = [];
    for (const go of waiting) go();
  };
  return () =>
    new Promise((resolve) => {
      resume.push(resolve);
      channel.port2.postMessage(null);
    });
};

/** DuckDB in a browser's worker, from a module that was compiled on the page. Files are read from their handles. */
export const browserHost = (module: WebAssembly.Module): DuckDBHost => ({
  instantiate: (onPercent) => openBindings(module, onPercent),
  registerFile: async (bindings, name, file) =>
    bindings.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true),
  nextTask: makeNextTask(),
  now: () => performance.now(),
});
