import { byteClass, byteClasses } from './byte-classes.ts';
import type { TextForm } from './text-form.ts';

const [lineFeed, carriageReturn] = [10, 13];

/** In place of a position: the bytes break off inside a value. */
export const unfinished = -1;
/** In place of a position: something is written otherwise than a strict reader expects. */
export const irregular = -2;

/** Finds one value after the other. What it found last stays in it, as a new object for each would cost more than the value. */
export class ValueScanner {
  /** The bytes in which the value stands, and where. */
  source: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** The classes of its bytes. */
  mask = 0;
  /** Whether CR stands between the value and the end of its line. */
  hasReturn = false;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #classes: Uint8Array;
  #unquoted: Uint8Array = new Uint8Array(1024);

  constructor({ delimiter, quote }: TextForm['records']) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
    this.#classes = byteClasses(this.#delimiter, this.#quote);
  }

  /** Finds the value that begins at a position. Gives where its delimiter or line end stands, or the bytes end; else {@link unfinished} or {@link irregular}. */
  scan(bytes: Uint8Array, at: number, isLast: boolean): number {
    this.hasReturn = false;
    if (bytes[at] === this.#quote) return this.#scanQuoted(bytes, at + 1, isLast);
    const end = this.#scanPlain(bytes, at);
    return end >= bytes.length && !isLast ? unfinished : end;
  }

  #scanPlain(bytes: Uint8Array, start: number): number {
    const classes = this.#classes;
    const { length } = bytes;
    let mask = 0;
    let at = start;
    for (; at < length; at += 1) {
      const kind = classes[bytes[at] as number] as number;
      if (kind >= byteClass.delimiter) break;
      mask |= kind;
    }
    this.source = bytes;
    this.start = start;
    this.end = at;
    this.mask = mask;
    if ((mask & (byteClass.quote | byteClass.nul | byteClass.return)) === 0) return at;
    return this.#endsInReturn(at) || at >= length ? at : irregular;
  }

  /** Whether the only thing that is special about the value is the CR of its line's end, which is taken off. */
  #endsInReturn(at: number): boolean {
    if ((this.mask & (byteClass.quote | byteClass.nul)) !== 0 || this.source[at] !== lineFeed) return false;
    if (this.source.indexOf(carriageReturn, this.start) !== at - 1) return false;
    this.end = at - 1;
    this.hasReturn = true;
    return true;
  }

  #scanQuoted(bytes: Uint8Array, start: number, isLast: boolean): number {
    const closing = this.#closingQuote(bytes, start);
    if (closing === unfinished) return isLast ? irregular : unfinished;
    if ((this.mask & byteClass.nul) !== 0) return irregular;
    const next = closing + 1;
    if (next >= bytes.length) return isLast ? next : unfinished;
    if (bytes[next] === this.#delimiter || bytes[next] === lineFeed) return next;
    if (bytes[next] !== carriageReturn) return irregular;
    if (next + 1 >= bytes.length) return isLast ? irregular : unfinished;
    this.hasReturn = true;
    return bytes[next + 1] === lineFeed ? next + 1 : irregular;
  }

  /** Where the quote stands that closes a value, of whose doubled quotes one each is left out; {@link unfinished} when it can't be told. */
  #closingQuote(bytes: Uint8Array, start: number): number {
    const classes = this.#classes;
    let copied = -1;
    this.mask = 0;
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte === this.#quote) {
        if (bytes[at + 1] !== byte) return this.#found(bytes, start, at, copied);
        if (copied < 0) copied = this.#copy(bytes, start, at);
        at += 1;
      } else this.mask |= (classes[byte] as number) & ~byteClass.return;
      if (copied >= 0) copied = this.#append(byte, copied);
    }
    return unfinished;
  }

  #found(bytes: Uint8Array, start: number, end: number, copied: number): number {
    const isCopied = copied >= 0;
    this.source = isCopied ? this.#unquoted : bytes;
    this.start = isCopied ? 0 : start;
    this.end = isCopied ? copied : end;
    return end;
  }

  #copy(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > this.#unquoted.length) this.#unquoted = new Uint8Array(2 * (end - start));
    this.#unquoted.set(bytes.subarray(start, end));
    return end - start;
  }

  #append(byte: number, at: number): number {
    if (at >= this.#unquoted.length) {
      const larger = new Uint8Array(2 * this.#unquoted.length);
      larger.set(this.#unquoted);
      this.#unquoted = larger;
    }
    this.#unquoted[at] = byte;
    return at + 1;
  }
}
