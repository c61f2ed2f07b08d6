import { transfer } from 'comlink';
import { err, ok, type Result } from '../../core/result.ts';
import { openColumns, type OpenedColumns } from '../../data/importing/columnar/open-columns.ts';
import type { ColumnBatch } from '../../data/importing/columnar/columnar-reader.ts';
import type { ImportIssue } from '../../data/importing/contract.ts';
import type { ColumnarSource, ImportTools } from '../../data/importing/import-tools.ts';
import {
  buffersOf,
  countRepeatedRows,
  type HashedRows,
} from '../../data/importing/text/columns/row-hashes.ts';
import { readTable } from '../../data/importing/read-table.ts';

/** What is told of a typed file when it is opened. */
export interface ColumnsInWorker extends Pick<ColumnarSource, 'columns' | 'rows'> {
  /** Several may read a share of the batches each. */
  readonly canShare: boolean;
}

/** The heavy readers as a worker offers them: one for each file. Batches are handed over instead of copied. */
export class ImportReaders {
  #columns: OpenedColumns | undefined;

  readonly readTable: ImportTools['readTable'] = readTable;

  async openColumns(...given: Parameters<ImportTools['openColumns']>): Promise<Result<ColumnsInWorker>> {
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

  columnFacts(): ReturnType<ColumnarSource['facts']> {
    return this.#columns?.facts() ?? Promise.resolve(ok(undefined));
  }

  takeHashes(): Result<HashedRows | undefined> {
    const hashed = this.#columns?.takeHashes();
    return hashed ? transfer(ok(hashed), [...buffersOf([hashed])]) : ok(hashed);
  }

  /** Counts rows that repeat others, of those that were read here and elsewhere. */
  countRepeatedRows(elsewhere: readonly HashedRows[]): Result<number | undefined> {
    const here = this.#columns?.takeHashes();
    return ok(countRepeatedRows(here ? [here, ...elsewhere] : elsewhere));
  }

  columnIssues(): Promise<readonly ImportIssue[]> {
    return this.#columns?.issues() ?? Promise.resolve([]);
  }
}
