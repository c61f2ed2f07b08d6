import { err, ok, type Result } from '../../../core/result.ts';
import type { ColumnarFormat, ColumnarSource } from '../import-tools.ts';
import { countRepeatedRows, type HashedRows } from '../text/columns/row-hashes.ts';
import { toStream } from './arrow-columns.ts';
import { ColumnarFactsCollector } from './column-facts.ts';
import { columnarProblem } from './columnar-problem.ts';
import type { ColumnarReader } from './columnar-reader.ts';

const formatNames = { parquet: 'Parquet', arrow: 'Arrow' } as const;

const openReader = async (file: File, format: ColumnarFormat): Promise<ColumnarReader> => {
  if (format === 'parquet') return (await import('./parquet/open-parquet.ts')).openParquet(file);
  return (await import('./arrow/open-arrow.ts')).openArrow(file);
};

/** A typed file that is read on this thread, by one reader or one of several. */
export interface OpenedColumns extends ColumnarSource {
  /** The hashes of all rows that were read; they are gone from here then. */
  takeHashes(): HashedRows;
}

/** Opens a typed file; what its reader throws becomes a failure. Heavy: belongs in a worker of its own. */
export const openColumns = async (file: File, format: ColumnarFormat): Promise<Result<OpenedColumns>> => {
  const failed = (thrown: unknown): Result<never> =>
    err(columnarProblem(thrown, file.name, formatNames[format]));
  try {
    const reader = await openReader(file, format);
    if (reader.columns.length === 0)
      return err({ kind: 'file-not-a-table', file: file.name, detected: 'a file without columns' });
    const collector = new ColumnarFactsCollector();
    return ok({
      columns: reader.columns,
      rows: reader.rows,
      next: async (most) => {
        try {
          const read = await reader.next(most);
          if (read === undefined) return ok(undefined);
          const { columns, rows } = read;
          // Samples are not all that there is.
          if (most === undefined) collector.add(columns, rows);
          return ok({ stream: toStream(columns), rows });
        } catch (thrown) {
          return failed(thrown);
        }
      },
      ...(reader.skip ? { skip: (batches: number) => reader.skip?.(batches) } : {}),
      facts: () => Promise.resolve(ok(collector.facts)),
      takeHashes: () => collector.takeHashes(),
      repeatedRows: () => Promise.resolve(ok(countRepeatedRows([collector.takeHashes()]))),
      issues: () => Promise.resolve(reader.issues()),
      close: () => undefined,
    });
  } catch (thrown) {
    return failed(thrown);
  }
};
