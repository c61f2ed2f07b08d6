import type { TableText } from '../../import-tools.ts';
import { chooseSheet, sheetIssues, type CountedSheet } from '../choose-sheet.ts';
import { SheetWriter, WiderRow } from '../sheet-writer.ts';
import { BrokenWorkbook, WorkbookParts } from '../xlsx/workbook-parts.ts';
import { attribute } from '../xlsx/xml-scanner.ts';
import { OdsHandler } from './ods-handler.ts';

const contentPart = 'content.xml';
const manifestPart = 'META-INF/manifest.xml';

/** Thrown for a document with a password. */
class EncryptedDocument extends Error {
  constructor() {
    super('It is encrypted');
  }
}

const checkEncryption = async (parts: WorkbookParts): Promise<void> => {
  if (!parts.has(manifestPart)) return;
  let isEncrypted = false;
  await parts.scan(manifestPart, {
    open: (name) => {
      if (name === 'encryption-data') isEncrypted = true;
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (isEncrypted) throw new EncryptedDocument();
};

/** The tables of the document, how many cells of each have a value, and whether its style hides it. */
const listTables = async (parts: WorkbookParts): Promise<readonly CountedSheet[]> => {
  const tables: { name: string; isHidden: boolean; cells: number }[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  await parts.scan(contentPart, {
    open: (name, attributes) => {
      if (name === 'style') style = attribute(attributes, 'name') ?? '';
      else if (name === 'table-properties' && attribute(attributes, 'display') === 'false')
        hiddenStyles.add(style);
      else if (name === 'table') {
        const isHidden = hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
        tables.push({ name: attribute(attributes, 'name') ?? '', isHidden, cells: 0 });
      } else if (name === 'table-cell' && attribute(attributes, 'value-type') !== undefined) {
        const table = tables.at(-1);
        if (table) table.cells += 1;
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return tables;
};

/** Writes a sheet of an OpenDocument spreadsheet as CSV, streaming; without a name, the one with the most cells. Throws where it is damaged. */
export const readOds = async (file: File, wanted?: string): Promise<TableText> => {
  const parts = await WorkbookParts.open(file);
  await checkEncryption(parts);
  const tables = await listTables(parts);
  if (tables.length === 0) throw new BrokenWorkbook('It has no sheets');
  const chosen = chooseSheet(tables, wanted);
  let writer = new SheetWriter();
  for (;;) {
    try {
      await parts.scan(contentPart, new OdsHandler(writer, chosen));
      break;
    } catch (thrown) {
      if (!(thrown instanceof WiderRow)) throw thrown;
      writer = new SheetWriter(thrown.width);
    }
  }
  return {
    csv: writer.toFile(file.name),
    tables: tables.map(({ name }) => name),
    table: tables[chosen]?.name ?? '',
    hasKnownHeader: false,
    hasDecimals: writer.hasDecimals,
    issues: [...sheetIssues(tables, chosen), ...writer.issues()],
    rejected: [],
    rowsRejected: 0,
  };
};
