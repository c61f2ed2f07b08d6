import { err, ok, type Result } from '../../../core/result.ts';
import type { ColumnarFormat, ColumnarSource } from '../import-tools.ts';
import { columnarProblem } from './columnar-problem.ts';
import type { ColumnarReader } from './columnar-reader.ts';

const formatNames = { parquet: 'Parquet', arrow: 'Arrow' } as const;

const openReader = async (file: File, format: ColumnarFormat): Promise<ColumnarReader> => {
  if (format === 'parquet') return (await import('./parquet/open-parquet.ts')).openParquet(file);
  return (await import('./arrow/open-arrow.ts')).openArrow(file);
};

/** Opens a typed file; what its reader throws becomes a failure. Heavy: belongs in a worker of its own. */
export const openColumns = async (file: File, format: ColumnarFormat): Promise<Result<ColumnarSource>> => {
  const failed = (thrown: unknown): Result<never> =>
    err(columnarProblem(thrown, file.name, formatNames[format]));
  try {
    const reader = await openReader(file, format);
    if (reader.columns.length === 0)
      return err({ kind: 'file-not-a-table', file: file.name, detected: 'a file without columns' });
    return ok({
      columns: reader.columns,
      rows: reader.rows,
      next: async (most) => {
        try {
          return ok(await reader.next(most));
        } catch (thrown) {
          return failed(thrown);
        }
      },
      ...(reader.skip ? { skip: (batches: number) => reader.skip?.(batches) } : {}),
      issues: () => Promise.resolve(reader.issues()),
      close: () => undefined,
    });
  } catch (thrown) {
    return failed(thrown);
  }
};
