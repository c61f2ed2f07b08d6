import type { NativeType } from '../columnar/native-column.ts';

/** Types of the columns of a staged file, where there are also columns `n0`, `n1` … of that type; undefined for texts. */
export type NativeTypes = readonly (NativeType | undefined)[];

/** Name of the staged column at an index. */
export const stagedColumn = (index: number): string => `c${index}`;

/** Name of the staged column of the file's own type at an index. */
export const nativeColumn = (index: number): string => `n${index}`;

/** Name of the table that holds the rows of a staged file some of whose columns are kept in a type of their own. */
export const heldTable = (table: string): string => `${table}_held`;

/** Statement that makes the table that holds staged rows. */
export const createHeldSql = (table: string, natives: NativeTypes): string => {
  const columns = natives.map((type, index) => `${heldColumn(natives, index)} ${type ?? 'varchar'}`);
  return `create or replace table ${heldTable(table)} (${columns.join(', ')})`;
};

/**
 * Statement that shows held rows as every staged file: all columns as texts, which are worked out whenever they are asked
 * for. Generated columns would do the same, but inserting checks them, which takes as long as all the rest.
 */
export const stagedViewSql = (table: string, natives: NativeTypes): string => {
  const columns = natives.map((type, index) =>
    type === undefined
      ? stagedColumn(index)
      : `${nativeColumn(index)}, ${nativeColumn(index)}::varchar as ${stagedColumn(index)}`,
  );
  return `create or replace view ${table} as select rowid, ${columns.join(', ')} from ${heldTable(table)}`;
};

/** The column that holds what a file says at an index. */
export const heldColumn = (natives: NativeTypes | undefined, index: number): string =>
  natives?.[index] === undefined ? stagedColumn(index) : nativeColumn(index);

/** SQL condition: a row without any value. */
export const emptyRowSql = (columns: number, natives: NativeTypes | undefined): string =>
  Array.from({ length: columns }, (_, index) =>
    natives?.[index] === undefined
      ? `coalesce(${stagedColumn(index)}, '') = ''`
      : `${nativeColumn(index)} is null`,
  ).join(' and ');
