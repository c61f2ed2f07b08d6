import { nullSigns, nullWords } from '../../values/null-words.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** How words look in their first and last byte and their length: few other values do. */
interface WordShapes {
  readonly words: ReadonlySet<string>;
  readonly longest: number;
  /** At `256 × length + byte`: bit 1 = a word begins so, bit 2 = one ends so. */
  readonly ends: Uint8Array;
}

const shapesOf = (words: readonly string[]): WordShapes => {
  const known = new Set(words.filter((word) => word !== ''));
  const spellings = [...known]
    .flatMap((word) => [word, word.toUpperCase()])
    .map((word) => encoder.encode(word));
  const longest = Math.max(...spellings.map(({ length }) => length));
  const ends = new Uint8Array(256 * (longest + 1));
  const mark = (length: number, byte: number | undefined, bit: number): void => {
    const at = 256 * length + (byte ?? 0);
    ends[at] = (ends[at] as number) | bit;
  };
  for (const bytes of spellings) {
    mark(bytes.length, bytes[0], 1);
    mark(bytes.length, bytes.at(-1), 2);
  }
  return { words: known, longest, ends };
};

const wordsOfTexts = shapesOf(nullWords);
const wordsOfIdentifiers = shapesOf([...nullWords, ...nullSigns]);

/** First and last bytes of what may be a space around a value: of ASCII, or the parts of others in UTF-8. */
const [leading, trailing] = [new Uint8Array(256).fill(1, 0, 33), new Uint8Array(256).fill(1, 0, 33)];
for (const byte of [0xc2, 0xe2, 0xef]) leading[byte] = 1;
for (const byte of [0xa0, 0x87, 0x89, 0xaf, 0x8b, 0xbf]) trailing[byte] = 1;

/** Bytes that an identifier has where a spreadsheet or a mail program had it, or where it is a list: `.,+'@;|`. */
const marks = new Uint8Array(256);
for (const mark of ".,+'@;|") marks[mark.charCodeAt(0)] = 1;

const isWord = (
  { words, longest, ends }: WordShapes,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean => {
  const length = end - start;
  if (length > longest) return false;
  const row = 256 * length;
  const first = ends[row + (bytes[start] as number)] as number;
  const last = ends[row + (bytes[end - 1] as number)] as number;
  return (
    (first & 1) !== 0 &&
    (last & 2) !== 0 &&
    words.has(decoder.decode(bytes.subarray(start, end)).toLowerCase())
  );
};

const hasMark = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) if (marks[bytes[at] as number] === 1) return true;
  return false;
};

/**
 * Whether a text that isn't empty surely needs no closer look: nothing stands around it, it doesn't mean "no value", and as an
 * identifier it can't be what spreadsheets make of one. Where this isn't sure, the answer is no.
 */
export const isPlainText = (
  bytes: Uint8Array,
  start: number,
  end: number,
  isIdentifier: boolean,
): boolean => {
  if (leading[bytes[start] as number] === 1 || trailing[bytes[end - 1] as number] === 1) return false;
  if (!isIdentifier) return !isWord(wordsOfTexts, bytes, start, end);
  return !hasMark(bytes, start, end) && !isWord(wordsOfIdentifiers, bytes, start, end);
};
