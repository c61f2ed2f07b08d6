import { parseSample } from '../text/parse-sample.ts';
import { linesOf } from '../text/read-sample.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { countFooter } from './find-footer.ts';
import { countFilled } from './table-shape.ts';

/** Lines of notes and totals at the end of a file that is longer than its head, from a sample that reaches to its end. */
export const findTailFooter = (tail: string | undefined, dialect: RecordDialect): number => {
  const { columns = 0 } = dialect;
  if (tail === undefined || columns < 2) return 0;
  const records = parseSample(tail, dialect);
  const filled = records.reduce((sum, { fields }) => sum + countFilled(fields), 0);
  const count = countFooter(records, columns, filled / Math.max(1, records.length * columns));
  const last = records[records.length - count - 1];
  if (count === 0 || last === undefined) return 0;
  return linesOf(tail.slice(last.next));
};
