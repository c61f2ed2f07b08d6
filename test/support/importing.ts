import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '../../src/core/result.ts';
import type { FileInspection, FilePlan, LoadReport } from '../../src/data/importing/contract.ts';
import type { ImportDatabase } from '../../src/data/importing/import-database.ts';
import { openColumns } from '../../src/data/importing/columnar/open-columns.ts';
import { importFiles, inspectFiles } from '../../src/data/importing/import-session.ts';
import type { ImportTools } from '../../src/data/importing/import-tools.ts';
import { readTable } from '../../src/data/importing/read-table.ts';
import { openText } from '../../src/data/importing/text/columns/open-text.ts';
import { valueOf, type TestEngine } from './engine.ts';

/** The import's tools in Node: the heavy readers run here, and durations are not measured. */
export const testTools: ImportTools = { readTable, openColumns, openText, now: () => 0 };

/** The engine as an import sees it. */
export const importDatabaseOf = (engine: TestEngine): ImportDatabase => ({
  exec: (sql) => engine.session.exec(sql),
  rows: (sql) => engine.session.rows(sql),
  registerFile: (name, file) => engine.session.registerFile(name, file),
  insertArrow: (table, stream, rows) => engine.session.insertHere(table, stream, rows),
  dropFile: async (name) => engine.session.dropFile(name),
});

/** A file of text or bytes. */
export const fileOf = (name: string, content: BlobPart): File => new File([content], name);

/** A file from disk, under its own name. */
export const fileFrom = (path: string): File => new File([readFileSync(path)], basename(path));

/** Looks at files as the drop zone does. */
export const inspectAll = async (...files: readonly File[]): Promise<readonly FileInspection[]> =>
  valueOf(await inspectFiles(files, testTools, () => undefined));

/** Looks at one file. */
export const inspectOne = async (file: File): Promise<FileInspection> => {
  const [inspection] = await inspectAll(file);
  if (inspection === undefined) throw new Error('nothing was inspected');
  return inspection;
};

/** Loads files as they are proposed; `plans` overrides what was proposed. */
export const tryImport = async (
  engine: TestEngine,
  files: readonly File[],
  plans?: readonly FilePlan[],
): Promise<Result<LoadReport>> =>
  importFiles(
    plans ?? (await inspectAll(...files)),
    files,
    importDatabaseOf(engine),
    testTools,
    () => undefined,
    () => false,
  );

/** Loads files as they are proposed and expects that to work. */
export const importAll = async (engine: TestEngine, ...files: readonly File[]): Promise<LoadReport> =>
  valueOf(await tryImport(engine, files));
