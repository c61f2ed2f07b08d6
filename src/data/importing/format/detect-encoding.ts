import { guessLegacyEncoding } from './guess-legacy-encoding.ts';

const byteOrderMarks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Length of the byte order mark at the start, 0 without one. */
export const byteOrderMarkLength = (bytes: Uint8Array): number =>
  byteOrderMarks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0].length ?? 0;

/** UTF-16 without a mark: line ends, digits and Western letters have a zero in every other byte. */
const utf16ByZeros = (bytes: Uint8Array): string | undefined => {
  const zeros: [even: number, odd: number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[(index % 2) as 0 | 1] += 1;
  });
  const half = bytes.length / 2;
  const isWide = (more: number, fewer: number): boolean => more > half * 0.2 && fewer < more * 0.1;
  if (isWide(zeros[1], zeros[0])) return 'utf-16le';
  if (isWide(zeros[0], zeros[1])) return 'utf-16be';
  return undefined;
};

/** Whether a piece of a file is strict UTF-8, forgiving a character that is cut at either end. */
const isUtf8 = (piece: Uint8Array): boolean => {
  let start = 0;
  while (start < 3 && ((piece[start] ?? 0) & 0xc0) === 0x80) start += 1;
  for (let cut = 0; cut <= 3; cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(piece.subarray(start, piece.length - cut));
      return true;
    } catch {
      if (((piece[piece.length - 1 - cut] ?? 0) & 0x80) === 0) return false;
    }
  }
  return false;
};

/**
 * The encoding as a label that `TextDecoder` knows: a byte order mark, else UTF-16 by its zeros, else UTF-8 when all
 * pieces are strictly valid, else by the words that older encodings give, mostly Windows-1252 (which holds Latin-1 and
 * has the euro sign).
 * @param pieces the head of the file first, then samples from elsewhere
 */
export const detectEncoding = (pieces: readonly Uint8Array[]): string => {
  const head = pieces[0] ?? new Uint8Array();
  const marked = byteOrderMarks.find(([mark]) => mark.every((byte, index) => head[index] === byte));
  if (marked) return marked[1];
  const wide = utf16ByZeros(head);
  if (wide !== undefined) return wide;
  const foreign = pieces.find((piece) => !isUtf8(piece));
  return foreign === undefined ? 'utf-8' : guessLegacyEncoding(foreign);
};
