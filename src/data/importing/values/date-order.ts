import type { DateOrder } from './date-format.ts';
import type { DateReading } from './date-sql.ts';

/** What the all-number dates of a column prove about the order of their parts. */
export interface OrderEvidence {
  /** Different dates that only make sense with the day first, the month first, or a year of two digits first. */
  readonly dmy: number;
  readonly mdy: number;
  readonly ymd: number;
  /** Dates that end in a year for certain. */
  readonly yearLast: number;
}

/** Evidence of no dates. */
export const noEvidence: OrderEvidence = { dmy: 0, mdy: 0, ymd: 0, yearLast: 0 };

/** What one date says, by its numbers in the order in which they are written. */
export const evidenceOf = ([first, second, third]: readonly [number, number, number]): OrderEvidence => ({
  dmy: first > 12 && first <= 31 && second <= 12 ? 1 : 0,
  mdy: second > 12 && second <= 31 && first <= 12 ? 1 : 0,
  ymd: first > 31 ? 1 : 0,
  yearLast: third > 31 ? 1 : 0,
});

/** Adds up evidence. */
export const addEvidence = (a: OrderEvidence, b: OrderEvidence): OrderEvidence => ({
  dmy: a.dmy + b.dmy,
  mdy: a.mdy + b.mdy,
  ymd: a.ymd + b.ymd,
  yearLast: a.yearLast + b.yearLast,
});

/** Query of the evidence of a whole column, over its different values; `text` reads the column. */
export const orderEvidenceQuery = (table: string, column: string, text: string): string => {
  const part = (group: number): string =>
    `try_cast(regexp_extract(t, '^([0-9]{1,2})[-/. ]+([0-9]{1,2})[-/. ]+([0-9]{2,4})', ${group}) as integer)`;
  const count = (condition: string): string => `(count(*) filter (${condition}))::integer`;
  return `with different as (select distinct ${column} from ${table}),
    texts as (select ${text} as t from different),
    parts as (select ${part(1)} as a, ${part(2)} as b, ${part(3)} as c from texts)
    select ${count('a between 13 and 31 and b <= 12')} as dmy, ${count('b between 13 and 31 and a <= 12')} as mdy,
      ${count('a > 31')} as ymd, ${count('c > 31')} as year_last from parts`;
};

/** The order that dates prove; undefined when nothing does. */
export const provenOrder = ({ dmy, mdy, ymd, yearLast }: OrderEvidence): DateOrder | undefined => {
  if (ymd > yearLast) return 'ymd';
  if (dmy + mdy === 0) return undefined;
  return dmy >= mdy ? 'dmy' : 'mdy';
};

/** The largest share of dates in the other order for which ambiguous ones still follow the column's. */
const mostOther = 0.02;

/** How a column is read: by the order that its dates prove, or else by the file's. */
export const readingOf = (evidence: OrderEvidence, fileOrder: DateOrder): DateReading => {
  const { dmy, mdy, yearLast } = evidence;
  const isYearFirst = fileOrder === 'ymd' && yearLast === 0 && mdy === 0;
  const order = isYearFirst ? 'ymd' : (provenOrder(evidence) ?? (fileOrder === 'ymd' ? 'dmy' : fileOrder));
  if (order === 'ymd' || dmy === 0 || mdy === 0) return { order };
  return {
    order,
    other: order === 'dmy' ? 'mdy' : 'dmy',
    leavesAmbiguous: Math.min(dmy, mdy) > mostOther * (dmy + mdy),
  };
};
