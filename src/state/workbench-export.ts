import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import { writeCsv } from '../storage/export/csv.ts';
import { quoteIdentifier } from '../data/sql/quote-identifier.ts';
import { newJobId } from './analysis-run.svelte.ts';
import type { App } from './app.svelte.ts';
import { pageFile } from './page-file.ts';

/** What a script can take away: `view` is the page as HTML, `bundle` the whole workspace, `table` one table as CSV, `workbook` JSON. */
export type ExportKind = 'view' | 'bundle' | 'table' | 'workbook';

const exportTable = async (app: App, name: string): Promise<Result<Blob, AppError>> => {
  const result = await app.engine.sql(newJobId(), `select * from ${quoteIdentifier(name)}`);
  if (!result.ok) return result;
  const columns = result.value.columns.map((column) => ({ key: column.name, label: column.name }));
  return ok(new Blob([writeCsv({ columns, rows: result.value.rows })], { type: 'text/csv' }));
};

/** Makes the blob of an export. `target` names the table. */
export const exportBlob = async (
  app: App,
  kind: ExportKind,
  target?: string,
): Promise<Result<Blob, AppError>> => {
  switch (kind) {
    case 'view': {
      const file = await pageFile(app, app.focusName);
      return file ? ok(file.blob) : err({ kind: 'internal', message: 'No page is shown yet' });
    }
    case 'bundle':
      return await app.workspaces.bundle();
    case 'table':
      return await exportTable(app, target ?? 'orders');
    case 'workbook':
      return ok(new Blob([JSON.stringify(app.workbook.current, null, 2)], { type: 'application/json' }));
  }
};
