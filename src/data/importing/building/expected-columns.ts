import type { SqlType } from '../../tables/table.ts';
import type { FilePlan } from '../contract.ts';
import type { TextColumn, TextColumnType } from '../text/columns/text-form.ts';
import { changedColumns } from './changed-columns.ts';
import { isIdentifier } from './column-reading.ts';
import { placeColumns } from './place-columns.ts';
import type { PreparedFile } from './prepare-file.ts';

const text: TextColumn = { type: 'VARCHAR', isIdentifier: false };

/** The type in which a column that becomes one of `type` is read, if it is written as expected. */
const readableType = (type: SqlType, isPlainNumber: boolean): TextColumnType => {
  if (type === 'DATE' || type === 'TIMESTAMP') return 'DATE';
  if (!isPlainNumber) return 'VARCHAR';
  if (type.startsWith('DECIMAL')) return 'DECIMAL(18, 4)';
  return type === 'DOUBLE' ? type : 'VARCHAR';
};

/**
 * What columns are read as in one pass: numbers with a decimal point and days of ISO 8601, by what the plan takes the
 * columns for, else texts.
 */
export const expectedColumns = (
  plan: FilePlan,
  { names, dialect }: Pick<PreparedFile, 'names' | 'dialect'>,
): readonly TextColumn[] => {
  const isPlainNumber = dialect.decimalMark === '.' && dialect.decimalMarkIsAGuess !== true;
  const changed = changedColumns(plan);
  const expected = new Map(
    placeColumns(plan, names).sources.map(({ name, target }): [string, TextColumn] => [
      name,
      changed.has(name)
        ? text
        : { type: readableType(target.type, isPlainNumber), isIdentifier: isIdentifier(target) },
    ]),
  );
  return names.map((name) => expected.get(name) ?? text);
};
