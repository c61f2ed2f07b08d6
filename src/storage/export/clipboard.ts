import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Cell } from '../../data/row.ts';
import { cellOf, type ExportTable } from './export-table.ts';
import { escapeMarkup } from './markup.ts';
import { neutraliseFormula } from './neutralise-formula.ts';

const cellText = (cell: Cell): string => {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  return typeof cell === 'string' ? neutraliseFormula(cell.replaceAll(/[\t\r\n]+/g, ' ')) : String(cell);
};

const gridOf = (table: ExportTable): readonly (readonly string[])[] => [
  table.columns.map((column) => cellText(column.label)),
  ...table.rows.map((row) => table.columns.map((column) => cellText(cellOf(row, column)))),
];

/** A table as text that spreadsheets paste into cells: tabs between, line breaks within a cell become spaces. */
export const tableAsText = (table: ExportTable): string =>
  gridOf(table)
    .map((cells) => cells.join('\t'))
    .join('\n');

/** A table as HTML that documents and mails paste as a table. */
export const tableAsHtml = (table: ExportTable): string => {
  const [header = [], ...rows] = gridOf(table);
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
};

const write = async (
  what: string,
  content: Record<string, Blob | Promise<Blob>>,
): Promise<Result<null, AppError>> => {
  try {
    await navigator.clipboard.write([new ClipboardItem(content)]);
    return ok(null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err({
      kind: 'export-failed',
      what,
      reason: `The browser did not allow writing to the clipboard (${reason})`,
    });
  }
};

/** Copies a picture. Takes the promise, because browsers ask for the clipboard within the click and the picture comes later. */
export const copyPicture = async (
  picture: Promise<Result<Blob, AppError>>,
): Promise<Result<null, AppError>> => {
  const blob = picture.then((result) => {
    if (!result.ok) throw new Error(result.error.kind);
    return result.value;
  });
  blob.catch(() => undefined);
  const [made, written] = await Promise.all([picture, write('copy of the picture', { 'image/png': blob })]);
  return made.ok ? written : made;
};

/** Copies a table, as cells for spreadsheets and as a table for documents. */
export const copyTable = (table: ExportTable): Promise<Result<null, AppError>> =>
  write('copy of the table', {
    'text/plain': new Blob([tableAsText(table)], { type: 'text/plain' }),
    'text/html': new Blob([tableAsHtml(table)], { type: 'text/html' }),
  });
