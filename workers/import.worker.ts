import { expose } from 'comlink';
import { readXlsxSheet } from '../src/data/importing/xlsx/read-xlsx-sheet.ts';

// Doorway to the readers that are too heavy for the engine's thread.
expose({ readXlsx: readXlsxSheet });
