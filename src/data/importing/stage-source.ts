import { ok, type Result } from '../../core/result.ts';
import { prepareFile, type CopyControl } from './building/prepare-file.ts';
import { changedColumns } from './building/changed-columns.ts';
import { expectedColumns } from './building/expected-columns.ts';
import { dropRows } from './building/row-tables.ts';
import { stageFile, type StagedFile } from './building/stage-file.ts';
import { stageColumns } from './columnar/stage-columns.ts';
import type { FilePlan, FileReport } from './contract.ts';
import { openFile, type OpenedFile } from './format/open-file.ts';
import { workshop, type ImportDatabase } from './import-database.ts';
import type { ImportTools, TableText } from './import-tools.ts';
import { writtenText } from './inspect-typed.ts';
import { mostRejected } from './rejected-rows.ts';

/** A file whose rows are in the engine, and the rows that could not even get there. */
export interface StagedSource {
  readonly staged: StagedFile;
  readonly unwritten: Pick<TableText, 'rejected' | 'rowsRejected'>;
}

/** Where a file is put, and who is told. */
export interface StagePlace {
  readonly database: ImportDatabase;
  readonly tools: ImportTools;
  readonly table: string;
  /** While a file is unpacked or transcoded. */
  readonly control: CopyControl;
  /** While its rows go into the engine. */
  readonly reading: CopyControl;
  /** The rows are at hand and go into the engine now. */
  onPrepared(): void;
}

/** Text of more bytes than these is not kept uncompressed while it is worked on: about a gigabyte. */
const mostPlainBytes = 700_000_000;

const nothing = { rejected: [], rowsRejected: 0 } as const;

const stageText = async (file: File, plan: FilePlan, place: StagePlace): Promise<Result<StagedFile>> => {
  const prepared = await prepareFile(file, plan, place.control);
  if (!prepared.ok) return prepared;
  place.onPrepared();
  const quick = { columns: expectedColumns(plan, prepared.value), openText: place.tools.openText };
  const isLarge = prepared.value.file.size > mostPlainBytes;
  const table = isLarge ? place.table : `${workshop}.${place.table}`;
  const staged = await stageFile(place.database, table, prepared.value, place.reading, quick);
  if (!staged.ok || changedColumns(plan).size === 0) return staged;
  // What was seen is no longer so once texts are changed.
  const { facts: _, ...changed } = staged.value;
  return ok(changed);
};

const stageWritten = async (
  { file, format }: Extract<OpenedFile, { kind: 'written' }>,
  plan: FilePlan,
  place: StagePlace,
): Promise<Result<StagedSource>> => {
  const written = await place.tools.readTable(file, format, plan.sheet);
  if (!written.ok) return written;
  const { csv, issues, rejected, rowsRejected } = written.value;
  const dialect = { ...plan.dialect, ...writtenText };
  const staged = await stageText(csv, { ...plan, dialect }, place);
  if (!staged.ok) return staged;
  const source = { ...staged.value.source, format };
  return ok({
    staged: { ...staged.value, source, issues: [...issues, ...staged.value.issues] },
    unwritten: { rejected, rowsRejected },
  });
};

/** Reads a file into a table of the engine, whatever its format is. */
export const stageSource = async (
  file: File,
  plan: FilePlan,
  place: StagePlace,
): Promise<Result<StagedSource>> => {
  // A cancelled import leaves its own behind.
  const cleared = await dropRows(place.database, `${workshop}.${place.table}`);
  if (!cleared.ok) return cleared;
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  if (opened.value.kind === 'written') return stageWritten(opened.value, plan, place);
  if (opened.value.kind === 'text') {
    const staged = await stageText(opened.value.file, plan, place);
    return staged.ok ? ok({ staged: staged.value, unwritten: nothing }) : staged;
  }
  const { format } = opened.value;
  const source = await place.tools.openColumns(opened.value.file, format);
  if (!source.ok) return source;
  place.onPrepared();
  const { database, table, reading } = place;
  const staged = await stageColumns(database, table, source.value, { file, plan, format }, reading);
  return staged.ok ? ok({ staged: staged.value, unwritten: nothing }) : staged;
};

/** The report of a file, with the rows that could not even be put into the engine. */
export const withUnwritten = (
  report: FileReport,
  { rejected, rowsRejected }: StagedSource['unwritten'],
): FileReport =>
  rowsRejected === 0
    ? report
    : {
        ...report,
        rowsRead: report.rowsRead + rowsRejected,
        rowsRejected: report.rowsRejected + rowsRejected,
        rejected: [...rejected, ...report.rejected].slice(0, mostRejected),
      };
