const [dash, zero] = [45, 48];
const daysBefore = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const millisecondsOfDay = 86_400_000;
const [firstYear, lastYear] = [1900, 2199];

/** Days from 1 January 1970 to that of a year; index = year − {@link firstYear}. */
const newYears = Int32Array.from(
  { length: lastYear - firstYear + 2 },
  (_, index) => Date.UTC(firstYear + index, 0, 1) / millisecondsOfDay,
);

const digitsOf = (bytes: Uint8Array, start: number, count: number): number => {
  let value = 0;
  for (let at = start; at < start + count; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const monthLength = (month: number, isLeapYear: boolean): number =>
  month === 2 ? (isLeapYear ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** A day as `2024-02-29`, from 1900 to 2199, in days since 1970; NaN where it is written otherwise or is none. */
export const dayOf = (bytes: Uint8Array, start: number, end: number): number => {
  if (end - start !== 10 || bytes[start + 4] !== dash || bytes[start + 7] !== dash) return NaN;
  const year = digitsOf(bytes, start, 4);
  const month = digitsOf(bytes, start + 5, 2);
  const day = digitsOf(bytes, start + 8, 2);
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return NaN;
  const isLeapYear = isLeap(year);
  if (day > monthLength(month, isLeapYear)) return NaN;
  const leapDay = isLeapYear && month > 2 ? 1 : 0;
  return (newYears[year - firstYear] as number) + (daysBefore[month] as number) + leapDay + day - 1;
};
