import type { Need } from '../analyses/analysis.ts';
import { canonicalTables } from '../data/tables/canonical-tables.ts';
import type { DatasetDescription } from '../engine/contract.ts';

const titleOf = (table: string): string =>
  canonicalTables.find((known) => known.name === table)?.title ?? table;

/** What an analysis needs and the data don't have, in words: “Orders”, “Orders: customer_id”. Empty when it can run. */
export const missingNeeds = (needs: readonly Need[], data: DatasetDescription): readonly string[] =>
  needs.flatMap(({ table, columns = [] }) => {
    const loaded = data.tables.find((one) => one.name === table);
    if (!loaded || loaded.rows === 0) return [titleOf(table)];
    return columns
      .filter((column) => (loaded.columns.find((one) => one.name === column)?.known ?? 0) === 0)
      .map((column) => `${titleOf(table)}: ${column.replaceAll('_', ' ')}`);
  });
