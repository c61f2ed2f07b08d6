/** The table as it was loaded, kept beside the treated one that has its name. */
export const rawName = (table: string): string => `raw_${table}`;

/** Name of a treated table while it is being made. */
export const treatedName = (table: string): string => `treated_${table}`;

/** Query of the tables of the current database that are kept as loaded: one row with `name` each. */
export const rawTablesSql = `select substr(table_name, 5) as name from duckdb_tables()
  where database_name = current_database() and starts_with(table_name, 'raw_')`;
