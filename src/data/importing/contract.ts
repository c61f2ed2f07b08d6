import type { AppError } from '../../core/app-error.ts';
import type { TableName } from '../tables/canonical-tables.ts';

/** How the bytes of a delimited text file are to be read. All of it is detected, shown and correctable. */
export interface Dialect {
  /** A label that `TextDecoder` knows: utf-8, utf-16le, utf-16be, windows-1252 … */
  readonly encoding: string;
  /** One or several characters; one space means any run of spaces. */
  readonly delimiter: string;
  readonly quote: string;
  /** What stands before a quote inside a quoted value: absent = the quote itself, doubled; `\\` = a backslash. */
  readonly escape?: string;
  /** Characters of a line, from 0, at which the fields of a fixed-width text begin. Set: delimiter and quote mean nothing. */
  readonly widths?: readonly number[];
  /** Lines before the header (or before the first row when there is none) that are not part of the table. */
  readonly skipLines: number;
  readonly hasHeader: boolean;
  /** Rows that name the columns together, when more than one; their cells are joined. */
  readonly headerRows?: number;
  /** Lines at the end of the file that are not part of the table: totals, notes. */
  readonly footerLines?: number;
  /** Which of several tables in the file, from 0; `skipLines`, `lastLine` and `footerLines` belong to it. Absent when there is one. */
  readonly table?: number;
  /** Physical line, from 1, on which the table ends because another one follows. */
  readonly lastLine?: number;
  readonly decimalMark: '.' | ',';
  readonly thousandsMark: '' | '.' | ',' | ' ' | "'";
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  /** Set when the date order can't be known: every day of the sample is 12 or less. */
  readonly dateOrderIsAGuess: boolean;
  /** Set when nothing in the sample proves the decimal mark, though it matters: there are numbers such as 1.234. */
  readonly decimalMarkIsAGuess?: boolean;
}

/** What the user said of a file instead of what was detected. */
export interface FileCorrection extends Partial<Dialect> {
  readonly sheet?: string | undefined;
}

/** What a column's values look like. */
export type ValueKind = 'empty' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean' | 'email' | 'text';

/** What personal data a column seems to hold. `free-text` is text in which e-mail addresses or phone numbers occur. */
export type PersonalKind =
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'card'
  | 'iban'
  | 'birth-date'
  | 'national-id'
  | 'ip-address'
  | 'free-text';

/** Why a column is taken for personal data: `reason` is shown, `confidence` is 0–1. */
export interface PersonalData {
  readonly kind: PersonalKind;
  readonly confidence: number;
  readonly reason: string;
}

/**
 * What happens to a column before anything of it is stored: `drop` = it is not loaded, `pseudonymise` = each value becomes
 * a hash that is the same for the same value and the same {@link FilePlan.salt}, so that files still join by it.
 */
export type PrivacyTreatment = 'keep' | 'drop' | 'pseudonymise';

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
  /** Set when it looks personal. */
  readonly personal?: PersonalData;
}

/** Where a column goes. `reason` is shown: signature, header, or what the values look like. */
export interface ColumnMapping {
  readonly column: string;
  /** `table.column` of the canonical model, `attribute` for a customer attribute, or `ignore`. */
  readonly target: string;
  readonly confidence: number;
  readonly reason: string;
  /** What personal data it holds, as far as could be seen; for the report. */
  readonly personal?: PersonalKind;
  /** Absent = keep. Proposed for payment cards and national ids. */
  readonly privacy?: PrivacyTreatment;
}

/** A value with the physical line of the file on which its row begins. */
export interface LineExample {
  readonly line: number;
  readonly text: string;
}

/** A sentence about something that was noticed, with its count: of rows, values, orders or customers, as the sentence says. */
export interface ImportIssue {
  readonly severity: 'info' | 'warning' | 'error';
  readonly code: string;
  readonly message: string;
  readonly count?: number;
  /** A few of the values that it is about, in file order. */
  readonly examples?: readonly LineExample[];
}

/** A table among several in one file, by its physical lines from 1, header included. */
export interface TablePlace {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a file is, told from its bytes. */
export type FileFormat =
  'csv' | 'fixed-width' | 'xlsx' | 'xls' | 'ods' | 'parquet' | 'arrow' | 'json' | 'ndjson';

/** What was found out about a file before loading it. */
export interface FileInspection {
  readonly file: string;
  readonly bytes: number;
  /** `csv` is any delimited text. */
  readonly format: FileFormat;
  /** `zip`: it is a member of an archive, and called `archive.zip/folder/member.csv`. */
  readonly compression: 'none' | 'gzip' | 'zip';
  /** For a workbook with several sheets, or JSON with several lists of records: all of them, and the one described here. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  readonly dialect: Dialect;
  /** The tables that its head holds, when several: another one is chosen by the correction `table`. */
  readonly tables?: readonly TablePlace[];
  readonly columns: readonly SourceColumn[];
  /** First rows as text, for the preview; at most 20. */
  readonly preview: readonly (readonly string[])[];
  /** Signature that was recognised: `uci-online-retail`, `shopify-orders`, …, `generic`, or `unknown` when nothing was. */
  readonly source: string;
  /** Its name in words. */
  readonly sourceTitle: string;
  readonly mapping: readonly ColumnMapping[];
  /** How sure the mapping is as a whole, 0–1: as sure as its least sure essential column; 0 when something is missing. */
  readonly confidence?: number;
  /** Whether it can be loaded as proposed, or what must be decided first. */
  readonly questions: readonly ImportIssue[];
  readonly issues: readonly ImportIssue[];
  /** Set when the mapping is one that was decided before for files with these columns: the id of that profile. */
  readonly profile?: string;
  /** Corrected values that were decided with it, for the plan. */
  readonly fixes?: readonly ValueFix[];
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
  /** Secret of the workspace that pseudonyms are made with; the same for all files that should join. Never stored with the data. */
  readonly salt?: string;
  /** Values that are read as other ones, such as near-misses that the user accepted. Absent from the next plan = undone. */
  readonly fixes?: readonly ValueFix[];
}

/** A value of a column that is read as another one. `from` and `to` alike: the value is right as it is, and is not joined to a like one. */
export interface ValueFix {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** A row that was not kept, in its original words. Stays on this machine. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  readonly text: string;
  /** Its cells, for writing it out again; absent when they are too long to be kept. */
  readonly cells?: readonly string[];
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
  /** Names of the file's columns in file order, for writing its rejected rows. */
  readonly columns?: readonly string[];
  /** Set when nothing of the file could be used: `tables` is empty, `table` means nothing, no row was read, and an issue says why. */
  readonly isUnused?: true;
}

/** A value that another file does not have, and the only value there that it could be meant for. */
export interface NearMiss {
  readonly value: string;
  readonly candidate: string;
  /** Rows that say so. */
  readonly rows: number;
  /** 0–1; 1 when they differ by case, spaces, punctuation, accents, leading zeros or a constant prefix only. */
  readonly similarity: number;
  /** It was joined on its own, as the difference is one of form only. Otherwise it waits for a {@link ValueFix}. */
  readonly isJoined: boolean;
}

/** A column of a file whose values are found in a column of another file. */
export interface FileJoin {
  readonly from: { readonly file: string; readonly column: string };
  readonly to: { readonly file: string; readonly column: string };
  /** What is named: a customer, an order, a product … in words. */
  readonly names: string;
  /** Rows whose value was found, of those that have one; after near-misses were joined. */
  readonly matched: number;
  readonly total: number;
  /** The same in different values. */
  readonly valuesMatched: number;
  readonly values: number;
  /** At most 50, the most frequent first. */
  readonly nearMisses: readonly NearMiss[];
}

/** Whether files take the place of what is loaded or are added to it, what has the same key as one row. */
export type LoadMode = 'replace' | 'append';

/** What a load changed in one table, in rows. `before − removed + added = after`. */
export interface TableChange {
  readonly table: string;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  /** Under the same key, with other values. */
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** What a load changed in a figure: customers, purchases, net revenue (in the currency of the data). */
export interface HeadlineChange {
  readonly key: 'customers' | 'orders' | 'revenue';
  readonly before: number;
  readonly after: number;
}

/** What happened to all files of one load. */
export interface LoadReport {
  readonly files: readonly FileReport[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** About the files together: joins and their match rates, returns, cancellations, anonymous orders, currencies. */
  readonly issues: readonly ImportIssue[];
  /** How the files refer to each other, where more than one was loaded. */
  readonly joins?: readonly FileJoin[];
  readonly ms: number;
  /** How it was loaded; absent where there was no choice, as in reports of earlier versions. */
  readonly mode?: LoadMode;
  /** What is different from the data before, by table; absent when there were none. */
  readonly changes?: readonly TableChange[];
  /** The same for the figures that everyone knows. */
  readonly headlines?: readonly HeadlineChange[];
}
