import { escapeMarkup } from './markup.ts';
import { resolvePaint } from './resolve-paint.ts';

const size = 13;
const lineHeight = 24;
const gap = 16;

/** The drawn key of a chart and its height; empty when the chart needs none. */
export interface PictureKey {
  readonly markup: string;
  readonly height: number;
  /** Its words, for the fonts. */
  readonly text: string;
}

interface KeyOptions {
  readonly left: number;
  readonly top: number;
  readonly family: string;
}

/** The sign before an entry, as its stylesheet paints it: a bar, or a dot where the corners are round. */
const drawSign = (style: CSSStyleDeclaration, x: number, middle: number): string => {
  const border = parseFloat(style.borderTopWidth) || 0;
  const width = (parseFloat(style.width) || 12) - border;
  const height = (parseFloat(style.height) || 12) - border;
  const fill = resolvePaint(style.backgroundColor).paint;
  const stroke =
    border > 0 ? ` stroke="${resolvePaint(style.borderTopColor).paint}" stroke-width="${border}"` : '';
  const radius = style.borderTopLeftRadius === '50%' ? ` rx="${width / 2}"` : '';
  return `<rect x="${x + border / 2}" y="${middle - height / 2}" width="${width}" height="${height}" fill="${fill}"${radius}${stroke}/>`;
};

/** Draws the key that a chart has outside its drawing (`.key > span` in the figure, each with a sign before it) in one line. */
export const drawPictureKey = (chart: SVGSVGElement, options: KeyOptions): PictureKey => {
  const entries = [...(chart.closest('figure')?.querySelectorAll('.key > span') ?? [])];
  const context = document.createElement('canvas').getContext('2d');
  if (entries.length === 0 || !context) return { markup: '', height: 0, text: '' };
  let x = options.left;
  const middle = options.top + lineHeight / 2;
  const markup = entries.map((entry) => {
    const style = getComputedStyle(entry);
    const sign = getComputedStyle(entry, '::before');
    const words = entry.textContent.trim();
    const textX = x + (parseFloat(sign.width) || 12) + 8;
    const drawn = `${drawSign(sign, x, middle)}<text x="${textX}" y="${middle + size * 0.36}" font-family="${escapeMarkup(options.family)}" font-size="${size}" font-weight="${style.fontWeight}" fill="${resolvePaint(style.color).paint}">${escapeMarkup(words)}</text>`;
    context.font = `${style.fontWeight} ${size}px ${options.family}`;
    x = textX + context.measureText(words).width + gap;
    return drawn;
  });
  return {
    markup: markup.join(''),
    height: lineHeight,
    text: entries.map((entry) => entry.textContent).join(''),
  };
};
