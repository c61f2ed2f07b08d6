/** What a number format of a spreadsheet makes of a number. */
export type FormatKind = 'number' | 'date' | 'time' | 'moment';

/** Formats that have a number instead of a code (ECMA-376 part 1, 18.8.30), those of East Asia included. */
const builtInRanges: readonly (readonly [first: number, last: number, kind: FormatKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'moment'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
];

const builtIn = (id: number): FormatKind =>
  builtInRanges.find(([first, last]) => id >= first && id <= last)?.[2] ?? 'number';

/** What is shown literally, colours, conditions and currencies are no letters of the format; elapsed hours are. */
const bare = (code: string): string =>
  (code.split(';')[0] ?? '')
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replaceAll(/general/gi, '')
    .toLowerCase();

/** What a format code makes of a number: `yyyy-mm-dd` a date, `[h]:mm` a time, `0.00` a number. */
export const kindOfCode = (code: string): FormatKind => {
  const letters = bare(code);
  const hasTime = /[hs]|\[m/.test(letters);
  // Minutes are written like months, but only beside hours or seconds.
  const hasDate = /[yd]|mmm/.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDate) return hasTime ? 'moment' : 'date';
  return hasTime ? 'time' : 'number';
};

/** What a format makes of a number, by its code where it has one. */
export const kindOfFormat = (id: number, code: string | undefined): FormatKind =>
  code === undefined ? builtIn(id) : kindOfCode(code);
