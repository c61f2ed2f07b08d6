import type { NativeType } from '../columnar/native-column.ts';

/** Types of the columns of a staged file, where there are also columns `n0`, `n1` … of that type; undefined for texts. */
export type NativeTypes = readonly (NativeType | undefined)[];

/** Name of the staged column at an index. */
export const stagedColumn = (index: number): string => `c${index}`;

/** Name of the staged column of the file's own type at an index. */
export const nativeColumn = (index: number): string => `n${index}`;

/** A column of numbers or dates is kept as such; its text is worked out whenever it is asked for. */
const columnSql = (type: NativeType | undefined, index: number): string =>
  type === undefined
    ? `${stagedColumn(index)} varchar`
    : `${nativeColumn(index)} ${type}, ${stagedColumn(index)} varchar generated always as (cast(${nativeColumn(index)} as varchar)) virtual`;

/** Statement that makes the table of a staged file some of whose columns are kept in a type of their own. */
export const createStagedSql = (table: string, natives: NativeTypes): string =>
  `create or replace table ${table} (${natives.map(columnSql).join(', ')})`;

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
