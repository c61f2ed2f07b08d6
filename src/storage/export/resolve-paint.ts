import { paintOf, parsePaint, type SvgPaint } from './svg-paint.ts';

const known = new Map<string, SvgPaint>();

const drawPaint = (colour: string): SvgPaint => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return { paint: colour, opacity: 1 };
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return paintOf(red, green, blue, alpha / 255);
};

/** Any computed colour as a paint that every SVG reader knows; other colour spaces (`oklab(…)` of a mixed colour) are drawn once and read back. */
export const resolvePaint = (computed: string): SvgPaint => {
  const found = parsePaint(computed) ?? known.get(computed);
  if (found) return found;
  const drawn = drawPaint(computed);
  known.set(computed, drawn);
  return drawn;
};
