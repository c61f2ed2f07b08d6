import { transfer } from 'comlink';
import { err, ok, type Result } from '../../core/result.ts';
import { openColumns } from '../../data/importing/columnar/open-columns.ts';
import type { ColumnBatch } from '../../data/importing/columnar/columnar-reader.ts';
import type { ImportIssue } from '../../data/importing/contract.ts';
import type { ColumnarSource, ImportTools } from '../../data/importing/import-tools.ts';
import { readTable } from '../../data/importing/read-table.ts';

/** What is told of a typed file when it is opened. */
export interface OpenedColumns extends Pick<ColumnarSource, 'columns' | 'rows'> {
  /** Several may read a share of the batches each. */
  readonly canShare: boolean;
}

/** The heavy readers as a worker offers them: one for each file. Batches are handed over instead of copied. */
export class ImportReaders {
  #columns: ColumnarSource | undefined;

  readonly readTable: ImportTools['readTable'] = readTable;

  async openColumns(...given: Parameters<ImportTools['openColumns']>): Promise<Result<OpenedColumns>> {
    const opened = await openColumns(...given);
    if (!opened.ok) return opened;
    this.#columns = opened.value;
    const { columns, rows, skip } = opened.value;
    return ok({ columns, rows, canShare: skip !== undefined });
  }

  /** Leaves out the batches that others read. */
  skipColumns(batches: number): void {
    this.#columns?.skip?.(batches);
  }

  async nextColumns(most?: number): Promise<Result<ColumnBatch | undefined>> {
    if (this.#columns === undefined) return err({ kind: 'internal', message: 'No file is open' });
    const batch = await this.#columns.next(most);
    return batch.ok && batch.value ? transfer(batch, [batch.value.stream.buffer]) : batch;
  }

  columnIssues(): Promise<readonly ImportIssue[]> {
    return this.#columns?.issues() ?? Promise.resolve([]);
  }
}
