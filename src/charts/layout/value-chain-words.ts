import { line } from 'd3';
import { round } from './geometry.ts';
import { textWidth, wrapText, type Face } from './text.ts';
import type { Arrowhead, Words } from './value-chain-model.ts';

const faceOf: Readonly<Record<Words['role'], Face>> = { name: 'serif', figure: 'strong', label: 'sans' };
const shape = line<readonly [number, number]>(
  (point) => round(point[0]),
  (point) => round(point[1]),
).digits(1);
/** The closed outline through the corners, as an SVG path. */
export const closed = (points: readonly (readonly [number, number])[]): string => `${shape(points) ?? ''}Z`;

/** Sets paragraphs below one another from `top`; gives their lines and where they end. */
export const setWords = (
  paragraphs: readonly {
    readonly text: string;
    readonly role: Words['role'];
    readonly size: number;
    readonly space: number;
    readonly maxLines?: number;
  }[],
  x: number,
  top: number,
  width: number,
): { words: Words[]; bottom: number } => {
  const words: Words[] = [];
  let y = top;
  for (const { text, role, size, space, maxLines } of paragraphs) {
    y += words.length === 0 ? 0 : space;
    for (const each of wrapText(text, width, { size, face: faceOf[role] }, maxLines)) {
      words.push({ text: each, x: round(x), y: round(y + size * 0.95), size, role });
      y += Math.round(size * 1.25);
    }
  }
  return { words, bottom: y };
};

/** The largest size at which the figure fits. */
const figureSize = (text: string, width: number): number =>
  [48, 44, 38, 32, 28, 24, 20, 18].find((size) => textWidth(text, { size, face: 'serif' }) <= width) ?? 16;

/** What the arrowhead says, its figure as large as fits. */
export const headParagraphs = ({ label, text, detail }: Arrowhead, width: number) => [
  { text: label, role: 'label' as const, size: 13, space: 0 },
  { text, role: 'name' as const, size: figureSize(text, width), space: 4, maxLines: 1 },
  { text: detail, role: 'label' as const, size: 13, space: 8, maxLines: 5 },
];
