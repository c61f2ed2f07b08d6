/** A cell that came from the engine: dates are ISO text, decimals and counts are numbers. */
export type Cell = string | number | boolean | null;

/** A row of a query, keyed by snake_case column name. */
export type Row = Readonly<Record<string, Cell>>;
