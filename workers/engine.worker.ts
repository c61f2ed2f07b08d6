import * as Comlink from 'comlink';
import { browserHost } from '../src/engine/service/browser-host.ts';
import { browserImportTools } from '../src/engine/service/browser-import-tools.ts';
import { EngineService } from '../src/engine/service/engine-service.ts';
import importWorkerUrl from './import.worker.ts?worker&url';

/** The engine's service; saved tables are handed over instead of copied. */
class EngineDoor extends EngineService {
  override async save(): ReturnType<EngineService['save']> {
    const saved = await super.save();
    const buffers = saved.ok ? saved.value.map(({ bytes }) => bytes.buffer) : [];
    return Comlink.transfer(saved, buffers);
  }
}

Comlink.expose(new EngineDoor(browserHost, browserImportTools(importWorkerUrl)));
