import type { FileReport } from './contract.ts';

/** Names of the columns that are added to rejected rows, in this order; a file that ends in them is recognised. */
export const rejectedColumns = ['line', 'reason'] as const;

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * The rejected rows of a file as CSV that can be put right and imported again: the file's own columns and words, then the
 * line on which each row stood and why it was rejected. Cells beyond the last column get columns of their own.
 */
export const rejectedCsv = ({ columns, mapping, rejected }: FileReport): string => {
  const names = columns ?? mapping.map(({ column }) => column);
  const rows = rejected.map(({ cells, text, line, reason }) => ({ cells: cells ?? [text], line, reason }));
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), names.length);
  const extra = Array.from({ length: width - names.length }, (_, index) => `extra ${index + 1}`);
  const lines = [
    [...names, ...extra, ...rejectedColumns],
    ...rows.map(({ cells, line, reason }) => [
      ...Array.from({ length: width }, (_, index) => cells[index] ?? ''),
      String(line),
      reason,
    ]),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
};
