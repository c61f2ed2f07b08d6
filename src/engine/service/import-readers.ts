import { transfer } from 'comlink';
import { err, ok, type Result } from '../../core/result.ts';
import { openColumns } from '../../data/importing/columnar/open-columns.ts';
import type { ColumnBatch } from '../../data/importing/columnar/columnar-reader.ts';
import type { ImportIssue } from '../../data/importing/contract.ts';
import type { ColumnarSource, ImportTools, TextSource } from '../../data/importing/import-tools.ts';
import { readTable } from '../../data/importing/read-table.ts';
import { openText } from '../../data/importing/text/columns/open-text.ts';
import type { TextFacts } from '../../data/importing/text/columns/text-form.ts';

/** What is told of a typed file when it is opened. */
type OpenedColumns = Pick<ColumnarSource, 'columns' | 'rows'>;

/** The heavy readers as a worker offers them: one for each file. Batches are handed over instead of copied. */
export class ImportReaders {
  #source: Pick<ColumnarSource, 'next'> | undefined;
  #columns: ColumnarSource | undefined;
  #text: TextSource | undefined;

  readonly readTable: ImportTools['readTable'] = readTable;

  async openColumns(...given: Parameters<ImportTools['openColumns']>): Promise<Result<OpenedColumns>> {
    const opened = await openColumns(...given);
    if (!opened.ok) return opened;
    this.#source = this.#columns = opened.value;
    const { columns, rows } = opened.value;
    return ok({ columns, rows });
  }

  async nextColumns(most?: number): Promise<Result<ColumnBatch | undefined>> {
    if (this.#source === undefined) return err({ kind: 'internal', message: 'No file is open' });
    const batch = await this.#source.next(most);
    return batch.ok && batch.value ? transfer(batch, [batch.value.stream.buffer]) : batch;
  }

  columnIssues(): Promise<readonly ImportIssue[]> {
    return this.#columns?.issues() ?? Promise.resolve([]);
  }

  async openText(...given: Parameters<ImportTools['openText']>): Promise<Result<void>> {
    const opened = await openText(...given);
    if (!opened.ok) return opened;
    this.#source = this.#text = opened.value;
    return ok(undefined);
  }

  textFacts(): Promise<Result<TextFacts | undefined>> {
    return this.#text?.facts() ?? Promise.resolve(ok(undefined));
  }
}
