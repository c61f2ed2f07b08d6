import * as Comlink from 'comlink';
import type { AppError } from '../../core/app-error.ts';
import { err, type Result } from '../../core/result.ts';

/** A worker of its own for reading a file: it inherits the content security policy of this one by a blob that imports its address. */
export class ReadingWorker<Readers> {
  readonly readers: Comlink.Remote<Readers>;
  readonly #worker: Worker;
  readonly #shim: string;
  #file: string;
  /** Comes when the worker dies. */
  readonly death: Promise<Result<never>>;

  /** `file`: what it reads, if that is known yet. */
  constructor(url: string, file?: File) {
    this.#file = file?.name ?? '';
    const program = `import ${JSON.stringify(new URL(url, import.meta.url).href)};`;
    this.#shim = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    this.#worker = new Worker(this.#shim, { type: 'module', name: 'import' });
    this.readers = Comlink.wrap<Readers>(this.#worker);
    this.death = new Promise((resolve) => {
      this.#worker.onerror = (event) => {
        event.preventDefault();
        const reason = event.message || 'Its reader stopped: it may be too large for it';
        resolve(err<AppError>({ kind: 'file-unreadable', file: this.#file, reason }));
      };
    });
  }

  /** Notes which file it reads from now on. */
  reads(file: File): void {
    this.#file = file.name;
  }

  /** The answer of the worker, or why it died. */
  race<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
    return Promise.race([answer, this.death]);
  }

  close(): void {
    this.#worker.terminate();
    URL.revokeObjectURL(this.#shim);
  }
}
