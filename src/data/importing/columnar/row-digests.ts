import type { RowHashes } from '../text/columns/row-hashes.ts';

/** Stands for a value that isn't there. */
const missing = 0x51ed270b;

/** Digests of the rows of a batch, which columns are mixed into one after another: two of 32 bits each. */
export class RowDigests {
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  readonly #isFilled: Uint8Array;

  constructor(rows: number) {
    this.#first = new Int32Array(rows);
    this.#second = new Int32Array(rows).fill(0x2545f491);
    this.#isFilled = new Uint8Array(rows);
  }

  /** Mixes a value into a row, by two words that stand for it. */
  mix(row: number, one: number, other: number): void {
    let first = Math.imul((this.#first[row] as number) ^ one, 0x9e3779b1);
    first ^= first >>> 15;
    const second = this.#second[row] as number;
    this.#first[row] = first;
    this.#second[row] = Math.imul(((second << 13) | (second >>> 19)) ^ other, 0x85ebca6b);
    this.#isFilled[row] = 1;
  }

  /** Notes that a row has no value in a column. */
  leaveOut(row: number): void {
    const was = this.#isFilled[row] as number;
    this.mix(row, missing, missing);
    this.#isFilled[row] = was;
  }

  /** Gives the digests of all rows with a value to those who count them; gives how many rows have none. */
  noteIn(hashes: RowHashes): number {
    let empty = 0;
    for (let row = 0; row < this.#first.length; row += 1) {
      if (this.#isFilled[row] === 0) {
        empty += 1;
        continue;
      }
      const second = this.#second[row] as number;
      hashes.note(this.#first[row] as number, second ^ (second >>> 16));
    }
    return empty;
  }
}
