import type { ColumnBatch } from '../../columnar/columnar-reader.ts';
import { RowParser } from './row-parser.ts';
import type { TextFacts, TextForm } from './text-form.ts';

const chunkBytes = 8 * 2 ** 20;
/** A row isn't longer than this. */
const mostRowBytes = 128 * 2 ** 20;
/** The engine keeps rows in groups of 122,880: batches of whole groups go in twice as fast as others. */
const rowsInBatch = 2 * 122_880;

/** A regular text that is read chunk by chunk into batches of columns. */
export class TextColumnsReader {
  readonly #file: Blob;
  readonly #parser: RowParser;
  /** Bytes that were fetched, and how many of them are read. */
  #bytes = new Uint8Array(0);
  #read = 0;
  /** Where in the file the next bytes to be fetched begin. */
  #fetched = 0;
  #coming: Promise<ArrayBuffer> | undefined;
  #isIrregular = false;

  constructor(file: Blob, form: TextForm) {
    this.#file = file;
    this.#parser = new RowParser(form, rowsInBatch);
  }

  /** The next rows; undefined after the last and where the text isn't written regularly. Throws when the file can't be read. */
  async next(): Promise<ColumnBatch | undefined> {
    while (!this.#isIrregular && !this.#parser.isFull && this.#hasMore) {
      if (this.#read === this.#bytes.length) await this.#fetch();
      const read = this.#parser.read(this.#bytes, this.#read, this.#fetched === this.#file.size);
      if (read === undefined) this.#isIrregular = true;
      // The rest is the beginning of a row.
      else if (read === this.#read) await this.#fetch();
      else this.#read = read;
    }
    if (this.#isIrregular || this.#parser.held === 0) return undefined;
    const left = this.#bytes.length - this.#read;
    return { ...this.#parser.take(), fraction: (this.#fetched - left) / this.#file.size };
  }

  /** What all values showed; undefined when the text isn't written regularly: then none of its rows can be trusted. */
  facts(): TextFacts | undefined {
    return this.#isIrregular ? undefined : this.#parser.facts;
  }

  get #hasMore(): boolean {
    return this.#read < this.#bytes.length || this.#fetched < this.#file.size;
  }

  /** Puts the next bytes of the file after those that are not read yet, and has the ones after them fetched meanwhile. */
  async #fetch(): Promise<void> {
    const left = this.#bytes.subarray(this.#read);
    if (left.length > mostRowBytes) {
      this.#isIrregular = true;
      return;
    }
    const fetched = new Uint8Array(await (this.#coming ?? this.#slice()));
    this.#fetched += fetched.length;
    this.#coming = this.#fetched < this.#file.size ? this.#slice() : undefined;
    // Its failure is met where the bytes are needed.
    this.#coming?.catch(() => undefined);
    const bytes = left.length === 0 ? fetched : new Uint8Array(left.length + fetched.length);
    if (left.length > 0) {
      bytes.set(left);
      bytes.set(fetched, left.length);
    }
    this.#bytes = bytes;
    this.#read = 0;
  }

  #slice(): Promise<ArrayBuffer> {
    return this.#file.slice(this.#fetched, this.#fetched + chunkBytes).arrayBuffer();
  }
}
