import { err, ok, type Result } from '../../core/result.ts';
import type { Dialect } from './contract.ts';
import { detectDateOrder, detectNumberMarks } from './dialect/detect-marks.ts';
import { dateQuestion, type TextInspection } from './inspect-text.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { layOut } from './text/lay-out.ts';
import { profileColumn } from './values/profile-column.ts';

/** The beginning of a typed file as regular CSV under its names. */
export interface TypedHead {
  readonly file: string;
  readonly csv: string;
  /** There is nothing but these rows. */
  readonly isWhole: boolean;
  /** Its numbers have decimals, so that the point is known to be the decimal mark. */
  readonly hasDecimals: boolean;
}

/** What is written anew is written like this. */
export const writtenText = { encoding: 'utf-8', delimiter: ',', quote: '"' } as const;

const previewRows = 20;
const longestPreviewCell = 200;
const pointMarks = { decimalMark: '.', thousandsMark: '' } as const;

/**
 * Works out dialect, columns and mapping of a file whose columns have names and types of their own. Only texts leave
 * something to find out: the order of dates, and the marks of numbers where no number shows them.
 */
export const inspectTyped = (head: TypedHead, corrections: Partial<Dialect>): Result<TextInspection> => {
  const plain: Dialect = {
    ...writtenText,
    skipLines: 0,
    hasHeader: true,
    ...pointMarks,
    dateOrder: 'ymd',
    dateOrderIsAGuess: false,
  };
  const { names, headers, rows } = layOut(head.csv, plain, head.isWhole);
  if (rows.length === 0) return err({ kind: 'file-header-only', file: head.file, columns: names.length });
  const cells = names.map((_, index) => rows.map(({ fields }) => fields[index] ?? ''));
  const columns = names.map((name, index) => profileColumn(name, headers[index] ?? '', cells[index] ?? []));
  const marks = head.hasDecimals ? pointMarks : detectNumberMarks(cells.flat(), ',');
  const { decimalMark = marks.decimalMark, thousandsMark = marks.thousandsMark, dateOrder } = corrections;
  const order =
    dateOrder === undefined ? detectDateOrder(cells, decimalMark) : { dateOrder, dateOrderIsAGuess: false };
  const dialect: Dialect = {
    ...plain,
    ...(head.hasDecimals ? {} : { ...marks, decimalMark, thousandsMark }),
    ...order,
  };
  const proposed = proposeMapping({ columns, cells, hasHeader: true, name: head.file });
  return ok({
    dialect,
    columns,
    preview: rows
      .slice(0, previewRows)
      .map(({ fields }) => fields.map((field) => field.slice(0, longestPreviewCell))),
    ...proposed,
    questions: [...proposed.questions, ...(dialect.dateOrderIsAGuess ? [dateQuestion] : [])],
    issues: [],
  });
};
