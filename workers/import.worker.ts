import { expose } from 'comlink';
import { readXlsxSheet } from '../src/data/importing/xlsx/read-xlsx-sheet.ts';

/** Doorway to the readers that are too heavy for the engine's thread. */
const importReaders = { readXlsx: readXlsxSheet };

/** What the page and the engine see of this worker. */
export type ImportReaders = typeof importReaders;

expose(importReaders);
