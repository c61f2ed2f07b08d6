import type { PersonalData, PersonalKind } from '../contract.ts';
import { kindsOfHeader } from './header-words.ts';
import { isPersonName, mentionsContact, valuePatterns, type ValuePattern } from './value-patterns.ts';

const mostLookedAt = 500;
/** A longer text is more than one value; of a long one no more than its beginning is looked at. */
const longestValue = 120;
const longestText = 1000;
/** Share of values that must fit a header that speaks of personal data, or one that only may. */
const leastFitting = { clear: 0.5, vague: 0.85 } as const;
/** Share of texts with contacts in them, and their number, from which a column is one of such texts. */
const leastMentions = { share: 0.02, count: 2 } as const;

const words: Readonly<Record<PersonalKind, string>> = {
  name: 'names of persons',
  email: 'e-mail addresses',
  phone: 'phone numbers',
  address: 'postal addresses',
  card: 'numbers of payment cards',
  iban: 'bank accounts (IBAN)',
  'birth-date': 'dates of birth',
  'national-id': 'national ids',
  'ip-address': 'IP addresses',
  'free-text': 'free text with contacts',
};

/** A kind of personal data in words: "names of persons", "e-mail addresses" … */
export const personalWords = (kind: PersonalKind): string => words[kind];

/** Hexadecimal numbers of 128 bits and more are pseudonyms already. */
const isHash = (value: string): boolean => /^(?=.*[a-f])[\da-f-]{32,}$/i.test(value);

const shareOf = (values: readonly string[], is: (text: string) => boolean): number =>
  values.length === 0
    ? 0
    : values.filter((value) => value.length <= longestValue && !isHash(value) && is(value)).length /
      values.length;

const percent = (share: number): string => `${Math.floor(share * 100)} %`;
const round = (value: number): number => Math.round(value * 100) / 100;

const byHeader = (header: string, values: readonly string[]): readonly PersonalData[] =>
  kindsOfHeader(header).flatMap(({ kind, isVague }) => {
    const pattern: ValuePattern = valuePatterns[kind];
    const fitting = shareOf(values, isVague ? isPersonName : pattern.fits);
    if (values.length > 0 && fitting < leastFitting[isVague ? 'vague' : 'clear']) return [];
    const proven = pattern.proves ? shareOf(values, pattern.proves) : 0;
    if (values.length === 0 && isVague) return [];
    const confidence = values.length === 0 ? 0.75 : 0.6 + 0.2 * fitting + 0.15 * proven - (isVague ? 0.2 : 0);
    const look = values.length === 0 ? '' : `, and ${percent(fitting)} of the values look like it`;
    return [{ kind, confidence: round(confidence), reason: `The header speaks of ${words[kind]}${look}` }];
  });

const byValues = (values: readonly string[]): readonly PersonalData[] =>
  (Object.keys(valuePatterns) as (keyof typeof valuePatterns)[]).flatMap((kind) => {
    const { proves, share, distinct }: ValuePattern = valuePatterns[kind];
    if (proves === undefined || values.length < distinct) return [];
    const proven = shareOf(values, proves);
    if (proven < share) return [];
    const reason = `${percent(proven)} of the values look like ${words[kind]}`;
    return [{ kind, confidence: round(0.5 + 0.4 * proven), reason }];
  });

const byText = (values: readonly string[]): readonly PersonalData[] => {
  const count = values.filter(mentionsContact).length;
  const isOne = count >= leastMentions.count && count >= leastMentions.share * values.length;
  if (!isOne) return [];
  const reason = `${count} of ${values.length} texts looked at mention an e-mail address or a phone number`;
  return [{ kind: 'free-text', confidence: 0.6, reason }];
};

/**
 * Whether a column looks personal, by words of its header in six languages and by patterns and check digits of its
 * values: the likeliest kind, or undefined. A header alone is not enough where the values contradict it.
 * @param values its values that are not empty
 */
export const detectPersonal = (header: string, values: readonly string[]): PersonalData | undefined => {
  const different = [...new Set(values.map((value) => value.slice(0, longestText).trim()))].slice(
    0,
    mostLookedAt,
  );
  const found = [...byHeader(header, different), ...byValues(different), ...byText(different)];
  return found.reduce<PersonalData | undefined>(
    (best, one) => (best === undefined || one.confidence > best.confidence ? one : best),
    undefined,
  );
};
