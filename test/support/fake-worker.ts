import * as Comlink from 'comlink';
import type { EngineContract } from '../../src/engine/contract.ts';

/** What a fake worker does when it is asked; the rest of the contract is never called in a test. */
export type FakeEngine = Partial<EngineContract>;

/**
 * A `Worker` whose program is given by the test: each new one gets the next engine. Terminating it cuts the line, so
 * that calls are never answered, as with a real one.
 */
export const fakeWorkers = (
  engines: readonly FakeEngine[],
): { readonly Worker: unknown; readonly started: () => number } => {
  let started = 0;
  class FakeWorker {
    onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
    onmessageerror: (() => void) | null = null;
    readonly #page: MessagePort;
    readonly #inside: MessagePort;

    constructor() {
      const { port1, port2 } = new MessageChannel();
      this.#page = port1;
      this.#inside = port2;
      const engine = engines[started] ?? {};
      started += 1;
      Comlink.expose(engine, port2);
      port1.start();
    }

    postMessage(message: unknown, transfer: Transferable[] = []): void {
      this.#page.postMessage(message, transfer);
    }

    addEventListener(type: string, listener: EventListener): void {
      this.#page.addEventListener(type, listener);
    }

    removeEventListener(type: string, listener: EventListener): void {
      this.#page.removeEventListener(type, listener);
    }

    terminate(): void {
      this.#page.close();
      this.#inside.close();
    }
  }
  return { Worker: FakeWorker, started: () => started };
};
