import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { SqlType } from '../../tables/table.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { zoneExpression } from '../values/clock-format.ts';
import type { DateFormat, DateOrder } from '../values/date-format.ts';
import { noEvidence, orderEvidenceQuery, readingOf, type OrderEvidence } from '../values/date-order.ts';
import { dateFormatOf, leadingNumbers } from '../values/date-shape.ts';
import { dateSql, type DateReading } from '../values/date-sql.ts';
import type { CountedText } from '../values/number-shape.ts';
import { quoted, remark, type ColumnReading } from './column-reading.ts';
import type { ColumnShapes } from './read-facts.ts';

/** A column of dates: where it is, the SQL of its text, and how that is written. */
export interface DateColumn extends ColumnShapes {
  readonly name: string;
  readonly table: string;
  readonly staged: string;
  readonly text: string;
}

const orderWords = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const;

const readEvidence = async (
  database: ImportDatabase,
  { table, staged, text }: DateColumn,
): Promise<Result<OrderEvidence>> => {
  const counted = await database.rows(orderEvidenceQuery(table, staged, text));
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  const of = (name: string): number => Number(row[name] ?? 0);
  return ok({ dmy: of('dmy'), mdy: of('mdy'), ymd: of('ymd'), yearLast: of('year_last') });
};

const orderIssues = (
  name: string,
  evidence: OrderEvidence,
  fileOrder: DateOrder,
  { order, other, leavesAmbiguous }: DateReading,
): readonly ImportIssue[] => {
  const { dmy, mdy, ymd } = evidence;
  const words = orderWords[order];
  if (other !== undefined) {
    const rest = leavesAmbiguous
      ? 'those that could be either were left empty'
      : 'the others were read so too';
    const message = `${quoted(name)} mixes dates with the day first and with the month first: each was read as its numbers prove, ${rest} (${words})`;
    return remark('warning', 'date-order-mixed', Math.min(dmy, mdy), message);
  }
  if (dmy + mdy + ymd === 0)
    return [
      {
        severity: 'warning',
        code: 'date-order-guess',
        message: `No date in ${quoted(name)} has a day over 12: read ${words}`,
      },
    ];
  if (order === fileOrder || fileOrder === 'ymd') return [];
  const message = `${quoted(name)} can only be read ${words}, unlike what was set for the file`;
  return remark('info', 'date-order-column', Math.max(dmy, mdy, ymd), message);
};

type Written = readonly (readonly [shape: CountedText, format: DateFormat])[];

const countWhere = (written: Written, isCounted: (format: DateFormat) => boolean): number =>
  written.reduce((sum, [{ count }, format]) => sum + (isCounted(format) ? count : 0), 0);

/** What should be said of ways of writing that need an interpretation. */
const formatIssues = (name: string, written: Written): readonly ImportIssue[] => {
  const column = quoted(name);
  const count = (isCounted: (format: DateFormat) => boolean): number => countWhere(written, isCounted);
  return [
    ...remark(
      'info',
      'two-digit-years',
      count(({ pattern }) => pattern.includes('%y')),
      `Years of two digits in ${column} were read as 1969 to 2068`,
    ),
    ...remark(
      'info',
      'periods-as-dates',
      count(({ isCoarse, kind }) => isCoarse && kind !== 'week'),
      `Values in ${column} name a month, quarter or year: its first day was taken`,
    ),
    ...remark(
      'info',
      'weeks-as-dates',
      count(({ isCoarse, kind }) => isCoarse && kind === 'week'),
      `Values in ${column} name calendar weeks (ISO 8601): the Monday of each was taken`,
    ),
    ...remark(
      'info',
      'excel-dates',
      count(({ kind }) => kind === 'excel-serial'),
      `Numbers in ${column} were read as a spreadsheet’s days since 1900`,
    ),
    ...remark(
      'info',
      'epoch-dates',
      count(({ kind }) => kind.startsWith('epoch')),
      `Numbers in ${column} were read as time passed since 1970, in UTC`,
    ),
  ];
};

/** Zones are not converted: what a shop or customer saw on the clock is what is kept, and it is said. */
export const zoneIssues = async (
  database: ImportDatabase,
  { name, table, text }: Pick<DateColumn, 'name' | 'table' | 'text'>,
): Promise<Result<readonly ImportIssue[]>> => {
  const found = await database.rows(
    `with tails as (select ${text} as tail, count(*) as n from ${table} group by tail),
     zoned as (select trim(regexp_extract(tail, ${quoteLiteral(zoneExpression)}, 1)) as zone, n from tails)
     select zone, sum(n)::integer as n from zoned where zone <> '' group by zone order by n desc, zone`,
  );
  if (!found.ok || found.value.length === 0) return found.ok ? ok([]) : found;
  const zones = found.value.map(({ zone }) => String(zone));
  const count = found.value.reduce((sum, { n }) => sum + Number(n), 0);
  const named = zones.slice(0, 6).join(', ') + (zones.length > 6 ? ' …' : '');
  const isOne = zones.length === 1;
  const message = `Times in ${quoted(name)} name ${isOne ? 'the time zone' : 'several time zones:'} ${named}. They were kept as they are written, on the clock of ${isOne ? 'that zone' : 'each zone'}, and not converted`;
  return ok(remark(isOne ? 'info' : 'warning', 'time-zone', count, message));
};

/** The reading of a column's all-number dates, by what the whole column proves. */
export const readDateOrder = async (
  database: ImportDatabase,
  column: DateColumn,
  fileOrder: DateOrder,
): Promise<Result<{ readonly reading: DateReading; readonly issues: readonly ImportIssue[] }>> => {
  const isOpen = column.shapes.some(({ text }) => leadingNumbers(text) !== undefined);
  const evidence = isOpen ? await readEvidence(database, column) : ok(noEvidence);
  if (!evidence.ok) return evidence;
  const reading = isOpen ? readingOf(evidence.value, fileOrder) : { order: fileOrder };
  return ok({ reading, issues: isOpen ? orderIssues(column.name, evidence.value, fileOrder, reading) : [] });
};

/** Finds out how a column's dates are read. */
export const readDates = async (
  database: ImportDatabase,
  column: DateColumn,
  type: SqlType,
  fileOrder: DateOrder,
): Promise<Result<ColumnReading>> => {
  const { name, text, shapes, isComplete } = column;
  const ordered = await readDateOrder(database, column, fileOrder);
  if (!ordered.ok) return ordered;
  const { reading, issues } = ordered.value;
  const written: Written = shapes.flatMap((shape) => {
    const format = dateFormatOf(shape.text, reading.order);
    return format ? [[shape, format] as const] : [];
  });
  const zoned = written.some(([, { steps }]) => steps.includes('tail'))
    ? await zoneIssues(database, column)
    : ok([]);
  if (!zoned.ok) return zoned;
  return ok({
    sql: dateSql(text, type, shapes, reading, isComplete),
    issues: [...issues, ...formatIssues(name, written), ...zoned.value],
    currencies: [],
  });
};
