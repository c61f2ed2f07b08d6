import type { CalendarFormat } from './calendar-format.ts';
import { splitClock } from './clock-format.ts';
import type { DateFormat, DateStep } from './date-format.ts';

/** Months in English, German, French, Spanish, Portuguese and Italian, in lower case without accents, from January. */
const months: readonly string[] = [
  'january|jan|januar|janner|janvier|janv|enero|ene|janeiro|gennaio|gen',
  'february|feb|februar|febr|feber|fevrier|fevr|fev|febrero|fevereiro|febbraio',
  'march|mar|marz|mrz|mars|marzo|marco',
  'april|apr|avril|avr|abril|abr|aprile',
  'may|mai|mayo|maio|maggio|mag',
  'june|jun|juni|juin|junio|junho|giugno|giu',
  'july|jul|juli|juillet|juil|julio|julho|luglio|lug',
  'august|aug|aout|agosto|ago',
  'september|sep|sept|septembre|septiembre|setiembre|setembro|set|settembre|sett',
  'october|oct|oktober|okt|octobre|octubre|outubro|out|ottobre|ott',
  'november|nov|novembre|noviembre|novembro',
  'december|dec|dezember|dez|decembre|diciembre|dic|dezembro|dicembre',
];

const weekdays =
  'monday|mon|tuesday|tues|tue|wednesday|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun|montag|mo|dienstag|di|mittwoch|mi|donnerstag|do|freitag|fr|samstag|sonnabend|sa|sonntag|so|lundi|lun|mardi|mar|mercredi|mer|jeudi|jeu|vendredi|ven|samedi|sam|dimanche|dim|lunes|martes|miercoles|mie|jueves|jue|viernes|vie|sabado|sab|domingo|dom|segunda-feira|segunda|seg|terca-feira|terca|ter|quarta-feira|quarta|qua|quinta-feira|quinta|qui|sexta-feira|sexta|sex|lunedi|martedi|mercoledi|giovedi|gio|venerdi|sabato|domenica';

const monthNumbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
);

const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

const monthExpression = longestFirst([...monthNumbers.keys()]);

/** A month's name among other signs: what stands before it, the name, what stands after it and its dot. */
const monthWordExpression = `(^|[^a-z])(${monthExpression})\\.?($|[^a-z.])`;

/** A weekday at the beginning. */
export const weekdayExpression = `^(?:${longestFirst(weekdays.split('|'))})\\b[.,]* +`;

/** Endings of a day's number: 1st, 2nd, 1er, 1º. */
export const ordinalExpression = '([0-9])(?:st|nd|rd|th|ers?|re|º|°|ª)([^a-z0-9]|$)';

/** Lower case without accents, as the words of dates are compared. */
const plainWords = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** SQL of the same. */
export const plainWordsSql = (value: string): string => `strip_accents(lower(${value}))`;

const monthWord = new RegExp(monthWordExpression);
const weekday = new RegExp(weekdayExpression);
const ordinal = new RegExp(ordinalExpression);

/** Digits of a format's parts by their length and place: the year has four, or is the last of two. */
const withDigits = (rest: string): string =>
  rest
    .replace(/(?<!\d)\d{4}(?!\d)/, '%Y')
    .replace(/(?<![%\d])\d{1,2}(?!\d)/, '%d')
    .replace(/(?<=[-/ .,'])\d{2}$/, '%y');

const linking = /(?<= |^)(?:de|del|of|di|the)(?= |$)/g;
const isFormat = (format: string): boolean =>
  !/[\p{L}\d]/u.test(format.replaceAll(/%[a-z]/gi, '').replaceAll(linking, ''));

/** The format of a date with the name of its month, already replaced by `%m`. */
const namedFormat = (text: string): CalendarFormat | undefined => {
  const format = withDigits(text);
  if (!isFormat(format)) return undefined;
  if (/%d/.test(format) && /%[Yy]/.test(format)) return { pattern: format, isCoarse: false };
  if (/%Y/.test(format)) return { pattern: format, isCoarse: true };
  // Spreadsheets write months as "Mar-24".
  return /^%m[- /']+%d$/.test(format) ? { pattern: format.replace('%d', '%y'), isCoarse: true } : undefined;
};

const stepsOf = (hasWeekday: boolean, hasOrdinal: boolean): readonly DateStep[] => [
  'words',
  ...(hasWeekday ? (['weekday'] as const) : []),
  ...(hasOrdinal ? (['ordinal'] as const) : []),
  'month',
];

/** How to read a date or timestamp with the name of its month in it; undefined: it isn't one. */
export const namedDateFormat = (text: string): DateFormat | undefined => {
  const words = plainWords(text);
  const day = words.replace(weekday, '');
  for (const start of day === words ? [words] : [words, day]) {
    const bare = start.replace(ordinal, '$1$2');
    const month = monthWord.exec(bare)?.[2];
    if (month === undefined) continue;
    const numbered = bare.replace(monthWord, '$1%m$3');
    const split = splitClock(numbered);
    const format = namedFormat(split?.date ?? numbered);
    if (format === undefined || (split && format.isCoarse)) continue;
    const steps = stepsOf(start !== words, bare !== start);
    const pattern = split ? split.before + format.pattern + split.after : format.pattern;
    const { isCoarse } = format;
    return { kind: 'strptime', pattern, hasTime: split !== undefined, isCoarse, steps, month };
  }
  return undefined;
};

/** SQL of a text of plain words whose month, one of these names, is a number of two digits. */
export const monthNumberSql = (plain: string, names: readonly string[]): string => {
  const expression = `(^|[^a-z])(${longestFirst(names)})\\.?($|[^a-z.])`;
  const numbers = names.map(
    (name) => `when '${name}' then '\\1${String(monthNumbers.get(name)).padStart(2, '0')}\\3'`,
  );
  const replacement = `(case regexp_extract(${plain}, '${expression}', 2) ${numbers.join(' ')} end)`;
  return `regexp_replace(${plain}, '${expression}', ${replacement})`;
};
