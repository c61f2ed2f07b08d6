import { escapeMarkup } from './markup.ts';

/** Side of the square in which one embedded font shows a letter, in CSS pixels. */
export const probeSide = 24;

/** A drawing with a strip below it that shows one letter of each embedded font: as long as a square is white, its font isn't ready. */
export interface ProbedDrawing {
  readonly svg: string;
  readonly probes: number;
}

const firstLetterOf = (range: string): string => {
  for (const [, first = '', last = first] of range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)) {
    for (let point = parseInt(first, 16); point <= parseInt(last, 16); point += 1) {
      const letter = String.fromCodePoint(point);
      if (/\p{L}/u.test(letter)) return letter;
    }
  }
  return 'A';
};

const valueOf = (face: string, name: string): string | undefined =>
  new RegExp(`${name}:([^;]*)`).exec(face)?.[1];

/**
 * Adds the strip to a drawing whose root has `height` and a `viewBox` of `width` × `height`. Fonts in a drawing load after the drawing
 * itself, and until then their text is invisible, without any event that says so.
 */
export const addFontProbes = (svg: string, width: number, height: number): ProbedDrawing => {
  const faces = [...svg.matchAll(/@font-face\{(.*?)src:/g)].map(([, face = '']) => face);
  const letters = faces.map(
    (face, at) =>
      `<text x="${at * probeSide + 4}" y="${height + probeSide - 6}" font-size="${probeSide - 8}" font-family="${escapeMarkup(valueOf(face, 'font-family') ?? '')}" font-style="${valueOf(face, 'font-style') ?? 'normal'}" fill="#000000">${escapeMarkup(firstLetterOf(valueOf(face, 'unicode-range') ?? ''))}</text>`,
  );
  const full = height + probeSide;
  const strip = `<rect y="${height}" width="${width}" height="${probeSide}" fill="#ffffff"/>`;
  return {
    probes: faces.length,
    svg: svg
      .replace(/ height="[^"]*" viewBox="[^"]*"/, ` height="${full}" viewBox="0 0 ${width} ${full}"`)
      .replace(/<\/svg>$/, () => `${strip}${letters.join('')}</svg>`),
  };
};
