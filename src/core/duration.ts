/** The units in which a model measures time. */
export type TimeUnit = 'day' | 'week' | 'month';

declare const unitOf: unique symbol;

/** A length of time that knows its unit, so that weeks can't be passed where days are meant. */
export type Duration<U extends TimeUnit> = number & { readonly [unitOf]: U };

/** A length of time in days. */
export type Days = Duration<'day'>;
/** A length of time in weeks of 7 days. */
export type Weeks = Duration<'week'>;
/** A length of time in months. */
export type Months = Duration<'month'>;

/** A number of days. */
export const days = (count: number): Days => count as Days;
/** A number of weeks of 7 days. */
export const weeks = (count: number): Weeks => count as Weeks;
/** A number of months. */
export const months = (count: number): Months => count as Months;
/** A number of the unit that is only known where the program runs. */
export const duration = <U extends TimeUnit>(count: number, _unit: U): Duration<U> => count as Duration<U>;

/** Days of an average month: 365.25 ÷ 12. */
export const averageDaysPerMonth = 30.4375;

/** Months as a length of time in another unit; a month has 30.4375 days unless told otherwise. */
export const monthsInUnit = <U extends TimeUnit>(
  count: Months,
  unit: U,
  daysPerMonth: number = averageDaysPerMonth,
): Duration<U> => {
  const unitsPerMonth: Record<TimeUnit, number> = { day: daysPerMonth, week: daysPerMonth / 7, month: 1 };
  return (count * unitsPerMonth[unit]) as Duration<U>;
};

/** Days as a length of time in another unit; a month has 30.4375 days unless told otherwise. */
export const daysInUnit = <U extends TimeUnit>(
  count: Days,
  unit: U,
  daysPerMonth: number = averageDaysPerMonth,
): Duration<U> => {
  const daysPerUnit: Record<TimeUnit, number> = { day: 1, week: 7, month: daysPerMonth };
  return (count / daysPerUnit[unit]) as Duration<U>;
};
