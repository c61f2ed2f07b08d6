import { addDays } from './day.ts';
import type { Day } from './day.ts';

/** A stretch of the calendar that cohorts and series are cut into. */
export type CalendarPeriod = 'month' | 'quarter';

const monthsOf: Record<CalendarPeriod, number> = { month: 1, quarter: 3 };

const dayOf = (year: number, monthIndex: number): Day =>
  new Date(Date.UTC(year, monthIndex, 1)).toISOString().slice(0, 10) as Day;

/** First day of the month or quarter that the day lies in. */
export const startOfPeriod = (day: Day, period: CalendarPeriod): Day => {
  const monthIndex = Number(day.slice(5, 7)) - 1;
  return dayOf(Number(day.slice(0, 4)), monthIndex - (monthIndex % monthsOf[period]));
};

/** First day of the period `count` periods after the one that the day lies in. */
export const addPeriods = (day: Day, count: number, period: CalendarPeriod): Day => {
  const start = startOfPeriod(day, period);
  return dayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1 + count * monthsOf[period]);
};

/** Last day of the period that the day lies in. */
export const endOfPeriod = (day: Day, period: CalendarPeriod): Day => addDays(addPeriods(day, 1, period), -1);
