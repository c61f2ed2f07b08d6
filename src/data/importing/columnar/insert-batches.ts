import { err, ok, type Result } from '../../../core/result.ts';
import type { CopyControl } from '../building/prepare-file.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { ColumnarSource } from '../import-tools.ts';

/** Puts all batches into a table and gives their rows. The next one is decoded while the engine takes the one before. */
export const insertBatches = async (
  database: ImportDatabase,
  table: string,
  source: Pick<ColumnarSource, 'next'> & { readonly rows?: number | undefined },
  control: CopyControl,
): Promise<Result<number>> => {
  let rows = 0;
  let coming = source.next();
  for (;;) {
    const batch = await coming;
    if (control.isCancelled()) return err({ kind: 'cancelled' });
    if (!batch.ok) return batch;
    if (batch.value === undefined) return ok(rows);
    const { stream, rows: more, fraction } = batch.value;
    coming = source.next();
    const inserted = await database.insertArrow(table, stream, more);
    if (!inserted.ok) {
      await coming;
      return inserted;
    }
    rows += more;
    if (source.rows !== undefined) control.onFraction(rows / source.rows);
    else if (fraction !== undefined) control.onFraction(fraction);
  }
};
