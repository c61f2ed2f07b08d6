import { ok, type Result } from '../../../../core/result.ts';
import type { ColumnBatch } from '../../columnar/columnar-reader.ts';
import type { BlockSource } from './block-cutter.ts';
import { RowParser } from './row-parser.ts';
import type { RowsRead, TextForm } from './text-form.ts';

/** The rows of a block as columns. */
export interface BlockOfColumns {
  /** Its place among the blocks of the text. */
  readonly index: number;
  readonly batch: ColumnBatch;
}

/** Reads blocks of a regular text, all or some of them, into batches of columns. */
export class TextColumnsReader {
  readonly #blocks: BlockSource;
  readonly #parser: RowParser;
  /** Asked for while the one before is read. */
  #coming: ReturnType<BlockSource['next']> | undefined;
  #isIrregular = false;

  constructor(blocks: BlockSource, form: TextForm) {
    this.#blocks = blocks;
    this.#parser = new RowParser(form);
  }

  /** The next rows; undefined after the last and where the text isn't written regularly. Fails when the file can't be read. */
  async next(): Promise<Result<BlockOfColumns | undefined>> {
    const block = await (this.#coming ?? this.#blocks.next());
    if (!block.ok) return block;
    if (block.value === undefined || this.#isIrregular) return ok(undefined);
    this.#coming = this.#blocks.next();
    const { bytes, index, fraction } = block.value;
    this.#isIrregular = !this.#parser.read(bytes);
    return ok(this.#isIrregular ? undefined : { index, batch: { ...this.#parser.take(), fraction } });
  }

  /** What the values showed; undefined when the text isn't written regularly: then none of its rows can be trusted. */
  facts(): RowsRead | undefined {
    return this.#isIrregular ? undefined : this.#parser.facts;
  }

  /** The hashes of all rows that were read; they are gone from here then. */
  takeHashes(): ReturnType<RowParser['takeHashes']> {
    return this.#parser.takeHashes();
  }
}
