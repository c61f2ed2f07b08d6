import type { ImportIssue, RejectedRow } from './contract.ts';

/** Rejected rows of a file whose line and reason are kept. */
export const mostRejected = 100_000;

/** Characters of rejected rows that are kept of a file: the report is stored with the workspace. */
const mostCharacters = 8_000_000;

const lengthOf = ({ text, cells = [] }: RejectedRow): number =>
  cells.reduce((length, cell) => length + cell.length, text.length);

/** Keeps the words of rejected rows while there is room, and after that their lines and reasons only. */
export class RejectedWords {
  #room = mostCharacters;

  /** The row as it is kept. */
  keep(row: RejectedRow): RejectedRow {
    this.#room -= lengthOf(row);
    return this.#room >= 0 ? row : { line: row.line, reason: row.reason, text: '' };
  }
}

/** What is to be said when not all rejected rows are kept in their own words. */
export const wordlessIssues = (
  rowsRejected: number,
  rejected: readonly RejectedRow[],
): readonly ImportIssue[] => {
  const count =
    rowsRejected - rejected.filter(({ text, cells }) => text !== '' || cells !== undefined).length;
  const message =
    'Rejected rows are too many to be kept in their own words: they can be downloaded only in part. Put the file itself right';
  return count > 0 ? [{ severity: 'warning', code: 'rejected-words-left-out', message, count }] : [];
};
