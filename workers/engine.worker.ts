import * as Comlink from 'comlink';
import { browserHost } from '../src/engine/service/browser-host.ts';
import { EngineService } from '../src/engine/service/engine-service.ts';
import { importTools } from '../src/engine/service/import-tools.ts';

/** Saved tables are handed over instead of copied. */
class EngineDoor extends EngineService {
  override async save(): ReturnType<EngineService['save']> {
    const saved = await super.save();
    return saved.ok
      ? Comlink.transfer(
          saved,
          saved.value.map(({ bytes }) => bytes.buffer),
        )
      : saved;
  }
}

Comlink.expose(new EngineDoor(browserHost, importTools));
