import { byteClass, byteClasses } from './byte-classes.ts';
import type { TextForm } from './text-form.ts';

const [lineFeed, carriageReturn] = [10, 13];

/** In place of a position: something is written otherwise than a strict reader expects. */
const irregular = -1;

/**
 * Finds where the values of rows stand, strictly. Positions are kept in arrays, as an object for each value would cost
 * more than the value.
 */
export class RowIndex {
  /** Where values begin and end, row by row. An end below 0 is −1 − the end of a value whose quotes are doubled. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where rows begin and end, without their line ends. */
  readonly rowStarts: Int32Array;
  readonly rowEnds: Int32Array;
  /** Rows that were found. */
  rows = 0;
  /** Whether characters beyond ASCII were met. */
  hasHigh = false;
  /** Whether lines end in CR LF; undefined before the first. */
  hasReturns: boolean | undefined;
  /** Values in a row. */
  readonly width: number;
  readonly #most: number;
  readonly #classes: Uint8Array;
  readonly #delimiter: number;
  readonly #quote: number;
  #isDoubled = false;

  /** `most`: rows that are found at once. */
  constructor({ records, columns }: TextForm, most: number) {
    this.#most = most;
    this.width = columns.length;
    this.starts = new Int32Array(most * this.width);
    this.ends = new Int32Array(most * this.width);
    this.rowStarts = new Int32Array(most);
    this.rowEnds = new Int32Array(most);
    this.#delimiter = records.delimiter.charCodeAt(0);
    this.#quote = records.quote === '' ? -1 : records.quote.charCodeAt(0);
    this.#classes = byteClasses(this.#delimiter, this.#quote);
  }

  /** Finds as many rows as fit. Gives where the next one begins; undefined when something is irregular. */
  find(bytes: Uint8Array, from: number): number | undefined {
    this.rows = 0;
    this.hasHigh = false;
    let at = from;
    while (at < bytes.length && this.rows < this.#most) {
      at = this.#findRow(bytes, at);
      if (at === irregular) return undefined;
      this.rows += 1;
    }
    return at;
  }

  #findRow(bytes: Uint8Array, from: number): number {
    const first = this.rows * this.width;
    const last = first + this.width - 1;
    let at = from;
    for (let place = first; ; place += 1) {
      at = bytes[at] === this.#quote ? this.#findQuoted(bytes, at, place) : this.#findPlain(bytes, at, place);
      if (at === irregular) return at;
      if (place === last) return this.#endRow(bytes, from, at);
      if (bytes[at] !== this.#delimiter) return irregular;
      at += 1;
    }
  }

  #findPlain(bytes: Uint8Array, from: number, place: number): number {
    const end = this.#plainEnd(bytes, from);
    this.starts[place] = from;
    this.ends[place] = end;
    return end;
  }

  #findQuoted(bytes: Uint8Array, from: number, place: number): number {
    const end = this.#closingQuote(bytes, from + 1);
    this.starts[place] = from + 1;
    this.ends[place] = this.#isDoubled ? -1 - end : end;
    return end < 0 ? end : end + 1;
  }

  /** Where a value ends that isn't enclosed: at a delimiter, CR, LF or the end of the bytes. */
  #plainEnd(bytes: Uint8Array, from: number): number {
    const classes = this.#classes;
    const { length } = bytes;
    let high = 0;
    let at = from;
    for (; at < length; at += 1) {
      const kind = classes[bytes[at] as number] as number;
      if (kind > byteClass.high) break;
      high |= kind;
    }
    if (high !== 0) this.hasHigh = true;
    if (at === length) return at;
    const kind = classes[bytes[at] as number];
    return kind === byteClass.quote || kind === byteClass.nul ? irregular : at;
  }

  /** Where the quote stands that closes a value; notes whether quotes inside it are doubled. */
  #closingQuote(bytes: Uint8Array, from: number): number {
    const quote = this.#quote;
    const { length } = bytes;
    this.#isDoubled = false;
    for (let at = from; at < length; at += 1) {
      const byte = bytes[at] as number;
      if (byte > 127) this.hasHigh = true;
      else if (byte === 0) return irregular;
      else if (byte === quote) {
        if (bytes[at + 1] !== quote) return at;
        this.#isDoubled = true;
        at += 1;
      }
    }
    return irregular;
  }

  /** Ends a row whose last value is over. */
  #endRow(bytes: Uint8Array, from: number, at: number): number {
    const hasReturn = bytes[at] === carriageReturn;
    const feed = hasReturn ? at + 1 : at;
    this.rowStarts[this.rows] = from;
    this.rowEnds[this.rows] = at;
    if (feed >= bytes.length) return hasReturn ? irregular : feed;
    if (bytes[feed] !== lineFeed || hasReturn !== (this.hasReturns ??= hasReturn)) return irregular;
    return feed + 1;
  }
}
