/** Rows beyond these are not compared: a gigabyte of hashes. */
const mostRows = 100_000_000;
const buckets = 256;

/** The hashes of some rows, two of 32 bits each, one after another. */
interface Bucket {
  hashes: Int32Array<ArrayBuffer>;
  length: number;
}

/** The hashes of rows in 256 buckets, and how many rows there were. */
export interface HashedRows {
  readonly rows: number;
  readonly buckets: readonly Int32Array<ArrayBuffer>[];
}

/** What is handed over with hashed rows instead of being copied. */
export const buffersOf = (hashed: readonly HashedRows[]): readonly ArrayBuffer[] =>
  hashed.flatMap(({ buckets: all }) => all.map(({ buffer }) => buffer));

/** Hashes whose place in a table is taken are put in the next one; a table has twice as many places as hashes at least. */
const countRepeated = (parts: readonly Int32Array[]): number => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, length)));
  const [table, last] = [new Int32Array(2 * places), places - 1];
  let repeated = 0;
  for (const hashes of parts)
    for (let at = 0; at < hashes.length; at += 2) {
      const first = hashes[at] as number;
      const second = hashes[at + 1] as number;
      let place = first & last;
      for (;;) {
        const a = table[2 * place];
        const b = table[2 * place + 1];
        if (a === first && b === second) {
          repeated += 1;
          break;
        }
        if (a === 0 && b === 0) {
          table[2 * place] = first;
          table[2 * place + 1] = second;
          break;
        }
        place = (place + 1) & last;
      }
    }
  return repeated;
};

/** Rows that are equal to an earlier one, among all parts of a text; undefined when there are too many to know. */
export const countRepeatedRows = (parts: readonly HashedRows[]): number | undefined => {
  if (parts.reduce((sum, { rows }) => sum + rows, 0) > mostRows) return undefined;
  let repeated = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    repeated += countRepeated(parts.flatMap((part) => part.buckets[bucket] ?? []));
  return repeated;
};

/** Tells rows apart byte by byte, by hashes of 64 bits: among 50 million different rows, one is mistaken in ten thousand files. */
export class RowHashes {
  #buckets: readonly Bucket[] = Array.from({ length: buckets }, () => ({
    hashes: new Int32Array(256),
    length: 0,
  }));
  #rows = 0;

  /** Notes the row that stands in these bytes. */
  add(view: DataView, start: number, end: number): void {
    let first = end - start;
    let second = 0x9747b28c;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const word = view.getInt32(at, true);
      first = Math.imul(first ^ word, 0x9e3779b1);
      first ^= first >>> 15;
      second = Math.imul(((second << 13) | (second >>> 19)) ^ word, 0x85ebca6b);
    }
    for (; at < end; at += 1) {
      const byte = view.getUint8(at);
      first = Math.imul(first ^ byte, 0x9e3779b1);
      first ^= first >>> 15;
      second = Math.imul(((second << 13) | (second >>> 19)) ^ byte, 0x85ebca6b);
    }
    this.note(first, second ^ (second >>> 16));
  }

  /** Notes a row by its hash: two numbers of 32 bits, the second of which is as good in its lowest bits as in its others. */
  note(first: number, second: number): void {
    this.#rows += 1;
    if (this.#rows > mostRows) return;
    this.#put(this.#buckets[second & (buckets - 1)] as Bucket, first, second);
  }

  /** All hashes, which are forgotten here. */
  take(): HashedRows {
    const taken = this.#buckets.map(({ hashes, length }) => hashes.subarray(0, length));
    this.#buckets = [];
    return { rows: this.#rows, buckets: taken };
  }

  #put(bucket: Bucket, first: number, second: number): void {
    const { length } = bucket;
    if (length === bucket.hashes.length) {
      const larger = new Int32Array(2 * length);
      larger.set(bucket.hashes);
      bucket.hashes = larger;
    }
    // 0, 0 is an empty place.
    bucket.hashes[length] = first === 0 && second === 0 ? 1 : first;
    bucket.hashes[length + 1] = second;
    bucket.length = length + 2;
  }
}
