import * as Comlink from 'comlink';
import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { ColumnarSource, ImportTools, TextSource } from '../../data/importing/import-tools.ts';
import { openText } from '../../data/importing/text/columns/open-text.ts';
import type { ImportReaders } from './import-readers.ts';

/** A worker of its own for one file: it inherits the content security policy of this one by a blob that imports its address. */
class ReadingWorker {
  readonly readers: Comlink.Remote<ImportReaders>;
  readonly #worker: Worker;
  readonly #shim: string;
  readonly #death: Promise<Result<never>>;

  constructor(url: string, file: File) {
    const program = `import ${JSON.stringify(new URL(url, import.meta.url).href)};`;
    this.#shim = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    this.#worker = new Worker(this.#shim, { type: 'module', name: 'import' });
    this.readers = Comlink.wrap<ImportReaders>(this.#worker);
    this.#death = new Promise((resolve) => {
      this.#worker.onerror = (event) => {
        event.preventDefault();
        const reason = event.message || 'Its reader stopped: it may be too large for it';
        resolve(err<AppError>({ kind: 'file-unreadable', file: file.name, reason }));
      };
    });
  }

  /** The answer of the worker, or why it died. */
  race<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
    return Promise.race([answer, this.#death]);
  }

  close(): void {
    this.#worker.terminate();
    URL.revokeObjectURL(this.#shim);
  }
}

/** A worker that has opened a file, and what it said of it; one that couldn't is closed. */
const openWorker = async <T>(
  url: string,
  file: File,
  open: (readers: ReadingWorker['readers']) => Promise<Result<T>>,
): Promise<Result<{ readonly worker: ReadingWorker; readonly opened: T }>> => {
  const worker = new ReadingWorker(url, file);
  const opened = await worker.race(open(worker.readers));
  if (opened.ok) return ok({ worker, opened: opened.value });
  worker.close();
  return opened;
};

const openInWorker = async (
  url: string,
  ...[file, format]: Parameters<ImportTools['openColumns']>
): Promise<Result<ColumnarSource>> => {
  const open = await openWorker(url, file, (readers) => readers.openColumns(file, format));
  if (!open.ok) return open;
  const { worker, opened } = open.value;
  return ok({
    ...opened,
    next: (most) => worker.race(worker.readers.nextColumns(most)),
    issues: () => worker.readers.columnIssues(),
    close: () => worker.close(),
  });
};

/** Text of fewer bytes is read sooner than a worker has started. */
const shortText = 2_000_000;

const openTextInWorker = async (
  url: string,
  ...[file, form]: Parameters<ImportTools['openText']>
): Promise<Result<TextSource>> => {
  const open = await openWorker(url, file, (readers) => readers.openText(file, form));
  if (!open.ok) return open;
  const { worker } = open.value;
  return ok({
    next: () => worker.race(worker.readers.nextColumns()),
    facts: () => worker.race(worker.readers.textFacts()),
    close: () => worker.close(),
  });
};

/** What imports need in the browser: heavy readers work in workers of their own, one for each reading. */
export const browserImportTools = (importWorkerUrl: string): ImportTools => ({
  readTable: async (file, format, table) => {
    const worker = new ReadingWorker(importWorkerUrl, file);
    try {
      return await worker.race(worker.readers.readTable(file, format, table));
    } finally {
      worker.close();
    }
  },
  openColumns: (file, format) => openInWorker(importWorkerUrl, file, format),
  openText: (file, form) =>
    file.size < shortText ? openText(file, form) : openTextInWorker(importWorkerUrl, file, form),
  now: () => performance.now(),
});
