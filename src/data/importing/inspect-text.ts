import { err, ok, type Result } from '../../core/result.ts';
import type { Dialect, FileInspection, ImportIssue } from './contract.ts';
import { detectDialect } from './dialect/detect-dialect.ts';
import { detectEncoding } from './format/detect-encoding.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { layOut } from './text/lay-out.ts';
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
  'dialect' | 'columns' | 'preview' | 'source' | 'sourceTitle' | 'mapping' | 'questions' | 'issues'
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

/** A later piece without the partial lines at its two ends. */
const decodeLater = (bytes: Uint8Array, encoding: string): string => {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1);
};

const dateQuestion: ImportIssue = {
  severity: 'warning',
  code: 'date-order-guess',
  message:
    'Every day in the sample is 12 or less, so day and month can’t be told apart: please check the date order',
};

const repeatedHeaders = (headers: readonly string[]): readonly ImportIssue[] => {
  const names = headers.map((header) => header.trim().toLowerCase()).filter((header) => header !== '');
  const count = names.length - new Set(names).size;
  if (count === 0) return [];
  const message = 'Headers that occur twice were numbered; the first one keeps its name';
  return [{ severity: 'warning', code: 'duplicate-headers', message, count }];
};

/** Works out dialect, columns and mapping of a text file from its pieces; a given dialect is kept. */
export const inspectText = (pieces: TextPieces, corrections?: Partial<Dialect>): Result<TextInspection> => {
  const encoding = corrections?.encoding ?? detectEncoding([pieces.head, ...pieces.later]);
  const head = decodeHead(pieces.head, encoding, pieces.isWhole);
  if (head.trim() === '') return err({ kind: 'file-empty', file: pieces.file });
  const later = pieces.later.map((bytes) => decodeLater(bytes, encoding));
  const dialect: Dialect = { ...detectDialect({ head, later }, encoding), ...corrections };
  const { names, headers, rows } = layOut(head, dialect);
  if (rows.length === 0 && pieces.isWhole)
    return err({ kind: 'file-header-only', file: pieces.file, columns: names.length });
  const cells = names.map((_, index) => rows.map(({ fields }) => fields[index] ?? ''));
  const columns = names.map((name, index) => profileColumn(name, headers[index] ?? '', cells[index] ?? []));
  const proposed = proposeMapping({ columns, cells, hasHeader: dialect.hasHeader });
  return ok({
    dialect,
    columns,
    preview: rows
      .slice(0, previewRows)
      .map(({ fields }) => names.map((_, index) => (fields[index] ?? '').slice(0, longestPreviewCell))),
    ...proposed,
    questions: [...proposed.questions, ...(dialect.dateOrderIsAGuess ? [dateQuestion] : [])],
    issues: repeatedHeaders(headers),
  });
};
