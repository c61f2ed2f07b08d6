import type { AppError } from '../../../core/app-error.ts';
import type { FilePlan, FileReport, ImportIssue } from '../contract.ts';
import { wordlessIssues } from '../rejected-rows.ts';
import { fedTables, unfedTables } from './fed-tables.ts';
import { locateRows } from './locate-rows.ts';
import type { RelatedFile } from './related-file.ts';
import type { TypedFile } from './typed-file.ts';

const unfedIssues = (file: TypedFile): readonly ImportIssue[] =>
  unfedTables(file).map((table) => ({
    severity: 'warning',
    code: 'columns-without-table',
    message: `Columns that go to ${table.replaceAll('_', ' ')} were not used: something is lacking without which no row can be made of them`,
  }));

const ignoredColumns = (plan: FilePlan): readonly ImportIssue[] => {
  const ignored = plan.mapping.filter(({ target }) => target === 'ignore').map(({ column }) => column);
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

/** What happened to one file, its rejected rows with line and text. `read` is the file as it was decided on and read. */
export const reportFile = async (
  file: TypedFile,
  { plan, staged }: Pick<RelatedFile, 'plan' | 'staged'>,
  bytes: number,
  ms: number,
): Promise<FileReport> => {
  const tables = fedTables(file);
  const rejected = await locateRows(file);
  const { dialect, format } = file.staged.source;
  return {
    file: plan.file,
    format,
    encoding: file.staged.wasTranscoded ? 'windows-1252' : plan.dialect.encoding,
    table: tables[0] ?? 'customers',
    tables,
    source: plan.source,
    dialect,
    mapping: plan.mapping,
    rowsRead: file.rowsRead,
    rowsKept: file.rowsRead - file.rowsRejected,
    rowsRejected: file.rowsRejected,
    rejected,
    issues: [
      ...file.issues,
      ...wordlessIssues(file.rowsRejected, rejected),
      ...unfedIssues(file),
      ...ignoredColumns(plan),
    ],
    bytes,
    ms: Math.round(ms),
    columns: staged.source.names,
  };
};

/** Why a file of several was of no use; undefined for errors that must stop the load. */
const reasonUnused = (
  error: AppError,
  use: string | undefined,
  rows: number | undefined,
): ImportIssue | undefined => {
  switch (error.kind) {
    case 'mapping-incomplete':
      if (use !== undefined) return { severity: 'info', code: 'file-consulted', message: use };
      return {
        severity: 'info',
        code: 'file-not-used',
        message: `The file was not used: nothing in it is about customers as far as could be told, as no column is ${error.missing.join(', ')}`,
        ...(rows === undefined ? {} : { count: rows }),
      };
    case 'no-rows-kept':
      return {
        severity: 'error',
        code: 'file-not-used',
        message: `The file was not used: none of its rows could be kept. ${error.reason}`,
        count: error.rowsRead,
      };
    case 'file-empty':
    case 'file-header-only':
      return { severity: 'warning', code: 'file-not-used', message: 'The file was not used: it has no rows' };
    default:
      return undefined;
  }
};

/**
 * The report of one file of several of which nothing was used; undefined when the error must stop the load. `read`: what it
 * came to when its rows were read.
 */
export const reportUnused = (
  plan: FilePlan,
  bytes: number,
  error: AppError,
  use?: string,
  read?: FileReport,
): FileReport | undefined => {
  const issue = reasonUnused(error, use, read?.rowsRead);
  if (issue === undefined) return undefined;
  if (read !== undefined && error.kind === 'no-rows-kept')
    return { ...read, tables: [], issues: [issue, ...read.issues], isUnused: true };
  return {
    file: plan.file,
    format: 'csv',
    encoding: plan.dialect.encoding,
    table: 'customers',
    tables: [],
    source: plan.source,
    dialect: plan.dialect,
    mapping: plan.mapping,
    rowsRead: 0,
    rowsKept: 0,
    rowsRejected: 0,
    rejected: [],
    issues: [issue],
    bytes,
    ms: 0,
    isUnused: true,
  };
};
