import type { ImportIssue } from '../../src/data/importing/contract.ts';
import { typeColumn, type ValueMarks } from '../../src/data/importing/building/typed-columns.ts';
import { findTarget } from '../../src/data/importing/mapping/targets.ts';
import { quoteLiteral } from '../../src/data/sql/quote-literal.ts';
import { valueOf, type TestEngine } from './engine.ts';
import { importDatabaseOf } from './importing.ts';

/** What became of a column's cells. */
export interface ReadColumn {
  /** In the order of the cells: numbers and booleans as such, dates as ISO text. */
  readonly values: readonly unknown[];
  readonly issues: readonly ImportIssue[];
  readonly currencies: readonly string[];
  readonly empty: number;
  readonly unreadable: number;
}

const plainMarks: ValueMarks = { decimalMark: '.', dateOrder: 'dmy' };

/** Reads cells as an import reads a whole column that goes to a target of the canonical model. */
export const readColumn = async (
  engine: TestEngine,
  target: string,
  cells: readonly (string | null)[],
  marks: Partial<ValueMarks> = {},
): Promise<ReadColumn> => {
  const found = findTarget(target);
  if (found === undefined) throw new Error(`no target ${target}`);
  const rows = cells.map((cell, index) => `(${index}, ${quoteLiteral(cell)})`).join(', ');
  await engine.exec(`create or replace table cells as select * from (values ${rows}) as t(n, c0)`);
  const source = { name: 'Column', staged: 'c0', target: found };
  const database = importDatabaseOf(engine);
  const column = valueOf(await typeColumn(database, { table: 'cells' }, source, { ...plainMarks, ...marks }));
  const isExact = found.type.startsWith('DECIMAL') ? '::varchar::double' : '';
  const read = await engine.rows(`select (${column.sql})${isExact} as v from cells order by n`);
  const { issues, currencies, empty, unreadable } = column;
  return { values: read.map(({ v }) => v), issues, currencies, empty, unreadable };
};
