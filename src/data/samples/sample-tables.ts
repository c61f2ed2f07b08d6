import type { Cell } from '../row.ts';
import type { TableName } from '../tables/canonical-tables.ts';
import type { SqlType } from '../tables/table.ts';

/**
 * One column of a generated table. `values` has one entry a row: text, a boolean or a number, or null. A DATE is whole
 * days and a TIMESTAMP milliseconds since 1970-01-01 UTC; a DECIMAL is a number rounded to 4 decimals.
 */
export interface SampleColumn {
  readonly name: string;
  readonly type: SqlType;
  readonly values: readonly Cell[];
}

/** One generated table: canonical columns under their canonical names, only those that have values. */
export interface SampleTable {
  readonly name: TableName | 'customer_attributes';
  readonly rows: number;
  readonly columns: readonly SampleColumn[];
}

/** A whole generated company, in the order in which tables are loaded. */
export type SampleTables = readonly SampleTable[];
