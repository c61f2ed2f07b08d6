/** SQL types that canonical columns may have: those that survive DuckDB → Arrow → DuckDB unchanged. */
export type SqlType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'DECIMAL(18,4)' | 'DATE' | 'TIMESTAMP' | 'BOOLEAN';

/** One column of a canonical table. */
export interface ColumnDefinition {
  /** snake_case, unique in its table. */
  readonly name: string;
  readonly type: SqlType;
  /** Meaning in the strategist's words: one sentence without a full stop. */
  readonly meaning: string;
  /** `money` is in the row's or workspace's currency. */
  readonly unit?: 'money' | 'days' | 'minutes' | 'points' | 'pieces' | 'share' | 'km';
  /** A row without it is rejected at import. */
  readonly required?: true;
  /** Looks personal: flagged in the dictionary, never in an exported view. */
  readonly personal?: true;
  /** Worked out at import; no column of a file is mapped to it. */
  readonly workedOut?: true;
}

/** A canonical table: the only shape that analyses see, whatever file the rows came from. */
export interface TableDefinition<Name extends string = string> {
  readonly name: Name;
  readonly title: string;
  /** What one row is. */
  readonly grain: string;
  /** Columns that identify a row. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnDefinition[];
}

/** `CREATE TABLE` for a canonical table, under its own name or another. */
export const createTableSql = (table: TableDefinition, name: string = table.name): string =>
  `create table ${name} (${table.columns.map((column) => `${column.name} ${column.type}`).join(', ')})`;
