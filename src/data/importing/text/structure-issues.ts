import type { Dialect, ImportIssue, TablePlace } from '../contract.ts';
import type { TableLayout } from './lay-out.ts';
import { afterLines, linesOf } from './read-sample.ts';

const longestQuote = 60;
const tablesNamed = 6;

/** The first words of a text that is left out. */
const quoteOf = (text: string): string => {
  const words = text.replaceAll(/[\s,;|"]+/g, ' ').trim();
  return words === '' ? '' : `: “${words.slice(0, longestQuote)}${words.length > longestQuote ? '…' : ''}”`;
};

const lineCount = (count: number): string => (count === 1 ? 'One line' : `${count} lines`);

const aroundTable = (
  text: string,
  dialect: Dialect,
  isWhole: boolean,
  hasTables: boolean,
): readonly ImportIssue[] => {
  const issues: ImportIssue[] = [];
  const { skipLines, footerLines = 0 } = dialect;
  const above = text.slice(0, afterLines(text, skipLines));
  if (above.trim() !== '' && !hasTables && !/^sep=.\s*$/i.test(above)) {
    const message = `${lineCount(skipLines)} above the table left out${quoteOf(above)}`;
    issues.push({ severity: 'info', code: 'lines-above', message, count: skipLines });
  }
  if (footerLines > 0 && !hasTables) {
    const below = isWhole ? text.slice(afterLines(text, linesOf(text) - footerLines)) : '';
    const message = `${lineCount(footerLines)} below the table left out${quoteOf(below)}`;
    issues.push({ severity: 'warning', code: 'lines-below', message, count: footerLines });
  }
  return issues;
};

const otherTables = (tables: readonly TablePlace[], chosen: number): readonly ImportIssue[] => {
  if (tables.length < 2) return [];
  const place = ({ firstLine, lastLine, rows, columns }: TablePlace): string =>
    `lines ${firstLine}–${lastLine} (${rows} rows, ${columns} columns)`;
  const others = tables.filter((_, index) => index !== chosen).map(place);
  const read = tables[chosen];
  if (read === undefined) return [];
  const more = others.length > tablesNamed ? ` and ${others.length - tablesNamed} more` : '';
  const named = others.slice(0, tablesNamed).join(', ');
  const message = `The file holds ${tables.length} tables: ${place(read)} is read, ${named}${more} not`;
  return [{ severity: 'warning', code: 'several-tables', message, count: tables.length }];
};

const headerIssues = (
  { headers, names, namedColumns }: TableLayout,
  dialect: Dialect,
): readonly ImportIssue[] => {
  const issues: ImportIssue[] = [];
  if ((dialect.headerRows ?? 1) > 1) {
    const message = 'Several rows name the columns: they were joined';
    issues.push({ severity: 'info', code: 'joined-header', message, count: dialect.headerRows ?? 1 });
  }
  const isShort = namedColumns > 0 && namedColumns < names.length;
  if (isShort) {
    const message = `The header names ${namedColumns} columns, the rows have ${names.length}: names may stand over the wrong ones`;
    issues.push({ severity: 'warning', code: 'header-short', message, count: names.length - namedColumns });
  }
  if (!dialect.hasHeader && headers.length === 0) {
    const message = 'No row names the columns: they were numbered';
    issues.push({ severity: 'info', code: 'no-header', message });
  }
  return issues;
};

/** What should be said about how the table stands in its file. `text` is the head of the file. */
export const structureIssues = (
  text: string,
  dialect: Dialect,
  layout: TableLayout,
  tables: readonly TablePlace[],
  isWhole: boolean,
): readonly ImportIssue[] => [
  ...otherTables(tables, dialect.table ?? 0),
  ...aroundTable(text, dialect, isWhole, tables.length > 1),
  ...headerIssues(layout, dialect),
];
