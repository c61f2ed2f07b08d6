import type { ImportIssue } from '../contract.ts';
import type { MappingTarget } from '../mapping/targets.ts';

/** A column of a staged file on its way to a target. */
export interface ColumnSource {
  /** Name in the file. */
  readonly name: string;
  /** Name in the staged table. */
  readonly staged: string;
  readonly target: MappingTarget;
}

/** Whether a target names something: a customer, an order, a product … */
export const isIdentifier = ({ target }: MappingTarget): boolean => /_id(_\d+)?$|reference$/.test(target);

/** The expression that reads a column's values, and what was noticed about them. */
export interface ColumnReading {
  readonly sql: string;
  readonly issues: readonly ImportIssue[];
  /** Currencies that money values name. */
  readonly currencies: readonly string[];
}

/** SQL that reads a staged column as the type of its target. */
export interface TypedColumn extends ColumnSource, ColumnReading {
  /** SQL of what the cell says before it is read: null when empty. */
  readonly text: string;
  /** Rows whose cell is empty, and rows whose cell can't be read. */
  readonly empty: number;
  readonly unreadable: number;
  /** Some timestamp has a time of day. */
  readonly hasTimes: boolean;
}

/** The title of a column in a sentence. */
export const quoted = (name: string): string => `“${name.slice(0, 60)}”`;

/** A remark with its count, or nothing when it counts none. */
export const remark = (
  severity: ImportIssue['severity'],
  code: string,
  count: number,
  message: string,
): readonly ImportIssue[] => (count > 0 ? [{ severity, code, message, count }] : []);

/** What is said of words that were taken for no value in a column. */
export const nullWordIssue = (
  name: string,
  words: readonly string[],
  count: number,
): readonly ImportIssue[] => {
  const said = words.filter((word) => word !== '').slice(0, 5);
  const message = `${said.map((word) => `“${word}”`).join(', ')} in ${quoted(name)} ${said.length === 1 ? 'was' : 'were'} read as no value`;
  return said.length === 0 ? [] : remark('info', 'null-words', count, message);
};
