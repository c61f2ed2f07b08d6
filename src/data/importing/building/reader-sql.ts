import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { RecordDialect } from '../text/record-dialect.ts';

/** The engine's own limit of a line, then what it is raised to when a line is longer. */
export const lineLimits = [2_097_152, 33_554_432, 134_217_728] as const;

/** A column of the file as the reader is to give it. */
export interface ReaderColumn {
  readonly name: string;
  readonly type: string;
}

/** What the engine's reader is told: everything, so that nothing is left to guess. */
export interface ReaderOptions {
  readonly path: string;
  readonly records: RecordDialect;
  readonly columns: readonly ReaderColumn[];
  readonly lineBytes: number;
  /** Further options as SQL. */
  readonly more: readonly string[];
}

/** SQL of the engine's reader of delimited text, strict and with nothing left to guess. */
export const readerSql = ({ path, records, columns, lineBytes, more }: ReaderOptions): string => {
  const { delimiter, quote, escape = quote } = records;
  const options = [
    'auto_detect = false',
    'header = false',
    `delim = ${quoteLiteral(delimiter)}`,
    `quote = ${quoteLiteral(quote)}`,
    `escape = ${quoteLiteral(escape)}`,
    `columns = {${columns.map(({ name, type }) => `'${name}': '${type}'`).join(', ')}}`,
    'strict_mode = true',
    'parallel = false',
    `max_line_size = ${lineBytes}`,
    ...(lineBytes === lineLimits[0] ? [] : [`buffer_size = ${2 * lineBytes}`]),
    ...more,
  ];
  return `select * from read_csv(${quoteLiteral(path)}, ${options.join(', ')})`;
};
