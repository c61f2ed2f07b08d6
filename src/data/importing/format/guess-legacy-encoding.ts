/** Encodings of one byte a character that may be meant where the text isn't Western. */
const singleBytes = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'koi8-r',
  'macintosh',
] as const;

/** Encodings of two bytes a character, with the characters that ordinary text in them is made of, and their least share. */
const doubleBytes: readonly (readonly [encoding: string, usual: RegExp, share: number])[] = [
  ['euc-kr', /[\uac00-\ud7a3]/gu, 0.8],
  ['shift_jis', /[\u3040-\u30ff]/gu, 0.2],
  ['euc-jp', /[\u3040-\u30ff]/gu, 0.2],
  ['gb18030', /[的一是在有中国公司省市区女男年月日购买客户订单产品价格]/gu, 0.05],
  ['big5', /[的一是在有中國公司省市區女男年月日購買客戶訂單產品價格]/gu, 0.05],
];

const fewestCharacters = 12;
const longestSample = 64 * 1024;
const notAscii = /\P{ASCII}/gu;
/** Runs of letters, signs and marks: what stands between spaces, digits and the usual punctuation. */
const words = /(?:[A-Za-z'.-]|\P{ASCII})+/gu;

const countOf = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

/** The text, or undefined when the bytes can't be of the encoding; a character that is cut at the end is forgiven. */
const decodeStrictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  for (const cut of [0, 1]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      continue;
    }
  }
  return undefined;
};

/** Share of the high bytes that stand in pairs: nearly all where characters have two bytes. */
const pairedShare = (bytes: Uint8Array): number => {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at + 1] ?? 0) < 0x40) continue;
    paired += (bytes[at + 1] ?? 0) >= 0x80 ? 1 : 0;
    high += (bytes[at + 1] ?? 0) >= 0x80 ? 1 : 0;
    paired += 1;
    at += 1;
  }
  return high === 0 ? 0 : paired / high;
};

const guessDoubleByte = (bytes: Uint8Array): string | undefined => {
  if (pairedShare(bytes) < 0.95) return undefined;
  for (const [encoding, usual, share] of doubleBytes) {
    const text = decodeStrictly(bytes, encoding);
    const letters = text === undefined ? 0 : countOf(text, notAscii);
    if (text !== undefined && letters >= fewestCharacters && countOf(text, usual) >= letters * share)
      return encoding;
  }
  return undefined;
};

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u] as const;

/** Marks that stand beside words or numbers in business text. */
const usualMarks = /[€£§°²³«»„“”‘’–—…©®™µ·½¼¾\u00a0¡¿ªº×±]/u;

/**
 * How well a word with letters beyond ASCII hangs together: letters of one script, no capital after a small letter and no two before one, not
 * mostly of accented Latin letters, no signs in the middle of it. 1 for a good word, negative for a broken one.
 */
const scoreWord = (word: string): number => {
  const letters = [...word];
  if (letters.length < 3) return 0;
  const accented = letters.filter((letter) => letter.charCodeAt(0) > 0x7f);
  if (!accented.some((letter) => /\p{L}/u.test(letter)))
    return accented.every((mark) => usualMarks.test(mark)) ? 0 : -2;
  if (/[\u0080-\u009f\ufffd]/u.test(word)) return -3;
  if (/\p{L}[^\p{L}\p{M}'’.&-]\p{L}/u.test(word)) return -2;
  if (scripts.filter((script) => script.test(word)).length > 1) return -2;
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word)) return -1;
  const isLatin = scripts[0].test(word);
  return isLatin && accented.length > letters.length / 2 && letters.length > 2 ? -1 : 1;
};

const guessSingleByte = (bytes: Uint8Array): string => {
  let best: { readonly encoding: string; readonly score: number } = {
    encoding: 'windows-1252',
    score: -Infinity,
  };
  for (const encoding of singleBytes) {
    const text = new TextDecoder(encoding).decode(bytes);
    const foreign = (text.match(words) ?? []).filter((word) => countOf(word, notAscii) > 0);
    const score = foreign.reduce((sum, word) => sum + scoreWord(word), 0);
    // Western text is commonest: others must explain more than a tenth of the words better.
    const margin = encoding === 'windows-1252' ? 0 : foreign.length * 0.1;
    if (score > best.score + margin) best = { encoding, score };
  }
  return best.encoding;
};

/**
 * The likeliest encoding of text that is neither UTF-8 nor UTF-16: by the words that it gives. Windows-1252, which holds
 * Latin-1, unless another one gives clearly better words.
 */
export const guessLegacyEncoding = (bytes: Uint8Array): string => {
  const sample = bytes.subarray(0, longestSample);
  return guessDoubleByte(sample) ?? guessSingleByte(sample);
};
