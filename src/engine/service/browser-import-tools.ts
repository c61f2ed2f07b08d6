import * as Comlink from 'comlink';
import { err, type Result } from '../../core/result.ts';
import type { ImportTools, SheetText } from '../../data/importing/import-tools.ts';

type ImportReaders = Pick<ImportTools, 'readXlsx'>;

/** Starts a worker that inherits the content security policy of this one: by a blob that imports its address. */
const startWorker = (url: string): { readonly worker: Worker; readonly shim: string } => {
  const program = `import ${JSON.stringify(new URL(url, import.meta.url).href)};`;
  const shim = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  return { worker: new Worker(shim, { type: 'module', name: 'import' }), shim };
};

const readInWorker = async (url: string, file: File, sheet?: string): Promise<Result<SheetText>> => {
  const { worker, shim } = startWorker(url);
  try {
    const death = new Promise<Result<never>>((resolve) => {
      worker.onerror = (event) => {
        event.preventDefault();
        const reason = event.message || 'Its reader stopped';
        resolve(err({ kind: 'file-corrupt', file: file.name, format: 'Excel workbook', reason }));
      };
    });
    return await Promise.race([Comlink.wrap<ImportReaders>(worker).readXlsx(file, sheet), death]);
  } finally {
    worker.terminate();
    URL.revokeObjectURL(shim);
  }
};

/** What imports need in the browser: workbooks are read in a worker of their own, one for each reading. */
export const browserImportTools = (importWorkerUrl: string): ImportTools => ({
  readXlsx: (file, sheet) => readInWorker(importWorkerUrl, file, sheet),
  now: () => performance.now(),
});
