import type { ImportIssue } from '../contract.ts';
import { csvLine, TextParts } from '../format/csv-writer.ts';

/** Longest gap of empty rows that is written; further ones would only be skipped again. */
const longestGap = 1000;

/** A later row is wider than those that were written. The sheet has to be read again. */
export class WiderRow extends Error {
  constructor(readonly width: number) {
    super('A later row is wider');
  }
}

const rowsBeforeWidth = 5000;

/** Writes the rows of a sheet as CSV, all equally wide, without empty rows at the end. */
export class SheetWriter {
  readonly #parts = new TextParts();
  readonly #errors = new Map<string, number>();
  #waiting: (readonly string[])[] = [];
  #width: number;
  #isFlowing = false;
  #isInTable = false;
  #written = 0;
  #gap = 0;
  cells = 0;
  hasDecimals = false;

  constructor(width = 0) {
    this.#width = width;
  }

  /** An error such as `#N/A` in place of a value. */
  addError(error: string): void {
    this.#errors.set(error, (this.#errors.get(error) ?? 0) + 1);
  }

  /** Rows without any cell. */
  skip(rows: number): void {
    this.#gap += rows;
  }

  /** Throws {@link WiderRow} where the row is wider than those that were already written. */
  add(row: readonly string[]): void {
    const width = row.findLastIndex((cell) => cell !== '') + 1;
    if (width === 0) {
      this.#gap += 1;
      return;
    }
    if (width > this.#width) {
      if (this.#isFlowing) throw new WiderRow(width);
      this.#width = width;
    }
    if (this.#gap <= longestGap) for (let gap = 0; gap < this.#gap; gap += 1) this.#push([]);
    this.#gap = 0;
    this.#push(row);
  }

  /** The sheet as a file; one without rows is empty. */
  toFile(name: string): File {
    this.#flow();
    return this.#parts.toFile(name);
  }

  /** What was found instead of values. */
  issues(): readonly ImportIssue[] {
    if (this.#errors.size === 0) return [];
    const kinds = [...this.#errors].map(([error, count]) => `${error} (${count})`).join(', ');
    const count = [...this.#errors.values()].reduce((sum, number) => sum + number, 0);
    const message = `Cells with an error instead of a value were left empty: ${kinds}`;
    return [{ severity: 'warning', code: 'error-cells', message, count }];
  }

  #push(row: readonly string[]): void {
    this.#waiting.push(row);
    this.#written += 1;
    if (this.#isFlowing || this.#written > rowsBeforeWidth) this.#flow();
  }

  #flow(): void {
    this.#isFlowing = this.#written > rowsBeforeWidth;
    for (const row of this.#waiting) {
      const filled = row.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0);
      if (filled > 1) this.#isInTable = true;
      // Titles above the table stay as short as they are: no row of the table is.
      const width = this.#isInTable ? this.#width : row.findLastIndex((cell) => cell !== '') + 1;
      this.#parts.add(
        width === 0 ? '\n' : csvLine(Array.from({ length: width }, (_, index) => row[index] ?? '')),
      );
    }
    this.#waiting = [];
  }
}
