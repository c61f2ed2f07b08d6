import * as Comlink from 'comlink';
import { browserHost } from '../src/engine/service/browser-host.ts';
import { browserImportTools } from '../src/engine/service/browser-import-tools.ts';
import { EngineService } from '../src/engine/service/engine-service.ts';
import filesUrl from './import.worker.ts?worker&url';
import textUrl from './text.worker.ts?worker&url';

/** Milliseconds after the start in which the page asks what it has to ask: for the stored data, for a shared view. */
const pageFirst = 50;

/** Milliseconds after a load before its tables are put into less room, and again after each time that it was interrupted. */
const settlingTime = 3000;

/** The engine's service; saved tables are handed over instead of copied, and idle time after the start is used. */
class EngineDoor extends EngineService {
  override async start(...how: Parameters<EngineService['start']>): ReturnType<EngineService['start']> {
    const started = await super.start(...how);
    if (started.ok) setTimeout(() => void this.warmUp(), pageFirst);
    return started;
  }

  override async load(...what: Parameters<EngineService['load']>): ReturnType<EngineService['load']> {
    const loaded = await super.load(...what);
    if (loaded.ok) this.#settleLater();
    return loaded;
  }

  override async save(): ReturnType<EngineService['save']> {
    const saved = await super.save();
    const buffers = saved.ok ? saved.value.map(({ bytes }) => bytes.buffer) : [];
    return Comlink.transfer(saved, buffers);
  }

  #settleLater(): void {
    setTimeout(() => void this.#settle(), settlingTime);
  }

  async #settle(): Promise<void> {
    const settled = await this.compress();
    if (!settled.ok && settled.error.kind === 'cancelled') this.#settleLater();
  }
}

Comlink.expose(new EngineDoor(browserHost, browserImportTools({ files: filesUrl, text: textUrl })));
