import type { AppError } from '../../core/app-error.ts';
import type { TableName } from '../tables/canonical-tables.ts';

/** How the bytes of a delimited text file are to be read. All of it is detected, shown and correctable. */
export interface Dialect {
  /** A label that `TextDecoder` knows: utf-8, utf-16le, utf-16be, windows-1252 … */
  readonly encoding: string;
  readonly delimiter: string;
  readonly quote: string;
  /** Lines before the header (or before the first row when there is none) that are not part of the table. */
  readonly skipLines: number;
  readonly hasHeader: boolean;
  readonly decimalMark: '.' | ',';
  readonly thousandsMark: '' | '.' | ',' | ' ' | "'";
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  /** Set when the date order can't be known: every day of the sample is 12 or less. */
  readonly dateOrderIsAGuess: boolean;
}

/** What the user said of a file instead of what was detected. */
export interface FileCorrection extends Partial<Dialect> {
  readonly sheet?: string | undefined;
}

/** What a column's values look like. */
export type ValueKind = 'empty' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean' | 'email' | 'text';

/** A column of the file as it was found. */
export interface SourceColumn {
  /** Unique in the file: a repeated header gets a suffix, an empty one a name. */
  readonly name: string;
  /** The header as written. */
  readonly header: string;
  readonly kind: ValueKind;
  /** Up to five different non-empty values, cut to 80 characters. */
  readonly samples: readonly string[];
  /** Share of the sample that is empty, 0–1. */
  readonly emptyShare: number;
  /** Different values in the sample. */
  readonly distinct: number;
}

/** Where a column goes. `reason` is shown: signature, header, or what the values look like. */
export interface ColumnMapping {
  readonly column: string;
  /** `table.column` of the canonical model, `attribute` for a customer attribute, or `ignore`. */
  readonly target: string;
  readonly confidence: number;
  readonly reason: string;
}

/** A sentence about something that was noticed, with its count: of rows, values, orders or customers, as the sentence says. */
export interface ImportIssue {
  readonly severity: 'info' | 'warning' | 'error';
  readonly code: string;
  readonly message: string;
  readonly count?: number;
}

/** What was found out about a file before loading it. */
export interface FileInspection {
  readonly file: string;
  readonly bytes: number;
  readonly format: 'csv' | 'xlsx';
  readonly compression: 'none' | 'gzip';
  /** For a workbook with several sheets: all of them, and the one described here. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  readonly dialect: Dialect;
  readonly columns: readonly SourceColumn[];
  /** First rows as text, for the preview; at most 20. */
  readonly preview: readonly (readonly string[])[];
  /** Signature that was recognised: `uci-online-retail`, `shopify-orders`, … or `generic`. */
  readonly source: string;
  /** Its name in words. */
  readonly sourceTitle: string;
  readonly mapping: readonly ColumnMapping[];
  /** Whether it can be loaded as proposed, or what must be decided first. */
  readonly questions: readonly ImportIssue[];
  readonly issues: readonly ImportIssue[];
  /** When the file can't be read at all. The other fields are then empty. */
  readonly error?: AppError;
}

/** The decision on one file: what the mapping screen hands to `load`. `file` is its name among the given files. */
export interface FilePlan {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly source: string;
  readonly dialect: Dialect;
  readonly mapping: readonly ColumnMapping[];
}

/** A row that was not kept, in its original words. Stays on this machine. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/** What happened to one file. `rowsRead = rowsKept + rowsRejected`. */
export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  /** The canonical table that most of its columns went to. */
  readonly table: TableName;
  /** All canonical tables that its rows went to. */
  readonly tables: readonly TableName[];
  readonly source: string;
  readonly dialect: Dialect;
  readonly mapping: readonly ColumnMapping[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsRejected: number;
  /** At most 1,000, in file order. */
  readonly rejected: readonly RejectedRow[];
  readonly issues: readonly ImportIssue[];
  readonly bytes: number;
  readonly ms: number;
}

/** What happened to all files of one load. */
export interface LoadReport {
  readonly files: readonly FileReport[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** About the files together: joins and their match rates, returns, cancellations, anonymous orders, currencies. */
  readonly issues: readonly ImportIssue[];
  readonly ms: number;
}
