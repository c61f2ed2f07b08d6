/** A table or column name as a SQL identifier: always quoted, so that any header survives. */
export const quoteIdentifier = (name: string): string =>
  `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
