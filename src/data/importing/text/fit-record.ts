import { fitFields } from './fit-fields.ts';
import { readStrict } from './read-strict.ts';
import type { RecordDialect, Repair, TextRecord } from './record-dialect.ts';

/** A row with one field for every column. */
export interface FittedRecord {
  readonly fields: readonly string[];
  readonly repair?: Repair;
}

/** Delimiters that one row of a file may have instead of the file's. */
const otherDelimiters = [',', ';', '\t', '|', ' '] as const;

const isTyped = (kind: string): boolean => kind !== 'text' && kind !== 'empty' && kind !== 'boolean';

/** The row read with one delimiter, when that gives every column a value of its kind and prose can't. */
const readBy = (delimiter: string, text: string, dialect: RecordDialect): readonly string[] | undefined => {
  const { columns = 0, kinds = [] } = dialect;
  const { record } = readStrict(text, 0, { ...dialect, delimiter }, true);
  if (record === undefined) return undefined;
  // Runs of spaces hide an empty last field, and words of one value may be apart.
  const isSpaced = delimiter === ' ' && record.fields.length >= columns - 1;
  if (record.fields.length !== columns && !isSpaced) return undefined;
  const fitted = fitFields(record.fields, record.quoted, kinds, delimiter);
  const typed = kinds.flatMap((kind, index) => (isTyped(kind) ? [index] : []));
  const filled = typed.filter((index) => fitted.fields[index]?.trim() !== '').length;
  const isSure = delimiter === ' ' ? filled >= 2 : typed.length === 0 || filled > 0;
  return isSure && fitted.misfits === 0 && fitted.repair !== 'cut' ? fitted.fields : undefined;
};

/** The row read with another delimiter than the file's. */
const readOtherwise = (text: string, dialect: RecordDialect): readonly string[] | undefined => {
  if ((dialect.columns ?? 0) < 3) return undefined;
  for (const delimiter of otherDelimiters) {
    if (delimiter === dialect.delimiter || !text.includes(delimiter)) continue;
    const fields = readBy(delimiter, text, dialect);
    if (fields) return fields;
  }
  return undefined;
};

/**
 * Gives a record one field for every column of the dialect (which must know its columns).
 * @param text the record as it stands in the file
 */
export const fitRecord = (record: TextRecord, text: string, dialect: RecordDialect): FittedRecord => {
  const { columns = record.fields.length } = dialect;
  if (record.fields.length === columns)
    return record.isIrregular ? { fields: record.fields, repair: 'quotes' } : record;
  const kinds = dialect.kinds ?? Array.from({ length: columns }, () => 'text' as const);
  const fitted = fitFields(record.fields, record.quoted, kinds, dialect.delimiter);
  const isPoor = fitted.misfits > 0 || fitted.repair === 'cut' || record.fields.length * 2 <= columns + 1;
  const other = isPoor ? readOtherwise(text, { ...dialect, kinds }) : undefined;
  if (other) return { fields: other, repair: 'delimiter' };
  // Empty fields after the last column say nothing.
  const isTrailing = fitted.fields.every((field, index) => field === record.fields[index]);
  return fitted.repair === 'surplus' && isTrailing ? { fields: fitted.fields } : fitted;
};
