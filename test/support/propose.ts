import { proposeMapping, type ProposedMapping } from '../../src/data/importing/mapping/propose-mapping.ts';
import { profileColumn } from '../../src/data/importing/values/profile-column.ts';

/** Proposes a mapping for a table that is given by its header and a function for the cells of each row. */
export const proposeFor = (
  headers: readonly string[],
  row: (index: number) => readonly (string | number)[],
  { count = 40, name = 'file.csv' }: { readonly count?: number; readonly name?: string } = {},
): ProposedMapping => {
  const rows = Array.from({ length: count }, (_, index) => row(index).map(String));
  const cells = headers.map((_, column) => rows.map((one) => one[column] ?? ''));
  const columns = headers.map((header, column) => profileColumn(header, header, cells[column] ?? []));
  return proposeMapping({ columns, cells, hasHeader: true, name });
};

/** Targets by column. */
export const targetsOf = ({ mapping }: ProposedMapping): Record<string, string> =>
  Object.fromEntries(mapping.map(({ column, target }) => [column, target]));

/** A day of 2024 as ISO text. */
export const isoDay = (index: number): string =>
  `2024-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
