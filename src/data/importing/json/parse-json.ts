import type { JsonValue } from './flatten-record.ts';

const longNumber = /\d{16}/;
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g;

/** Identifiers of more digits than a number holds would be rounded: they are read as text. */
const quoteLongNumbers = (text: string): string =>
  longNumber.test(text)
    ? text.replaceAll(stringOrNumber, (token) =>
        token.startsWith('"') || /[.eE]/.test(token) ? token : `"${token}"`,
      )
    : text;

/** Parses JSON; whole numbers beyond 15 digits are kept as text. Throws a `SyntaxError` where it is none. */
export const parseJson = (text: string): JsonValue => JSON.parse(quoteLongNumbers(text)) as JsonValue;
