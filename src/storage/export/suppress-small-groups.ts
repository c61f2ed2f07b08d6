import { isSmallGroup, smallGroupText } from '../../core/small-group.ts';
import type { Cell } from '../../data/row.ts';
import { cellOf, type ExportTable } from './export-table.ts';

/** The numbers behind a figure, and which of them says how many people a row is about. */
export interface FigureTable extends ExportTable {
  /** Key of that column; without it rows are about no group of people. */
  readonly people?: string;
}

/** Words that name a row, such as a stage or a channel: the first cell, and text that holds no figure. */
const isName = (cell: Cell, at: number): boolean =>
  at === 0 || (typeof cell === 'string' && !/\d/.test(cell));

/**
 * A figure's table as it may leave the machine: a row about fewer people than the house rule keeps the words that name it, and
 * says so in place of every figure. A row about nobody, or about an unknown number, stays. `suppressed`: rows without figures.
 */
export const suppressSmallGroups = ({
  columns,
  people,
  rows,
}: FigureTable): ExportTable & { readonly suppressed: number } => {
  let suppressed = 0;
  const kept = rows.map((row) => {
    const count = people === undefined ? null : (row[people] ?? null);
    if (typeof count !== 'number' || !isSmallGroup(count)) return row;
    suppressed += 1;
    return Object.fromEntries(
      columns.map((column, at): [string, Cell] => {
        const cell = cellOf(row, column);
        return [column.key, isName(cell, at) || cell === null ? cell : smallGroupText];
      }),
    );
  });
  return { columns, rows: kept, suppressed };
};
