import type { ImportIssue, RejectedRow } from '../contract.ts';
import { mostRejected } from '../rejected-rows.ts';
import { csvLine, TextParts } from '../format/csv-writer.ts';
import { flattenRecord, keyMark, type FieldListener, type JsonValue } from './flatten-record.ts';

const mostColumns = 2000;
const longestText = 2000;
/** Records after which rows are written under the columns that are known so far. */
const recordsBeforeWriting = 5000;

/** What was learnt of a file's columns: the keys that lead to each, as one text. */
export type KnownColumns = readonly string[];

/** Writes records as CSV: nested fields are columns of their own, with dots in their names. */
export class RecordWriter {
  readonly #columns = new Map<string, number>();
  readonly #listener: FieldListener;
  readonly #lists = new Set<string>();
  readonly #parts = new TextParts();
  readonly #rejected: RejectedRow[] = [];
  #rowsRejected = 0;
  #row: string[] = [];
  #waiting: string[][] = [];
  #written = 0;
  #widthWritten: number | undefined;
  #leftOut = 0;
  hasDecimals = false;

  constructor(known: KnownColumns = []) {
    for (const key of known) this.#columnOf(key);
    this.#listener = {
      field: (key, text) => this.#field(key, text),
      list: (key) => this.#lists.add(key.replaceAll(keyMark, '.')),
      decimal: () => (this.hasDecimals = true),
    };
  }

  /** A record, or a row whose cells belong to the columns in order. */
  add(value: JsonValue): void {
    this.#row = [];
    if (Array.isArray(value))
      value.forEach((cell, index) => flattenRecord(cell as JsonValue, this.#listener, String(index), 1));
    else flattenRecord(value, this.#listener);
    this.#waiting.push(this.#row);
    this.#written += 1;
    if (this.#written > recordsBeforeWriting) this.#flow();
  }

  reject(line: number, text: string, reason: string): void {
    this.#rowsRejected += 1;
    if (this.#rejected.length < mostRejected)
      this.#rejected.push({ line, reason, text: text.slice(0, longestText) });
  }

  /** Columns turned up after rows had been written without them: all has to be written again under these. */
  get missing(): KnownColumns | undefined {
    return this.#widthWritten !== undefined && this.#widthWritten < this.#columns.size
      ? [...this.#columns.keys()]
      : undefined;
  }

  get rows(): number {
    return this.#written;
  }

  get rejected(): { readonly rejected: readonly RejectedRow[]; readonly rowsRejected: number } {
    return { rejected: this.#rejected, rowsRejected: this.#rowsRejected };
  }

  /** The records as a file. @param names of the columns where the fields have none of their own */
  toFile(name: string, names?: readonly string[]): File {
    this.#flow();
    const header = [...this.#columns.keys()].map(
      (key, index) => names?.[index] ?? (key.replaceAll(keyMark, '.') || 'value'),
    );
    return this.#parts.toFile(name, csvLine(header));
  }

  issues(): readonly ImportIssue[] {
    const issues: ImportIssue[] = [];
    if (this.#lists.size > 0) {
      const names = [...this.#lists].slice(0, 5).map((name) => `“${name.slice(0, 40)}”`);
      const message = `Lists of records within rows were kept as text: ${names.join(', ')}`;
      issues.push({ severity: 'info', code: 'nested-lists', message, count: this.#lists.size });
    }
    if (this.#leftOut > 0) {
      const message = `The records have more than ${mostColumns} different fields: values of further ones were left out`;
      issues.push({ severity: 'warning', code: 'fields-left-out', message, count: this.#leftOut });
    }
    return issues;
  }

  #field(key: string, text: string): void {
    const column = this.#columnOf(key);
    if (column !== undefined) this.#row[column] = text;
    else if (text !== '') this.#leftOut += 1;
  }

  #columnOf(key: string): number | undefined {
    const known = this.#columns.get(key);
    if (known !== undefined || this.#columns.size >= mostColumns) return known;
    this.#columns.set(key, this.#columns.size);
    return this.#columns.size - 1;
  }

  #flow(): void {
    const width = this.#columns.size;
    if (this.#waiting.length > 0) this.#widthWritten ??= width;
    for (const row of this.#waiting)
      this.#parts.add(csvLine(Array.from({ length: width }, (_, index) => row[index] ?? '')));
    this.#waiting = [];
  }
}
