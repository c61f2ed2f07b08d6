import type { Random } from '../../core/numeric/random.ts';
import type { Day } from '../../core/day.ts';
import { daysBetween, millisecondsOfDay } from '../../core/day.ts';

/** First and last day of both sample companies' data. */
export const firstDay: Day = '2023-01-01';
export const lastDay: Day = '2025-12-31';

const millisecondsPerDay = 86_400_000;

/** Number of days from the first to the last, both included. */
export const dayCount = daysBetween(firstDay, lastDay) + 1;

/** Whole days from 1970-01-01 to the first day. */
export const epochDayOfStart = millisecondsOfDay(firstDay) / millisecondsPerDay;

/** Position of a calendar day: 0 is the first day of the data. */
export const positionOfDay = (day: Day): number => daysBetween(firstDay, day);

/** Milliseconds since 1970 of a time `minutes` into a day of the data. */
export const timeOf = (position: number, minutes: number): number =>
  (epochDayOfStart + position) * millisecondsPerDay + minutes * 60_000;

/** Day of the data on which a time lies. */
export const positionOfTime = (time: number): number =>
  Math.floor(time / millisecondsPerDay) - epochDayOfStart;

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (position: number): number => (epochDayOfStart + position + 4) % 7;

/** First position of each month, and one past the last day at the end. */
export const monthStarts: readonly number[] = Array.from(
  { length: 37 },
  (_, month) => Date.UTC(2023, month, 1) / millisecondsPerDay - epochDayOfStart,
);

const months = Uint8Array.from({ length: dayCount }, (_, position) =>
  monthStarts.findLastIndex((start) => start <= position),
);

/** Months since the first one, 0 … 35. */
export const monthOf = (position: number): number => months[position] ?? 0;

/**
 * How busy each day is, and the same added up, so that events of a Poisson process in "busy time" fall on calendar days
 * in proportion: one ordinary day is 1.
 */
export interface Busyness {
  /** Busy time from the first day up to the start of each day; one entry more than there are days. */
  readonly upTo: Float64Array;
  /** The day on which a moment of busy time lies; `dayCount` or more when it is after the last. */
  readonly dayAt: (moment: number) => number;
}

/** Busyness from the share of the week on each weekday (Sunday first) and of the year in each month (January first). */
export const createBusyness = (weekdays: readonly number[], months: readonly number[]): Busyness => {
  const upTo = new Float64Array(dayCount + 1);
  for (let day = 0; day < dayCount; day += 1) {
    const weight = (weekdays[weekdayOf(day)] ?? 1) * (months[monthOf(day) % 12] ?? 1);
    upTo[day + 1] = (upTo[day] ?? 0) + weight;
  }
  return {
    upTo,
    dayAt: (moment) => {
      let low = 0;
      let high = dayCount;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((upTo[middle] ?? 0) <= moment) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
};

/** A day drawn in proportion to how busy it is, between two positions (the second not included). */
export const drawDay = (random: Random, busyness: Busyness, from: number, to: number): number => {
  const start = busyness.upTo[from] ?? 0;
  const end = busyness.upTo[Math.min(to, dayCount)] ?? start;
  return Math.min(busyness.dayAt(start + random.next() * (end - start)), to - 1);
};
