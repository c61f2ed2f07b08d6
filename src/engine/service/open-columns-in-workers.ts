import { ok, type Result } from '../../core/result.ts';
import { gatherColumnarFacts } from '../../data/importing/columnar/column-facts.ts';
import type { ColumnBatch } from '../../data/importing/columnar/columnar-reader.ts';
import type { ImportIssue } from '../../data/importing/contract.ts';
import type { ColumnarFormat, ColumnarSource } from '../../data/importing/import-tools.ts';
import { countRepeatedRows, gather } from './count-repeated-rows.ts';
import type { ColumnsInWorker, ImportReaders } from './import-readers.ts';
import { ReadingWorker } from './reading-worker.ts';

type ImportWorker = ReadingWorker<ImportReaders>;
type Batch = Promise<Result<ColumnBatch | undefined>>;

/** A file of more bytes is read by two at a time. */
const longFile = 16_000_000;

/** What several noticed: the same is said once, with all that it was said of. */
const mergeIssues = (lists: readonly (readonly ImportIssue[])[]): readonly ImportIssue[] => {
  const merged = new Map<string, ImportIssue>();
  for (const issue of lists.flat()) {
    const { code, count } = issue;
    const known = merged.get(code);
    const isCounted = code === 'unreadable-values' && known?.count !== undefined && count !== undefined;
    merged.set(code, isCounted ? { ...issue, count: (known.count ?? 0) + count } : issue);
  }
  return [...merged.values()];
};

/** A typed file that workers read, batch by batch in turns where it is long; their batches come in the order of the file. */
class ColumnsInWorkers {
  readonly #workers: ImportWorker[];
  readonly #open: () => Promise<Result<ImportWorker>>;
  readonly #canShare: boolean;
  /** The next batch of each worker. */
  readonly #coming: Batch[] = [];
  #turn = 0;
  #isStarted = false;

  constructor(
    { worker, opened }: { readonly worker: ImportWorker; readonly opened: ColumnsInWorker },
    file: File,
    open: () => Promise<Result<ImportWorker>>,
  ) {
    this.#workers = [worker];
    this.#open = open;
    this.#canShare = opened.canShare && file.size > longFile;
  }

  async next(most?: number): Batch {
    const [first] = this.#workers;
    if (first === undefined) return ok(undefined);
    if (!this.#canShare || most !== undefined) return first.race(first.readers.nextColumns(most));
    const started = this.#isStarted ? ok(undefined) : await this.#share(first);
    if (!started.ok) return started;
    const turn = this.#turn % this.#workers.length;
    const worker = this.#workers[turn];
    const batch = await this.#coming[turn];
    this.#turn += 1;
    if (worker) this.#coming[turn] = this.#ask(worker);
    return batch ?? ok(undefined);
  }

  async facts(): ReturnType<ColumnarSource['facts']> {
    const parts = gather(
      await Promise.all(this.#workers.map((worker) => worker.race(worker.readers.columnFacts()))),
    );
    return parts.ok ? ok(gatherColumnarFacts(parts.value)) : parts;
  }

  repeatedRows(): ReturnType<ColumnarSource['repeatedRows']> {
    return countRepeatedRows(this.#workers);
  }

  async issues(): Promise<readonly ImportIssue[]> {
    return mergeIssues(await Promise.all(this.#workers.map(({ readers }) => readers.columnIssues())));
  }

  close(): void {
    for (const worker of this.#workers) worker.close();
  }

  /** Has a second worker read every other batch. */
  async #share(first: ImportWorker): Promise<Result<undefined>> {
    this.#isStarted = true;
    this.#coming.push(this.#ask(first));
    const second = await this.#open();
    if (!second.ok) return second;
    this.#workers.push(second.value);
    await second.value.readers.skipColumns(1);
    this.#coming.push(this.#ask(second.value));
    return ok(undefined);
  }

  /** The next batch of a worker, which then leaves out the one that the other reads. */
  #ask(worker: ImportWorker): Batch {
    const batch = worker.race(worker.readers.nextColumns());
    void worker.readers.skipColumns(1);
    return batch;
  }
}

/** Opens a typed file in a worker; one that can't open it is closed. */
export const openColumnsInWorkers = async (
  url: string,
  file: File,
  format: ColumnarFormat,
): Promise<Result<ColumnarSource>> => {
  const start = async (): Promise<Result<{ worker: ImportWorker; opened: ColumnsInWorker }>> => {
    const worker = new ReadingWorker<ImportReaders>(url, file);
    const opened = await worker.race(worker.readers.openColumns(file, format));
    if (opened.ok) return ok({ worker, opened: opened.value });
    worker.close();
    return opened;
  };
  const first = await start();
  if (!first.ok) return first;
  const { columns, rows } = first.value.opened;
  const source = new ColumnsInWorkers(first.value, file, async () => {
    const more = await start();
    return more.ok ? ok(more.value.worker) : more;
  });
  return ok({
    columns,
    rows,
    next: (most) => source.next(most),
    facts: () => source.facts(),
    repeatedRows: () => source.repeatedRows(),
    issues: () => source.issues(),
    close: () => source.close(),
  });
};
