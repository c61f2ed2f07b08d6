import { err, ok, type Result } from '../../core/result.ts';
import type { Dialect, FileInspection, ImportIssue } from './contract.ts';
import { detectDialect } from './dialect/detect-dialect.ts';
import { detectEncoding } from './format/detect-encoding.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { personalIssues, proposeTreatment } from './privacy/propose-treatment.ts';
import { layOut } from './text/lay-out.ts';
import { RepairNotes } from './text/repair-notes.ts';
import { structureIssues } from './text/structure-issues.ts';
import { unlikeRest } from './text/unlike-rest.ts';
import { profileColumn } from './values/profile-column.ts';

/** Pieces of a text file. */
export interface TextPieces {
  readonly file: string;
  readonly head: Uint8Array;
  /** The head is the whole file. */
  readonly isWhole: boolean;
  readonly later: readonly Uint8Array[];
}

/** What a text file was found to be. */
export type TextInspection = Pick<
  FileInspection,
  | 'dialect'
  | 'tables'
  | 'columns'
  | 'preview'
  | 'source'
  | 'sourceTitle'
  | 'mapping'
  | 'confidence'
  | 'questions'
  | 'issues'
>;

const previewRows = 20;
const longestPreviewCell = 200;

/** Decodes a piece; one that is cut off loses its last, partial line. */
const decodeHead = (bytes: Uint8Array, encoding: string, isWhole: boolean): string => {
  const text = new TextDecoder(encoding).decode(bytes);
  if (isWhole) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.includes('\n') ? -1 : text.lastIndexOf('\r'));
  return end > 0 ? text.slice(0, end + 1) : text;
};

/** A later piece without the partial line at its beginning and, unless it reaches to the end of the file, its end. */
const decodeLater = (bytes: Uint8Array, encoding: string, isLast: boolean): string => {
  const text = new TextDecoder(encoding).decode(bytes);
  const ends = text.includes('\n') ? '\n' : '\r';
  return text.slice(text.indexOf(ends) + 1, isLast ? undefined : text.lastIndexOf(ends) + 1);
};

/** Asked where nothing tells day and month apart. */
export const dateQuestion: ImportIssue = {
  severity: 'warning',
  code: 'date-order-guess',
  message:
    'Every day in the sample is 12 or less, so day and month can’t be told apart: please check the date order',
};

const markQuestion: ImportIssue = {
  severity: 'warning',
  code: 'decimal-mark-guess',
  message:
    'Nothing in the sample tells whether numbers such as 1.234 or 1,234 are decimals or thousands: please check the decimal mark',
};

/** What should be said about an encoding that the bytes don't prove. */
const encodingIssues = (encoding: string, isGiven: boolean): readonly ImportIssue[] => {
  if (isGiven || encoding.startsWith('utf-')) return [];
  const isUsual = encoding === 'windows-1252';
  const message = `The file is not UTF-8: it is read as ${encoding}${isUsual ? '' : ', by its words: please check the letters beyond a–z'}`;
  return [{ severity: isUsual ? 'info' : 'warning', code: 'encoding-guess', message }];
};

const repeatedHeaders = (headers: readonly string[]): readonly ImportIssue[] => {
  const names = headers.map((header) => header.trim().toLowerCase()).filter((header) => header !== '');
  const count = names.length - new Set(names).size;
  if (count === 0) return [];
  const message = 'Headers that occur twice were numbered; the first one keeps its name';
  return [{ severity: 'warning', code: 'duplicate-headers', message, count }];
};

const endUnseen: ImportIssue = {
  severity: 'warning',
  code: 'end-not-looked-at',
  message:
    'The file is packed and long: only its beginning was looked at. If there are totals or notes below the table, say how many lines they are; otherwise they are read as rows',
};

const unseenEnd = ({ isWhole, later }: TextPieces): readonly ImportIssue[] =>
  isWhole || later.length > 0 ? [] : [endUnseen];

/** Works out dialect, columns and mapping of a text file from its pieces; a given dialect is kept. */
export const inspectText = (pieces: TextPieces, corrections?: Partial<Dialect>): Result<TextInspection> => {
  const encoding = corrections?.encoding ?? detectEncoding([pieces.head, ...pieces.later]);
  const head = decodeHead(pieces.head, encoding, pieces.isWhole);
  if (head.trim() === '') return err({ kind: 'file-empty', file: pieces.file });
  const later = pieces.later.map((bytes, index) =>
    decodeLater(bytes, encoding, index === pieces.later.length - 1),
  );
  const detected = detectDialect({ head, isWhole: pieces.isWhole, later }, encoding, corrections);
  const { dialect } = detected;
  const layout = layOut(head, dialect, pieces.isWhole);
  const { names, headers, rows } = layout;
  if (rows.length === 0 && pieces.isWhole)
    return err({ kind: 'file-header-only', file: pieces.file, columns: names.length });
  const repairs = new RepairNotes();
  for (const { repair, line } of rows) if (repair !== undefined) repairs.add(repair, line);
  const cells = names.map((_, index) => rows.map(({ fields }) => fields[index] ?? ''));
  const columns = names.map((name, index) => profileColumn(name, headers[index] ?? '', cells[index] ?? []));
  const proposed = proposeMapping({ columns, cells, hasHeader: dialect.hasHeader, name: pieces.file });
  const mapping = proposeTreatment(proposed.mapping, columns);
  return ok({
    dialect,
    ...(detected.tables.length > 1 ? { tables: detected.tables } : {}),
    columns,
    preview: rows
      .slice(0, previewRows)
      .map(({ fields }) => names.map((_, index) => (fields[index] ?? '').slice(0, longestPreviewCell))),
    ...proposed,
    mapping,
    questions: [
      ...proposed.questions,
      ...(dialect.dateOrderIsAGuess ? [dateQuestion] : []),
      ...(dialect.decimalMarkIsAGuess ? [markQuestion] : []),
    ],
    issues: [
      ...encodingIssues(encoding, corrections?.encoding !== undefined),
      ...structureIssues(head, dialect, layout, detected.tables, pieces.isWhole),
      ...unlikeRest(later, dialect, names.length),
      ...unseenEnd(pieces),
      ...repeatedHeaders(headers),
      ...repairs.issues(),
      ...personalIssues(mapping),
    ],
  });
};
