import { ok } from '../../core/result.ts';
import type { ImportTools } from '../../data/importing/import-tools.ts';
import { openText } from '../../data/importing/text/columns/open-text.ts';
import type { ImportReaders } from './import-readers.ts';
import { openColumnsInWorkers } from './open-columns-in-workers.ts';
import { TextReading } from './read-text-in-workers.ts';
import { ReadingWorker } from './reading-worker.ts';

/** Text of fewer bytes is read sooner than a worker has started. */
const shortText = 2_000_000;

/** Addresses of the workers' programs. */
export interface ReadingPrograms {
  /** Reads whatever isn't plain text. */
  readonly files: string;
  /** Reads plain text. */
  readonly text: string;
}

/** What imports need in the browser: heavy readers work in workers of their own, for each reading anew. */
export const browserImportTools = (programs: ReadingPrograms): ImportTools => {
  const texts = new TextReading(programs.text);
  return {
    readTable: async (file, format, table) => {
      const worker = new ReadingWorker<ImportReaders>(programs.files, file);
      try {
        return await worker.race(worker.readers.readTable(file, format, table));
      } finally {
        worker.close();
      }
    },
    openColumns: (file, format) => openColumnsInWorkers(programs.files, file, format),
    openText: (file, form) =>
      file.size < shortText ? openText(file, form) : Promise.resolve(ok(texts.open(file, form))),
    expectText: (file) => {
      if (file.size >= shortText) texts.expect();
    },
    now: () => performance.now(),
  };
};
