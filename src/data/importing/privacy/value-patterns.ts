import type { PersonalKind } from '../contract.ts';
import { isDateText } from '../values/date-shape.ts';
import { isNumberText } from '../values/number-grammar.ts';
import { isEmail } from '../values/value-kind.ts';
import { checkedIds, digitsOf, isCardNumber, isIban, isUsSocialSecurity } from './check-digits.ts';

const isPhone = (text: string): boolean => {
  const { length } = digitsOf(text);
  return (
    /^(?:\+|00)?[\d(][\d\s()./-]{4,20}\d(?: ?(?:x|ext|app)\.? ?\d{1,6})?$/i.test(text) &&
    length >= 6 &&
    length <= 18
  );
};

/** A phone number that can be nothing else: with a country's code, or parentheses, or several groups. */
const isClearPhone = (text: string): boolean => {
  const { length } = digitsOf(text);
  if (!isPhone(text) || length < 8 || length > 15 || isDateText(text) || isCardNumber(text)) return false;
  if (isNumberText(text, '.') || isNumberText(text, ',')) return false;
  return /^\+\d|^00\d{9}|^\(?0?\d{2,5}\)[ -]?\d/.test(text) || /^\d{2,5}(?:[ .-]\d{2,4}){2,5}$/.test(text);
};

const isIpAddress = (text: string): boolean => {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (four)
    return (
      four.slice(1).every((part) => Number(part) <= 255) && four.slice(1).some((part) => Number(part) > 31)
    );
  return /^(?:[\da-f]{1,4}:){7}[\da-f]{1,4}$|^(?=.*::)(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}$/i.test(text);
};

const streetAfter = /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer)\s*\d/iu;
const streetBefore =
  /^(?:rue|avenue|av\.?|boulevard|bd|calle|c\/|avenida|plaza|rua|travessa|via|viale|corso|piazza)\s.*\d/iu;
const streetNumber =
  /^\d{1,6}[a-z]?,?\s+(?:\p{L}[\p{L}.'’-]*\s+){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|pl|square|sq|terrace|parkway|pkwy|highway|hwy|rue|boulevard|avenue)\b/iu;

const isStreet = (text: string): boolean =>
  streetAfter.test(text) || streetBefore.test(text) || streetNumber.test(text);

const isAddressPart = (text: string): boolean =>
  isStreet(text) ||
  /^-?\d{1,3}\.\d{3,}$/.test(text) ||
  (/\d/.test(text) && text.length <= 120) ||
  /^\p{L}{2}[^\n]*\s\p{L}/u.test(text);

const company =
  /\b(?:gmbh|ag|kg|ohg|inc|llc|ltd|limited|corp|corporation|company|co|sarl|sas|sa|sl|srl|spa|lda|bv|nv|plc|group|holding|holdings|bank|hotel|shop|store|services|solutions|systems|international)\b\.?/i;

const isPerson = (text: string): boolean =>
  /^\p{L}[\p{L}.'’-]*(?:,? \p{L}[\p{L}.'’-]*){1,4}$/u.test(text) &&
  /^\p{Lu}/u.test(text) &&
  !company.test(text);

const isNamePart = (text: string): boolean => /^\p{L}[\p{L} .,'’-]{0,60}$/u.test(text) && !company.test(text);

const isBirth = (text: string): boolean =>
  isDateText(text) || /^(?:19|20)\d{2}$/.test(text) || /^\d{1,2}[-/.]\d{1,2}\.?$/.test(text);

const isNationalId = (text: string): boolean => /^(?=(?:.*\d){7})[A-Z\d][A-Z\d ./-]{4,22}$/i.test(text);

/** How the values of one kind of personal data are told. */
export interface ValuePattern {
  /** Whether a value may be one, under a header that says so. */
  readonly fits: (text: string) => boolean;
  /** Whether it is one without any header. Absent: values alone prove nothing. */
  readonly proves?: (text: string) => boolean;
  /** Share of the values that must prove it, and different ones that are needed for that. */
  readonly share: number;
  readonly distinct: number;
}

const isCheckedId = (text: string): boolean => checkedIds.some(([, is]) => is(text));

/** The patterns, the most telling first. One of ten numbers passes a check digit by chance, so several must. */
export const valuePatterns: Readonly<Record<Exclude<PersonalKind, 'free-text'>, ValuePattern>> = {
  card: { fits: isCardNumber, proves: isCardNumber, share: 0.9, distinct: 8 },
  iban: { fits: isIban, proves: isIban, share: 0.8, distinct: 2 },
  'national-id': {
    fits: (text) => isCheckedId(text) || isUsSocialSecurity(text) || isNationalId(text),
    proves: (text) => isCheckedId(text) || isUsSocialSecurity(text),
    share: 0.95,
    distinct: 10,
  },
  email: { fits: isEmail, proves: isEmail, share: 0.5, distinct: 1 },
  'ip-address': { fits: isIpAddress, proves: isIpAddress, share: 0.8, distinct: 3 },
  phone: { fits: isPhone, proves: isClearPhone, share: 0.9, distinct: 5 },
  'birth-date': { fits: isBirth, share: 1, distinct: 1 },
  address: { fits: isAddressPart, proves: isStreet, share: 0.5, distinct: 5 },
  name: { fits: isNamePart, share: 1, distinct: 1 },
};

/** Whether a text is the full name of a person, as far as can be told. */
export const isPersonName = isPerson;

const contact =
  /[^\s@,;<]{1,64}@[^\s@,;>]{1,64}\.[a-z]{2,}|(?<![\d.,-])(?:\+|00)[1-9]\d[\d ()/-]{6,18}\d(?![\d.,])|(?<![\d.,-])0\d{2,4}[ /-]\d{3}[\d -]{0,12}\d(?![\d.,])/i;

/** Whether a longer text mentions an e-mail address or a phone number. */
export const mentionsContact = (text: string): boolean => /\p{L}\s+\p{L}/u.test(text) && contact.test(text);
