const minus = '\u2212';
const zones =
  'Z|UTC|GMT|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CET|CEST|MEZ|MESZ|WET|WEST|EET|EEST|BST|IST|JST|MSK|AE[SD]T';
const zone = `(?:${zones}|(?:UTC|GMT)?[-+${minus}][0-9][0-9](?::?[0-9][0-9])?)(?: ?\\([^)]*\\)| ?\\[[^\\]]*\\])?`;
const minutes = '(:[0-9][0-9])';
const fraction = '[.,][0-9]+';
const halfOfDay = ' ?[AaPp][.]? ?[Mm][.]?';

/** Fractions of a second and a time zone at the end of a clock, for JavaScript and SQL; the groups 1 and 2 are kept. */
export const tailExpression = `${minutes}(?:${fraction})?(${halfOfDay})?(?: ?${zone})?$`;

/** A time zone at the end of a clock, which is the first group, for SQL. */
export const zoneExpression = `:[0-9][0-9](?:${fraction})?(?:${halfOfDay})? ?(${zone})$`;

/** A half of the day with dots or spaces in it, for JavaScript and SQL; the group 1 is kept. */
export const halfExpression = '([AaPp])(?:[.] ?| )[Mm][.]?$';

const clock = '\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?';
const clockAtEnd = new RegExp(
  `((?:t|,? +at +|, *|,? +(?:um|a|à|às|as|alle|ore|a las|kl\\.?) +| +|:)(?=\\d))(${clock})( ?[ap]m)?( ?uhr)?$`,
  'i',
);
const clockAtStart = new RegExp(`^(${clock})( ?[ap]m)?(,? +)`, 'i');

/** The format of a clock; before noon and after need hours up to 12. */
const formatOf = (written: string, half = ''): string => {
  const marks = [...written.matchAll(/[:.]/g)].map(([mark]) => mark);
  const parts = [half === '' ? '%H' : '%I', '%M', '%S'].slice(0, marks.length + 1);
  const format = parts.map((part, index) => part + (marks[index] ?? '')).join('');
  return format + (half === '' ? '' : `${half.startsWith(' ') ? ' ' : ''}%p`);
};

/** A timestamp taken apart: its date, and the formats of what stands before and after that. */
export interface SplitTimestamp {
  readonly date: string;
  readonly before: string;
  readonly after: string;
}

/** Takes the clock off a timestamp; undefined when there is none. */
export const splitClock = (text: string): SplitTimestamp | undefined => {
  const basic = /^(\d{8})T\d{6}$/i.exec(text);
  if (basic) return { date: basic[1] ?? '', before: '', after: `${text[8]}%H%M%S` };
  const end = clockAtEnd.exec(text);
  if (end) {
    const [, lead = '', time = '', half, unit = ''] = end;
    return { date: text.slice(0, end.index), before: '', after: lead + formatOf(time, half) + unit };
  }
  const start = clockAtStart.exec(text);
  if (!start) return undefined;
  const [whole, time = '', half, gap = ''] = start;
  return { date: text.slice(whole.length), before: formatOf(time, half) + gap, after: '' };
};
