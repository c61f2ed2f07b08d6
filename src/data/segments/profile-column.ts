/** A column of `customer_profiles` with its DuckDB type, as segments need to know it. */
export interface ProfileColumn {
  readonly name: string;
  readonly type: string;
  /** Another table with a row for each `customer_id` of the profiles that holds the column. */
  readonly table?: string;
}

/** How a column can be asked about. */
export type ColumnKind = 'number' | 'text' | 'day' | 'boolean';

/** The kind of a DuckDB type: DATE and TIMESTAMP are days, unknown types are text. */
export const columnKind = ({ type }: ProfileColumn): ColumnKind => {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT|REAL|DECIMAL)/i.test(type)) return 'number';
  if (/^(DATE|TIMESTAMP)/i.test(type)) return 'day';
  return /^BOOL/i.test(type) ? 'boolean' : 'text';
};
