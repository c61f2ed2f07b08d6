import type { RowIndex } from './row-index.ts';

/** So many names tell a header. */
const mostNames = 5;

/** Tells rows that repeat the header, by its first names. */
export class RepeatedHeader {
  /** Names with their columns. */
  readonly #names: readonly (readonly [column: number, name: Uint8Array])[];

  constructor(header: readonly string[]) {
    const encoder = new TextEncoder();
    const names = header.map((name, column) => [column, encoder.encode(name)] as const);
    this.#names = names.filter(([, name]) => name.length > 0).slice(0, mostNames);
  }

  /** Whether the header is among these rows again. One name alone may be a value. */
  isAmong(bytes: Uint8Array, index: RowIndex): boolean {
    const [first] = this.#names;
    if (first === undefined || this.#names.length < 2) return false;
    const [column, [byte]] = first;
    for (let row = 0; row < index.rows; row += 1) {
      if (bytes[index.starts[row * index.width + column] as number] !== byte) continue;
      if (this.#names.every(([at, name]) => isSame(name, bytes, index, row * index.width + at))) return true;
    }
    return false;
  }
}

const isSame = (name: Uint8Array, bytes: Uint8Array, { starts, ends }: RowIndex, place: number): boolean => {
  const start = starts[place] as number;
  return (
    name.length === (ends[place] as number) - start && name.every((byte, at) => bytes[start + at] === byte)
  );
};
