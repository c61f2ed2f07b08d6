import { escapeMarkup } from './markup.ts';
import { wrapText } from './wrap-text.ts';

/** How the words around a chart are set, in CSS pixels. */
const styles = {
  title: { size: 19, lineHeight: 25, weight: 600, opacity: 1 },
  subtitle: { size: 13, lineHeight: 18, weight: 400, opacity: 0.72 },
  note: { size: 12, lineHeight: 17, weight: 400, opacity: 0.72 },
};

/** Words as drawn, and the height they take. */
export interface PictureText {
  readonly markup: string;
  readonly height: number;
}

interface TextOptions {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly family: string;
  readonly colour: string;
}

/** Draws a title, subtitle or note in as many lines as it needs. */
export const drawPictureText = (
  text: string | undefined,
  kind: keyof typeof styles,
  { left, top, width, family, colour }: TextOptions,
): PictureText => {
  const { size, lineHeight, weight, opacity } = styles[kind];
  const context = document.createElement('canvas').getContext('2d');
  if (!text || !context) return { markup: '', height: 0 };
  context.font = `${weight} ${size}px ${family}`;
  const lines = wrapText(text, width, (part) => context.measureText(part).width);
  const spans = lines.map(
    (line, at) => `<tspan x="${left}" y="${top + at * lineHeight + size}">${escapeMarkup(line)}</tspan>`,
  );
  return {
    markup: `<text font-family="${escapeMarkup(family)}" font-size="${size}" font-weight="${weight}" fill="${colour}" fill-opacity="${opacity}">${spans.join('')}</text>`,
    height: lines.length * lineHeight,
  };
};
