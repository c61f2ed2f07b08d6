import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '../../workers/engine.worker.ts?worker&url';
import { EngineClient } from '../engine/client/engine-client.ts';
import { App } from './app.svelte.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

declare global {
  interface Window {
    workbench: Workbench;
  }
}

/** Lets the built page work without a network; the development server has no service worker. */
const registerServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./service-worker.js').catch(() => {
    // Not allowed here (a private window, a file): the app works, only not offline.
  });
};

/** Makes the app, shows it at once, and starts the engine behind it. */
export const startApp = (): App => {
  const stored: { tables: App['workspaces']['data']['stored'] } = {
    tables: () => Promise.resolve({ ok: true, value: [] }),
  };
  const engine: EngineClient = new EngineClient({
    workerUrl,
    wasmUrl,
    storedTables: () => stored.tables(),
    treatments: () => app.quality.treatments,
  });
  const app = new App(engine);
  stored.tables = () => app.workspaces.data.stored();
  engine.onRestart = (event) => app.engineRestarted(event);
  app.privacy.start();
  const ready = app.start();
  window.workbench = createWorkbench(app, ready);
  registerServiceWorker();
  return app;
};
