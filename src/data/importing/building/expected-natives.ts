import type { SqlType } from '../../tables/table.ts';
import type { NativeType } from '../columnar/native-column.ts';
import type { FilePlan } from '../contract.ts';
import { changedColumns } from './changed-columns.ts';
import { placeColumns } from './place-columns.ts';
import type { PreparedFile } from './prepare-file.ts';
import type { NativeTypes } from './staged-columns.ts';

/** Money with two decimals more than are kept: what has more digits is noticed. */
const exactMoney: NativeType = 'DECIMAL(18, 6)';

/** The type in which the reader could give a column that becomes one of `type`, if it is written as the reader expects. */
const readableType = (type: SqlType, isPlainNumber: boolean): NativeType | undefined => {
  if (type === 'DATE' || type === 'TIMESTAMP') return 'DATE';
  if (!isPlainNumber) return undefined;
  if (type.startsWith('DECIMAL')) return exactMoney;
  return type === 'DOUBLE' ? type : undefined;
};

/**
 * The types in which the engine's reader may give columns at once: numbers with a decimal point and days of ISO 8601, by
 * what the plan takes the columns for.
 */
export const expectedNatives = (plan: FilePlan, { names, dialect }: PreparedFile): NativeTypes => {
  const isPlainNumber = dialect.decimalMark === '.' && dialect.decimalMarkIsAGuess !== true;
  const changed = changedColumns(plan);
  const types = new Map(
    placeColumns(plan, names).sources.map(({ name, target }) => [
      name,
      changed.has(name) ? undefined : readableType(target.type, isPlainNumber),
    ]),
  );
  return names.map((name) => types.get(name));
};
