import type { TableText } from '../../import-tools.ts';
import { chooseSheet, sheetIssues, type CountedSheet } from '../choose-sheet.ts';
import { SheetWriter, WiderRow } from '../sheet-writer.ts';
import { readStrings, readStyles } from './read-tables.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './read-workbook.ts';
import { SheetHandler, type CellContext } from './sheet-handler.ts';
import { WorkbookParts } from './workbook-parts.ts';

/** Beyond this size cells are not counted to find the fullest sheet: the largest part is taken. */
const countedBytes = 100 * 1024 * 1024;

const countCells = async (parts: WorkbookParts, part: string): Promise<number> => {
  let cells = 0;
  await parts.scan(part, {
    open: (name) => {
      if (name === 'v' || name === 'is') cells += 1;
    },
    close: () => undefined,
    text: () => undefined,
  });
  return cells;
};

const countSheets = async (parts: WorkbookParts, { sheets }: Workbook): Promise<readonly CountedSheet[]> => {
  const bytes = sheets.reduce((sum, { part }) => sum + parts.sizeOf(part), 0);
  const counted: CountedSheet[] = [];
  for (const { name, isHidden, part } of sheets) {
    const isCounted = sheets.length > 1 && bytes <= countedBytes;
    const cells = isCounted ? await countCells(parts, part) : parts.sizeOf(part);
    counted.push({ name, isHidden, cells });
  }
  return counted;
};

const writeSheet = async (
  parts: WorkbookParts,
  sheet: WorkbookSheet,
  context: CellContext,
): Promise<SheetWriter> => {
  for (let width = 0; ;) {
    const writer = new SheetWriter(width);
    try {
      await parts.scan(sheet.part, new SheetHandler(context, writer));
      return writer;
    } catch (thrown) {
      if (!(thrown instanceof WiderRow)) throw thrown;
      width = thrown.width;
    }
  }
};

/** Writes a sheet of an XLSX workbook as CSV, streaming; without a name, the one with the most cells. Throws where it is damaged. */
export const readXlsx = async (file: File, wanted?: string): Promise<TableText> => {
  const parts = await WorkbookParts.open(file);
  const workbook = await readWorkbook(parts);
  const counted = await countSheets(parts, workbook);
  const chosen = chooseSheet(counted, wanted);
  const sheet = workbook.sheets[chosen] as WorkbookSheet;
  const context: CellContext = {
    strings: await readStrings(parts, workbook.stringsPart),
    styles: await readStyles(parts, workbook.stylesPart),
    from1904: workbook.from1904,
  };
  const writer = await writeSheet(parts, sheet, context);
  return {
    csv: writer.toFile(file.name),
    tables: counted.map(({ name }) => name),
    table: sheet.name,
    hasKnownHeader: false,
    hasDecimals: writer.hasDecimals,
    issues: [...sheetIssues(counted, chosen), ...writer.issues()],
    rejected: [],
    rowsRejected: 0,
  };
};
