import type { ColumnBatch } from '../../columnar/columnar-reader.ts';
import { RowParser } from './row-parser.ts';
import type { TextFacts, TextForm } from './text-form.ts';

const chunkBytes = 16 * 2 ** 20;
/** A row is not longer than this. */
const mostBytes = 8 * chunkBytes;

/** A regular text that is read chunk by chunk into batches of columns. */
export class TextColumnsReader {
  readonly #file: Blob;
  readonly #parser: RowParser;
  /** Where the rows begin that were not read yet. */
  #at = 0;
  #size = chunkBytes;
  #isIrregular = false;
  #coming: { readonly at: number; readonly bytes: Promise<ArrayBuffer> } | undefined;

  constructor(file: Blob, form: TextForm) {
    this.#file = file;
    this.#parser = new RowParser(form);
  }

  /** The part of the file that is read, 0–1. */
  get fraction(): number {
    return this.#file.size === 0 ? 1 : this.#at / this.#file.size;
  }

  /** The next rows; undefined after the last and where the text isn't written regularly. Throws when the file can't be read. */
  async next(): Promise<ColumnBatch | undefined> {
    while (!this.#isIrregular && this.#at < this.#file.size) {
      const end = Math.min(this.#file.size, this.#at + this.#size);
      const bytes = new Uint8Array(await this.#slice(this.#at, end));
      const read = this.#parser.read(bytes, end === this.#file.size);
      if (read === undefined || (read === 0 && this.#size >= mostBytes)) this.#isIrregular = true;
      else if (read === 0) this.#size *= 2;
      else {
        this.#at += read;
        this.#prepare();
        return { ...this.#parser.take(), fraction: this.fraction };
      }
    }
    return undefined;
  }

  /** What all values showed; undefined when the text isn't written regularly: then none of its rows can be trusted. */
  facts(): TextFacts | undefined {
    return this.#isIrregular ? undefined : this.#parser.facts;
  }

  /** Has the next bytes read while these are worked on. */
  #prepare(): void {
    const bytes = this.#file.slice(this.#at, this.#at + this.#size).arrayBuffer();
    // Its failure is met where the bytes are needed.
    bytes.catch(() => undefined);
    this.#coming = { at: this.#at, bytes };
  }

  async #slice(from: number, to: number): Promise<ArrayBuffer> {
    const coming = this.#coming;
    const bytes = coming?.at === from ? await coming.bytes : undefined;
    return bytes?.byteLength === to - from ? bytes : this.#file.slice(from, to).arrayBuffer();
  }
}
