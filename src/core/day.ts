/** A calendar day as ISO text, `YYYY-MM-DD`, without a time zone. */
export type Day = `${number}-${number}-${number}`;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const millisecondsPerDay = 86_400_000;

/** Whether the text is a real calendar day in ISO form; 2025-02-30 is not. */
export const isDay = (text: string): text is Day =>
  dayPattern.test(text) && dayFromMilliseconds(Date.parse(text)) === text;

/** The years 0 to 9999, which ISO text writes with four digits, in epoch milliseconds. */
const [firstMoment, lastMoment] = [-62_167_219_200_000, 253_402_300_799_999];

/** The UTC day of an epoch time in milliseconds; undefined when it is no moment of the years 0 to 9999. */
export const dayFromMilliseconds = (milliseconds: number): Day | undefined =>
  milliseconds >= firstMoment && milliseconds <= lastMoment
    ? (new Date(milliseconds).toISOString().slice(0, 10) as Day)
    : undefined;

/** Midnight UTC of a day, in epoch milliseconds. */
export const millisecondsOfDay = (day: Day): number => Date.parse(day);

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day =>
  new Date(millisecondsOfDay(day) + count * millisecondsPerDay).toISOString().slice(0, 10) as Day;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((millisecondsOfDay(to) - millisecondsOfDay(from)) / millisecondsPerDay);
