import { expose } from 'comlink';
import { ImportReaders } from '../src/engine/service/import-readers.ts';

// Doorway to the readers that are too heavy for the engine's thread.
expose(new ImportReaders());
