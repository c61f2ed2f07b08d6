import { ok, type Result } from '../../../../core/result.ts';
import type { ImportDatabase } from '../../import-database.ts';
import { makeWritable } from '../row-tables.ts';
import { stagedColumn } from '../staged-columns.ts';
import type { RelatedFile } from '../related-file.ts';
import { identifierForm } from './find-references.ts';

/** A column that a file is completed by. */
export interface AddedColumn {
  readonly name: string;
  readonly target: string;
  /** Select of `key` (in the form of {@link identifierForm}) and `value`. */
  readonly lookup: string;
  /** The staged column that holds the key. */
  readonly by: string;
  /** SQL of the value where the key finds nothing. */
  readonly otherwise: string;
}

/** Completes a staged file by a column that is looked up elsewhere, and its plan by where that column goes. */
export const addColumn = async (
  database: ImportDatabase,
  file: RelatedFile,
  { name, target, lookup, by, otherwise }: AddedColumn,
): Promise<Result<RelatedFile>> => {
  const { staged, plan } = file;
  const column = stagedColumn(staged.source.names.length);
  const writable = await makeWritable(database, staged.table);
  if (!writable.ok) return writable;
  for (const statement of [
    `create or replace table import_lookup as select key, min(value) as value from (${lookup})
     where key is not null and trim(value) <> '' group by key`,
    `alter table ${staged.table} add column ${column} varchar`,
    `update ${staged.table} set ${column} = coalesce((select value from import_lookup where key = ${identifierForm(by)}), ${otherwise})`,
    'drop table import_lookup',
  ]) {
    const done = await database.exec(statement);
    if (!done.ok) return done;
  }
  const reason = 'Looked up in another file';
  return ok({
    ...file,
    staged: { ...staged, source: { ...staged.source, names: [...staged.source.names, name] } },
    plan: { ...plan, mapping: [...plan.mapping, { column: name, target, confidence: 1, reason }] },
  });
};
