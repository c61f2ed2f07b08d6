import * as Comlink from 'comlink';
import { err, ok, type Result } from '../../core/result.ts';
import { BlockCutter, type BlockSource } from '../../data/importing/text/columns/block-cutter.ts';
import {
  TextColumnsReader,
  type BlockOfColumns,
} from '../../data/importing/text/columns/read-text-columns.ts';
import {
  buffersOf,
  countRepeatedRows,
  type HashedRows,
} from '../../data/importing/text/columns/row-hashes.ts';
import type { RowsRead, TextForm } from '../../data/importing/text/columns/text-form.ts';

const warmUpRows = 20_000;
const warmUpForm: TextForm = {
  records: { delimiter: ',', quote: '"' },
  columns: [
    { type: 'VARCHAR', isIdentifier: true },
    { type: 'DATE', isIdentifier: false },
    { type: 'VARCHAR', isIdentifier: true },
    { type: 'DOUBLE', isIdentifier: false },
    { type: 'DECIMAL(18, 4)', isIdentifier: false },
    { type: 'VARCHAR', isIdentifier: false },
  ],
};

/**
 * What a worker does for a long text: it either cuts the file into blocks for others, or reads the blocks that it gets from
 * the one that cuts. What is large is handed over instead of copied.
 */
export class TextReaders {
  #reader: TextColumnsReader | undefined;
  /** The block that was asked for last: one is read after another. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Reads invented rows, so that the browser has compiled the reader when real ones come. */
  async warmUp(): Promise<void> {
    const rows = Array.from(
      { length: warmUpRows },
      (_, row) =>
        `K-${row},2024-01-${10 + (row % 20)},C-${row % 97},${row % 7},${row % 89}.50,word ${row % 5}`,
    );
    const file = new File([rows.join('\n')], 'invented.csv');
    const reader = new TextColumnsReader(new BlockCutter(file, '"'), warmUpForm);
    await reader.next();
  }

  /** Cuts the file for those who listen at the other ends of these channels: each gets the next block that it asks for. */
  cut(file: File, quote: string, ports: readonly MessagePort[]): void {
    const cutter = new BlockCutter(file, quote);
    const next: BlockSource['next'] = async () => {
      const given = await cutter.next();
      return given.ok && given.value ? Comlink.transfer(given, [given.value.bytes.buffer]) : given;
    };
    for (const port of ports) Comlink.expose({ next }, port);
  }

  /** Will read the blocks that are given at the other end of this channel. */
  read(form: TextForm, port: MessagePort): void {
    this.#reader = new TextColumnsReader(Comlink.wrap<BlockSource>(port), form);
  }

  /** The next block that falls to this reader; undefined after the last and after something irregular. */
  next(): Promise<Result<BlockOfColumns | undefined>> {
    const reader = this.#reader;
    if (reader === undefined) return Promise.resolve(err({ kind: 'internal', message: 'No text is open' }));
    const block = this.#turn.then(() => reader.next());
    this.#turn = block;
    return block.then((read) =>
      read.ok && read.value ? Comlink.transfer(read, [read.value.batch.stream.buffer]) : read,
    );
  }

  /** What the rows that were read here showed; undefined when something was irregular. */
  facts(): Result<RowsRead | undefined> {
    return ok(this.#reader?.facts());
  }

  takeHashes(): Result<HashedRows | undefined> {
    const hashed = this.#reader?.takeHashes();
    return hashed ? Comlink.transfer(ok(hashed), [...buffersOf([hashed])]) : ok(hashed);
  }

  /** Counts rows that repeat others, of those that were read here and elsewhere. */
  countRepeatedRows(elsewhere: readonly HashedRows[]): Result<number | undefined> {
    const here = this.#reader?.takeHashes();
    return ok(countRepeatedRows(here ? [here, ...elsewhere] : elsewhere));
  }
}
