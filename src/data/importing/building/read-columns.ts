import { ok, type Result } from '../../../core/result.ts';
import { insertBatches } from '../columnar/insert-batches.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { ImportTools, TextSource } from '../import-tools.ts';
import { canReadColumns, type TextColumn, type TextFacts } from '../text/columns/text-form.ts';
import type { CopyControl, PreparedFile } from './prepare-file.ts';
import { createStaged } from './row-tables.ts';
import type { NativeTypes } from './staged-columns.ts';

/** How the quick way is gone: what columns are expected, and who reads them. */
export interface QuickWay {
  readonly columns: readonly TextColumn[];
  readonly openText: ImportTools['openText'];
}

/** Rows that came in one pass. */
export interface ReadColumns {
  readonly natives: NativeTypes;
  readonly facts: TextFacts;
  /** Rows that repeat others; they are counted while the rows are worked on. */
  readonly repeatedRows: ReturnType<TextSource['repeatedRows']>;
}

/**
 * The quick way for files that are written plainly: one pass gives the rows with their types, and what there is to know of
 * them. The first row of another length, and the first number or day that is written otherwise, end it: undefined, and the
 * file has to be read as text. Fails when cancelled, when the file can't be read or when the engine fails.
 */
export const readColumns = async (
  database: ImportDatabase,
  table: string,
  { file, records }: PreparedFile,
  { columns, openText }: QuickWay,
  control: CopyControl,
): Promise<Result<ReadColumns | undefined>> => {
  if (!canReadColumns(records)) return ok(undefined);
  const { delimiter, quote, escape, header } = records;
  const opened = await openText(file, { records: { delimiter, quote, escape, header }, columns });
  if (!opened.ok) return opened;
  const source = opened.value;
  const natives = columns.map(({ type }) => (type === 'VARCHAR' ? undefined : type));
  let isCounting = false;
  try {
    return await createStaged(database, table, natives, async (held) => {
      const inserted = await insertBatches(database, held, source, control);
      if (!inserted.ok) return inserted;
      const facts = await source.facts();
      if (!facts.ok || facts.value === undefined) return facts.ok ? ok(undefined) : facts;
      isCounting = true;
      const repeatedRows = source.repeatedRows().finally(() => source.close());
      return ok({ natives, facts: facts.value, repeatedRows });
    });
  } finally {
    if (!isCounting) source.close();
  }
};
