import {
  afterLineEnd,
  countLines,
  isLineEnd,
  plainFieldEnd,
  skipSpaces,
  type RecordDialect,
  type TextRecord,
} from './record-dialect.ts';
import { endAfterQuote, isBackslashed, openingPosition, unescape } from './read-strict.ts';

/** What each liberty with quotes costs; of all readings of a record the cheapest is taken. */
const costs = {
  /** A column without a field, or a field without a column. */
  perColumn: 2,
  /** A plain value with quotes inside, one that ends in a quote, one that begins with a quote which encloses nothing. */
  quoteInPlain: 1,
  strayClosing: 1.6,
  strayOpening: 2,
  /** The first quote inside a quoted value that isn't escaped, the following ones, and line ends then. */
  bareQuote: 0.9,
  nextBareQuote: 0.1,
  backslashedQuote: 0.5,
  lineEndThen: 3,
  /** A delimiter that is missing before or after a quoted value. */
  lostDelimiter: 2.5,
  lostDelimiterAfter: 2.8,
} as const;

const mostClosings = 40;
const mostLost = 3;
/** Dearer readings of one value are not begun. */
const dearest = 12;
const mostColumns = 3000;
/** Readings begun for one record; then its quotes are taken as text. */
const mostSteps = 20_000;
/** Characters of a record that are looked at. */
export const searchedCharacters = 256 * 1024;

/** One way to read a field. */
interface Step {
  readonly cost: number;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly end: number;
  /** The next field follows without a delimiter. */
  readonly isJoined?: boolean;
}

/** A reading of the record up to a field's end. */
interface Reading extends Step {
  readonly fields: number;
  readonly before: Reading | undefined;
  readonly isComplete: boolean;
}

/** Cost of a quoted value as it stands, by its quotes that aren't escaped. */
const costOfQuoted = (text: string, from: number, to: number, dialect: RecordDialect): number => {
  const { quote, escape = quote } = dialect;
  let bare = 0;
  let slashed = 0;
  for (let at = text.indexOf(quote, from); at >= 0 && at < to; at = text.indexOf(quote, at + quote.length)) {
    const isPair = escape === quote && text.startsWith(quote, at + quote.length) && at + quote.length < to;
    if (isPair) at += quote.length;
    else if (!isBackslashed(text, from, at)) bare += 1;
    else if (escape !== '\\') slashed += 1;
  }
  if (bare + slashed === 0) return 0;
  const first = bare > 0 ? costs.bareQuote : costs.backslashedQuote;
  const lines = Math.min(20, countLines(text, from, to));
  return first + (bare + slashed - 1) * costs.nextBareQuote + lines * costs.lineEndThen;
};

const valueOfQuoted = (text: string, from: number, to: number, dialect: RecordDialect): string =>
  unescape(text.slice(from, to), dialect).replaceAll(`\\${dialect.quote}`, dialect.quote);

/** Quotes from a position on that may close a field. */
function* closings(
  text: string,
  from: number,
  limit: number,
  { quote, escape }: RecordDialect,
): Generator<number> {
  for (let at = text.indexOf(quote, from); at >= 0 && at < limit; at = text.indexOf(quote, at + quote.length))
    if (escape !== '\\' || !isBackslashed(text, from, at)) yield at;
}

/** All ways to read the field at a position as a quoted one. */
const quotedSteps = (text: string, start: number, limit: number, dialect: RecordDialect): readonly Step[] => {
  const { delimiter, quote, columns } = dialect;
  const opening = openingPosition(text, start, delimiter);
  if (quote === '' || !text.startsWith(quote, opening)) return [];
  const from = opening + quote.length;
  const steps: Step[] = [];
  let lost = columns === undefined ? mostLost : 0;
  for (const at of closings(text, from, limit, dialect)) {
    const after = at + quote.length;
    const end = endAfterQuote(text, after, delimiter);
    if (end < 0 && ++lost > mostLost) continue;
    const cost = costOfQuoted(text, from, at, dialect);
    const value = valueOfQuoted(text, from, at, dialect);
    const extra = text.startsWith(quote, after) ? costs.lostDelimiter : costs.lostDelimiterAfter;
    steps.push(
      end >= 0
        ? { cost, value, isQuoted: true, end }
        : { cost: cost + extra, value, isQuoted: true, end: after, isJoined: true },
    );
    if (steps.length >= mostClosings || cost > dearest) break;
  }
  return steps;
};

/** The ways to read the field at a position as plain text. */
const plainSteps = (text: string, start: number, dialect: RecordDialect): readonly Step[] => {
  const { delimiter, quote, columns } = dialect;
  const end = plainFieldEnd(text, start, delimiter);
  const value = text.slice(start, end);
  const inside = quote === '' ? -1 : value.indexOf(quote);
  if (inside < 0) return [{ cost: 0, value, isQuoted: false, end }];
  const before = value.slice(0, inside);
  if (before.trim() === '') return [{ cost: costs.strayOpening, value, isQuoted: false, end }];
  const cost = value.trimEnd().endsWith(quote) ? costs.strayClosing : costs.quoteInPlain;
  const whole = { cost, value, isQuoted: false, end };
  if (columns === undefined || delimiter === ' ') return [whole];
  const lost = { cost: costs.lostDelimiter, value: before, isQuoted: false, end: start + inside };
  return [whole, { ...lost, isJoined: true }];
};

/** The reading to go on with: the cheapest, of equally cheap ones the furthest. */
const takeBest = (open: Reading[]): Reading | undefined => {
  let best = 0;
  for (let index = 1; index < open.length; index += 1) {
    const [one, other] = [open[index], open[best]];
    if (one === undefined || other === undefined) continue;
    const difference = one.cost - other.cost;
    if (difference < -1e-9 || (difference < 1e-9 && one.end > other.end)) best = index;
  }
  const [taken] = open.splice(best, 1);
  return taken;
};

/** Continues a reading by one field. */
const extend = (
  text: string,
  before: Reading | undefined,
  step: Step,
  { delimiter, columns }: RecordDialect,
): Reading => {
  const end = delimiter === ' ' ? skipSpaces(text, step.end) : step.end;
  const fields = (before?.fields ?? 0) + 1;
  const isComplete = end >= text.length || isLineEnd(text.charCodeAt(end));
  const missing = isComplete && columns !== undefined ? Math.abs(columns - fields) : 0;
  const cost = (before?.cost ?? 0) + step.cost + missing * costs.perColumn;
  return { ...step, end, cost, fields, before, isComplete };
};

/** Where the field after a reading begins. */
const nextField = (reading: Reading | undefined, start: number, { delimiter }: RecordDialect): number => {
  if (reading === undefined) return start;
  return reading.isJoined === true || delimiter === ' ' ? reading.end : reading.end + delimiter.length;
};

/** The cheapest reading of the record at `start`, by its last field. */
const search = (text: string, start: number, dialect: RecordDialect): Reading | undefined => {
  const { columns } = dialect;
  const limit = Math.min(text.length, start + searchedCharacters);
  const open: Reading[] = [];
  const begun = new Set<number>();
  let steps = 0;
  let reading: Reading | undefined;
  do {
    const fields = reading?.fields ?? 0;
    const at = nextField(reading, start, dialect);
    // A place may be reached with different numbers of fields, which matters only when columns are to be filled.
    const key = columns === undefined ? at : at * (mostColumns + 4) + Math.min(fields, columns + 2);
    if (!begun.has(key)) {
      begun.add(key);
      const isPlain = steps > mostSteps || (columns !== undefined && fields > columns + 1);
      const plain = plainSteps(text, at, dialect);
      const next = isPlain ? plain.slice(0, 1) : [...plain, ...quotedSteps(text, at, limit, dialect)];
      steps += next.length;
      for (const step of next) open.push(extend(text, reading, step, dialect));
    }
    reading = takeBest(open);
  } while (reading?.isComplete === false);
  return reading;
};

/** The likeliest reading of a record whose quotes are not as the dialect says: the one that takes the fewest liberties. */
export const searchReading = (text: string, start: number, dialect: RecordDialect): TextRecord => {
  const { columns = 0, delimiter } = dialect;
  const from = delimiter === ' ' ? skipSpaces(text, start) : start;
  const last = search(text, from, columns > mostColumns ? { ...dialect, columns: undefined } : dialect);
  const fields: string[] = [];
  const quoted: boolean[] = [];
  for (let reading = last; reading !== undefined; reading = reading.before) {
    fields.unshift(reading.value);
    quoted.unshift(reading.isQuoted);
  }
  const end = last?.end ?? text.length;
  const next = end >= text.length ? end : afterLineEnd(text, end);
  return { fields, quoted, next, lines: countLines(text, start, next), isLoose: true, isIrregular: true };
};
