import { err, ok, type Result } from '../../../../core/result.ts';
import { fileProblem } from '../read-head.ts';

/** Whole rows of a text, as they stand in it. */
export interface Block {
  /** From 0, in the order of the file. */
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Share of the file that ends with it. */
  readonly fraction: number;
}

/** Where blocks come from, one after another; undefined after the last. */
export interface BlockSource {
  next(): Promise<Result<Block | undefined>>;
}

/** How large pieces are. */
export interface BlockSizes {
  /** Bytes that are fetched at once. */
  readonly chunk: number;
  /** Rows in a block. */
  readonly rows: number;
  /** A block of more bytes ends with the row that it is in. */
  readonly bytes: number;
  /** A row isn't longer than this. */
  readonly row: number;
}

/** The engine keeps rows in groups of 122,880: blocks of whole groups go in twice as fast as others. */
const usualSizes: BlockSizes = {
  chunk: 8 * 2 ** 20,
  rows: 2 * 122_880,
  bytes: 64 * 2 ** 20,
  row: 128 * 2 ** 20,
};

const lineFeed = 10;

/**
 * Cuts a text into blocks of whole rows by its line feeds outside of quotes, which is right wherever the text is written
 * regularly; elsewhere the reader of the blocks meets something irregular.
 */
export class BlockCutter implements BlockSource {
  readonly #file: File;
  readonly #quote: number;
  readonly #sizes: BlockSizes;
  /** Chunks that are not in a block yet; all but the last have been looked through. */
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** How much of them was looked through, and where in them the last whole row ends. */
  #seen = 0;
  #rowEnd = 0;
  #rows = 0;
  #isQuoted = false;
  #fetched = 0;
  #coming: Promise<ArrayBuffer> | undefined;
  #index = 0;
  /** The block that was asked for last: several may ask at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `quote`: the ASCII character that encloses values, or none. */
  constructor(file: File, quote: string, sizes: Partial<BlockSizes> = {}) {
    this.#file = file;
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
    this.#sizes = { ...usualSizes, ...sizes };
  }

  next(): Promise<Result<Block | undefined>> {
    const block = this.#turn.then(() => this.#next());
    this.#turn = block;
    return block;
  }

  async #next(): Promise<Result<Block | undefined>> {
    try {
      while (!this.#isBlockFull && (this.#seen < this.#length || this.#fetched < this.#file.size)) {
        if (this.#seen === this.#length) await this.#fetch();
        this.#look();
      }
    } catch (thrown) {
      return err(fileProblem(thrown, this.#file.name));
    }
    if (this.#length === 0) return ok(undefined);
    return ok(this.#cut(this.#isBlockFull && this.#rowEnd > 0 ? this.#rowEnd : this.#length));
  }

  /** Rows that the block may have: the first one is half as long, so that there is something to do soon. */
  get #mostRows(): number {
    return this.#index === 0 ? Math.ceil(this.#sizes.rows / 2) : this.#sizes.rows;
  }

  get #isBlockFull(): boolean {
    const { bytes, row } = this.#sizes;
    return (
      this.#rows === this.#mostRows ||
      (this.#rowEnd > bytes && this.#rows > 0) ||
      this.#length - this.#rowEnd > row + this.#sizes.chunk
    );
  }

  /** Looks for line feeds until the block is full or the last chunk ends. */
  #look(): void {
    const chunk = this.#chunks.at(-1) ?? new Uint8Array(0);
    const before = this.#length - chunk.length;
    const quote = this.#quote;
    const { bytes: mostBytes } = this.#sizes;
    const mostRows = this.#mostRows;
    let isQuoted = this.#isQuoted;
    let at = this.#seen - before;
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineFeed && !isQuoted) {
        this.#rowEnd = before + at + 1;
        this.#rows += 1;
        if (this.#rows === mostRows || this.#rowEnd > mostBytes) {
          at += 1;
          break;
        }
      }
    }
    this.#isQuoted = isQuoted;
    this.#seen = before + at;
  }

  async #fetch(): Promise<void> {
    const chunk = new Uint8Array(await (this.#coming ?? this.#slice()));
    this.#fetched += chunk.length;
    this.#coming = this.#fetched < this.#file.size ? this.#slice() : undefined;
    // Its failure is met where the bytes are needed.
    this.#coming?.catch(() => undefined);
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  #slice(): Promise<ArrayBuffer> {
    return this.#file.slice(this.#fetched, this.#fetched + this.#sizes.chunk).arrayBuffer();
  }

  /** The first bytes as a block; the others stay. */
  #cut(end: number): Block {
    const bytes = new Uint8Array(end);
    let at = 0;
    const left: Uint8Array[] = [];
    for (const chunk of this.#chunks) {
      const taken = Math.min(chunk.length, end - at);
      bytes.set(chunk.subarray(0, taken), at);
      at += taken;
      if (taken < chunk.length) left.push(chunk.subarray(taken));
    }
    this.#chunks = left;
    this.#length -= end;
    this.#seen = Math.max(0, this.#seen - end);
    this.#rowEnd = 0;
    this.#rows = 0;
    const index = this.#index;
    this.#index += 1;
    return { index, bytes, fraction: (this.#fetched - this.#length) / this.#file.size };
  }
}
