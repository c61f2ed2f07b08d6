import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx';
import type { TableText } from '../import-tools.ts';
import { isoText, numberText, serialText } from './cell-text.ts';
import { chooseSheet, sheetIssues, type CountedSheet } from './choose-sheet.ts';
import { kindOfCode } from './number-format.ts';
import { SheetWriter, WiderRow } from './sheet-writer.ts';

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[];

const rowsOf = (workbook: WorkBook, name: string): Rows =>
  ((workbook.Sheets[name] as DenseWorkSheet | undefined)?.['!data'] ?? []) as Rows;

const isFilled = (cell: CellObject | undefined): boolean =>
  cell !== undefined && cell.t !== 'z' && cell.v !== '';

const numberCell = ({ v, z }: CellObject, from1904: boolean, writer: SheetWriter): string => {
  const kind = typeof z === 'string' ? kindOfCode(z) : 'number';
  if (kind !== 'number') return serialText(Number(v), kind, from1904);
  const text = numberText(Number(v));
  if (text.includes('.')) writer.hasDecimals = true;
  return text;
};

const cellText = (cell: CellObject | undefined, from1904: boolean, writer: SheetWriter): string => {
  if (cell === undefined) return '';
  switch (cell.t) {
    case 'n':
      return numberCell(cell, from1904, writer);
    case 'b':
      return cell.v === true ? 'true' : 'false';
    case 'd':
      return isoText(cell.v instanceof Date ? cell.v.toISOString() : String(cell.v ?? ''));
    case 'e':
      writer.addError(errorNames[Number(cell.v)] ?? cell.w ?? '#ERROR');
      return '';
    default:
      return String(cell.v ?? '');
  }
};

const writeSheet = (rows: Rows, from1904: boolean): SheetWriter => {
  for (let width = 0; ;) {
    const writer = new SheetWriter(width);
    try {
      for (const row of rows) writer.add(Array.from(row ?? [], (cell) => cellText(cell, from1904, writer)));
      return writer;
    } catch (thrown) {
      if (!(thrown instanceof WiderRow)) throw thrown;
      width = thrown.width;
    }
  }
};

/**
 * Writes a sheet of an older Excel workbook (XLS, XLSB) as CSV; without a name, the one with the most cells. Throws
 * where it is damaged or has a password.
 */
export const readOldWorkbook = async (file: File, wanted?: string): Promise<TableText> => {
  const { read } = await import('@e965/xlsx');
  const workbook = read(await file.arrayBuffer(), {
    type: 'array',
    dense: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
  });
  const hidden = workbook.Workbook?.Sheets ?? [];
  const counted = workbook.SheetNames.map((name, index): CountedSheet => ({
    name,
    isHidden: (hidden[index]?.Hidden ?? 0) !== 0,
    cells: rowsOf(workbook, name).reduce((sum, row) => sum + (row ?? []).filter(isFilled).length, 0),
  }));
  if (counted.length === 0) throw new Error('It has no sheets');
  const chosen = chooseSheet(counted, wanted);
  const table = counted[chosen]?.name ?? '';
  const writer = writeSheet(rowsOf(workbook, table), workbook.Workbook?.WBProps?.date1904 === true);
  return {
    csv: writer.toFile(file.name),
    tables: counted.map(({ name }) => name),
    table,
    hasKnownHeader: false,
    hasDecimals: writer.hasDecimals,
    issues: [...sheetIssues(counted, chosen), ...writer.issues()],
    rejected: [],
    rowsRejected: 0,
  };
};
