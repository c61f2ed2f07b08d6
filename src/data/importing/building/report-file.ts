import type { TableName } from '../../tables/canonical-tables.ts';
import type { FileReport, ImportIssue } from '../contract.ts';
import { findTarget } from '../mapping/targets.ts';
import { hasDeals } from './build-deals.ts';
import { hasOrders } from './build-orders.ts';
import { locateRows } from './locate-rows.ts';
import { hasLines } from './required-targets.ts';
import type { TypedFile } from './typed-file.ts';

/** Tables that a file's columns go to, the one with most columns first. */
const tablesOf = (file: TypedFile): readonly TableName[] => {
  const columns = new Map<TableName, number>();
  for (const target of file.targets) {
    const table = findTarget(target)?.table;
    if (table !== undefined) columns.set(table, (columns.get(table) ?? 0) + 1);
  }
  const fed = [...columns].sort((a, b) => b[1] - a[1]).map(([table]) => table);
  const also: TableName[] = [
    ...(hasLines(file.targets) ? (['lines'] as const) : []),
    ...(hasOrders(file) ? (['orders', 'customers'] as const) : []),
    ...(file.targets.has('lines.product_id') ? (['products'] as const) : []),
  ];
  return [...new Set([...mainTable(file), ...fed, ...also])];
};

const mainTable = (file: TypedFile): readonly TableName[] => {
  if (hasLines(file.targets)) return ['lines'];
  if (hasDeals(file)) return ['deals'];
  return hasOrders(file) ? ['orders'] : [];
};

const ignoredColumns = (file: TypedFile): readonly ImportIssue[] => {
  const ignored = file.plan.mapping.filter(({ target }) => target === 'ignore').map(({ column }) => column);
  if (ignored.length === 0) return [];
  const names = ignored.slice(0, 12).map((name) => `“${name.slice(0, 40)}”`);
  const more = ignored.length > names.length ? ` and ${ignored.length - names.length} more` : '';
  return [
    {
      severity: 'info',
      code: 'columns-ignored',
      message: `Columns were not loaded: ${names.join(', ')}${more}`,
      count: ignored.length,
    },
  ];
};

/** What happened to one file, its rejected rows with line and text. */
export const reportFile = async (file: TypedFile, bytes: number, ms: number): Promise<FileReport> => {
  const tables = tablesOf(file);
  const { dialect } = file.staged.source;
  return {
    file: file.plan.file,
    format: file.staged.source.format,
    encoding: file.staged.wasTranscoded ? 'windows-1252' : file.plan.dialect.encoding,
    table: tables[0] ?? 'customers',
    tables,
    source: file.plan.source,
    dialect,
    mapping: file.plan.mapping,
    rowsRead: file.rowsRead,
    rowsKept: file.rowsRead - file.rowsRejected,
    rowsRejected: file.rowsRejected,
    rejected: await locateRows(file),
    issues: [...file.issues, ...ignoredColumns(file)],
    bytes,
    ms: Math.round(ms),
  };
};
