/** Advance widths per 100 px of font size, for the characters from space to tilde. */
const widths = {
  // Inter 400; digits as tabular figures.
  sans: [
    28, 29, 47, 63, 63, 98, 64, 30, 37, 37, 50, 66, 29, 46, 29, 36, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63,
    29, 30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 77, 64, 77, 64, 64,
    65, 74, 69, 99, 68, 68, 63, 37, 36, 37, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88,
    59, 60, 61, 61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66,
  ],
  // Inter 600; digits as tabular figures.
  strong: [
    25, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
    32, 33, 67, 67, 67, 54, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 70, 57, 92, 76, 77, 65, 77, 65, 65,
    66, 74, 73, 102, 72, 71, 65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63, 61, 26, 26, 57, 26, 90,
    61, 61, 62, 62, 40, 55, 35, 61, 59, 84, 57, 59, 57, 46, 36, 46, 67,
  ],
  // Source Serif 4 600 at 17 px; larger sizes are cut narrower.
  serif: [
    23, 31, 41, 54, 53, 92, 73, 21, 37, 37, 45, 54, 30, 33, 30, 36, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53,
    30, 30, 54, 54, 54, 43, 86, 69, 65, 64, 73, 62, 59, 70, 79, 38, 39, 70, 60, 91, 74, 72, 62, 72, 69, 54,
    63, 74, 69, 99, 66, 65, 57, 34, 36, 34, 54, 53, 40, 54, 61, 51, 60, 53, 37, 55, 63, 32, 30, 59, 32, 93,
    63, 57, 61, 59, 46, 46, 35, 62, 55, 81, 56, 56, 48, 35, 30, 35, 54,
  ],
} as const;

/** Which type a word is set in: interface, interface bold, or the text serif. */
export type Face = keyof typeof widths;

/** How words are set. `size` in px. */
export interface Type {
  readonly size: number;
  readonly face?: Face;
}

const wide = 66;
const ideograph = 100;
/** Fonts that stand in for ours run a little wider. */
const allowance = 1.03;

const characterWidth = (character: string, table: readonly number[]): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100 && code < 0xfb00 && code > 0x2fff) return ideograph;
  return table[code - 32] ?? wide;
};

/** Width of a text in px, a little generous; from tables, so that a layout is the same everywhere. */
export const textWidth = (text: string, { size, face = 'sans' }: Type): number => {
  const table = widths[face];
  let sum = 0;
  for (const character of text) sum += characterWidth(character, table);
  return (sum * size * allowance) / 100;
};

/** The text, cut with an ellipsis where it is wider than `width`; empty when not even two letters fit. */
export const fitText = (text: string, width: number, type: Type): string => {
  if (textWidth(text, type) <= width) return text;
  const letters = [...text];
  for (let length = letters.length - 1; length >= 2; length--) {
    const cut = `${letters.slice(0, length).join('').trimEnd()}…`;
    if (textWidth(cut, type) <= width) return cut;
  }
  return '';
};

/** The text in lines no wider than `width`; a per cent sign stays with its number; a line too many is cut with an ellipsis, as is a word wider than the line. */
export const wrapText = (text: string, width: number, type: Type, maxLines = Infinity): readonly string[] => {
  const lines: string[] = [];
  const words = text
    .replace(/(\d) %/g, '$1\u00a0%')
    .split(/[ \n\t]+/)
    .filter(Boolean);
  let line = '';
  for (const [at, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || textWidth(longer, type) <= width) {
      line = longer;
    } else if (lines.length + 1 >= maxLines) {
      line = [line, ...words.slice(at)].join(' ');
      break;
    } else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines.map((each) => fitText(each, width, type)).filter(Boolean);
};
