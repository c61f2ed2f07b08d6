import * as Comlink from 'comlink';
import type { AppError } from '../../core/app-error.ts';
import type { EngineContract } from '../contract.ts';

/**
 * One life of the engine's worker. It starts from a blob that only imports the worker's own address: such a worker
 * inherits the page's content security policy, one that is loaded from its address doesn't.
 */
export class WorkerConnection {
  readonly remote: Comlink.Remote<EngineContract>;
  /** Resolves when the worker is gone: a call to it that hasn't settled by then never will. */
  readonly death: Promise<AppError>;
  readonly #worker: Worker;
  #die: (error: AppError) => void = () => undefined;

  constructor(workerUrl: string) {
    const address = new URL(workerUrl, location.href).href;
    const shim = URL.createObjectURL(
      new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }),
    );
    this.#worker = new Worker(shim, { type: 'module', name: 'engine' });
    this.death = new Promise((resolve) => {
      this.#die = (error) => {
        this.#worker.terminate();
        URL.revokeObjectURL(shim);
        resolve(error);
      };
    });
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end(event.message || 'Its program could not be loaded');
    };
    this.#worker.onmessageerror = () => this.end('A message could not be read');
    this.remote = Comlink.wrap<EngineContract>(this.#worker);
  }

  /** Ends the worker, at whatever it is; calls that wait for it fail with `engine-crashed`. */
  end(message: string): void {
    this.#die({ kind: 'engine-crashed', message });
  }
}
