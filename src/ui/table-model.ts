/** A column of {@link import('./Table.svelte')}. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** What the cell says. */
  readonly text: (row: Row) => string;
  /** What sorting compares; without it the column can't be sorted. Missing values always come last. */
  readonly sortBy?: (row: Row) => string | number | null | undefined;
  /** `number` sets the column flush right in tabular figures. */
  readonly kind?: 'text' | 'number';
  /** The definition, shown on hover and focus of the heading. */
  readonly definition?: string;
}

/** Which column orders the rows, and how. */
export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const isMissing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value));

const compareValues = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** The rows in the order of `sort`, stable, missing values last in both directions; unsorted when the column can't be. */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] => {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy;
  if (!by || !sort) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const a = by(left);
    const b = by(right);
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    return sign * compareValues(a as string | number, b as string | number);
  });
};

/** The sort after a click on a heading: numbers start with the largest, words with A; a second click turns round. */
export const nextSort = <Row>(column: TableColumn<Row>, sort: TableSort | null): TableSort => {
  if (sort?.key === column.key) {
    return { key: column.key, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  return { key: column.key, direction: column.kind === 'number' ? 'descending' : 'ascending' };
};
