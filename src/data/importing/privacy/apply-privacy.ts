import { ok, type Result } from '../../../core/result.ts';
import type { ColumnMapping, FilePlan, ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { findTarget } from '../mapping/targets.ts';
import type { StagedFile } from '../building/stage-file.ts';
import { makeWritable } from '../building/row-tables.ts';
import { stagedColumn } from '../building/staged-columns.ts';
import { personalWords } from './detect-personal.ts';
import { pseudonymSql } from './pseudonym-sql.ts';

/** A staged file of which nothing is left that its plan doesn't want to be stored. */
export interface TreatedFile {
  readonly staged: StagedFile;
  /** The plan for what follows: what was dropped goes nowhere. */
  readonly plan: FilePlan;
}

/** A column that is not kept as it is. */
interface TreatedColumn {
  readonly mapping: ColumnMapping;
  readonly index: number;
  readonly isDropped: boolean;
}

/** A pseudonym is a text: what must become a number, date or yes or no can only be left out. */
const canBePseudonym = (target: string): boolean => (findTarget(target)?.type ?? 'VARCHAR') === 'VARCHAR';

const treatedColumns = (plan: FilePlan, names: readonly string[]): readonly TreatedColumn[] =>
  plan.mapping.flatMap((mapping) => {
    const index = names.indexOf(mapping.column);
    const { privacy = 'keep', target } = mapping;
    if (index < 0 || privacy === 'keep') return [];
    return [{ mapping, index, isDropped: privacy === 'drop' || !canBePseudonym(target) }];
  });

const replacementOf = ({ index, isDropped }: TreatedColumn, salt: string): string => {
  const column = stagedColumn(index);
  const value = isDropped
    ? `(case when ${column} is null then null else '' end)`
    : pseudonymSql(column, salt);
  return `${column} = ${value}`;
};

const countsSql = (columns: readonly TreatedColumn[], table: string): string =>
  `select ${columns.map(({ index }) => `(count(*) filter (trim(${stagedColumn(index)}) <> ''))::integer as c${index}`).join(', ')} from ${table}`;

const issueOf = ({ mapping, isDropped }: TreatedColumn, count: number): ImportIssue => {
  const what = `“${mapping.column}”${mapping.personal ? ` (${personalWords(mapping.personal)})` : ''}`;
  const why = mapping.privacy === 'pseudonymise' ? ', as a pseudonym can’t be a number or date' : '';
  return isDropped
    ? { severity: 'info', code: 'column-dropped', message: `Values of ${what} were not stored${why}`, count }
    : {
        severity: 'info',
        code: 'column-pseudonymised',
        message: `Values of ${what} were replaced by pseudonyms`,
        count,
      };
};

const unsalted: ImportIssue = {
  severity: 'warning',
  code: 'pseudonyms-unsalted',
  message: 'Pseudonyms were made without a secret: who knows the values can find them out by trying',
};

const withoutDropped = (plan: FilePlan, columns: readonly TreatedColumn[]): FilePlan => {
  const dropped = new Set(columns.filter(({ isDropped }) => isDropped).map(({ mapping }) => mapping));
  const mapping = plan.mapping.map((one) => (dropped.has(one) ? { ...one, target: 'ignore' } : one));
  return { ...plan, mapping };
};

/**
 * Drops and replaces the columns of a staged file that its plan doesn't want to be kept, before anything else looks at
 * them: no table, attribute, join or report ever holds their values.
 */
export const applyPrivacy = async (
  database: ImportDatabase,
  staged: StagedFile,
  plan: FilePlan,
): Promise<Result<TreatedFile>> => {
  const columns = treatedColumns(plan, staged.source.names);
  if (columns.length === 0) return ok({ staged, plan });
  const writable = await makeWritable(database, staged.table);
  if (!writable.ok) return writable;
  const counted = await database.rows(countsSql(columns, staged.table));
  if (!counted.ok) return counted;
  const replaced = columns.map((column) => replacementOf(column, plan.salt ?? '')).join(', ');
  const done = await database.exec(`update ${staged.table} set ${replaced}`);
  if (!done.ok) return done;
  const counts = counted.value[0] ?? {};
  const isUnsalted = !plan.salt && columns.some(({ isDropped }) => !isDropped);
  const issues = [
    ...columns.map((column) => issueOf(column, Number(counts[`c${column.index}`] ?? 0))),
    ...(isUnsalted ? [unsalted] : []),
  ];
  const hidden = columns.map(({ index }) => index);
  return ok({
    staged: { ...staged, issues: [...staged.issues, ...issues], hidden },
    plan: withoutDropped(plan, columns),
  });
};
