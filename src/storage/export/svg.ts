import { embedFonts } from './fonts.ts';
import { inlineStyles } from './inline-styles.ts';
import { escapeMarkup } from './markup.ts';
import { drawPictureKey } from './picture-key.ts';
import { drawPictureText, type PictureText } from './picture-text.ts';
import { resolvePaint } from './resolve-paint.ts';

/** A drawing that stands alone: its markup and its size in CSS pixels. */
export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The words around a chart. `title` and `subtitle` are drawn above it, `note` below; `description` is for those who can't see it. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly note?: string | undefined;
  readonly description?: string | undefined;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const padding = 20;

const unwanted =
  'script, foreignObject, iframe, image:not([href^="data:"]), animate, set, [data-print="hide"], [data-small-group]';
const smallGroupNote = 'Groups of fewer than 10 customers are not shown.';

const cleanAttributes = (element: Element): void => {
  for (const { name } of [...element.attributes]) {
    if (/^(on|data-|aria-|class$|style$|tabindex$|focusable$|role$)/.test(name))
      element.removeAttribute(name);
  }
};

/** The clone of a drawing with its computed look written on it. */
const cloneDrawing = (chart: SVGSVGElement): SVGSVGElement => {
  const clone = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll('*')];
  const copies = [clone, ...clone.querySelectorAll('*')];
  const computed = new Map<Element, CSSStyleDeclaration>();
  const removed: Element[] = [];
  originals.forEach((original, at) => {
    const copy = copies[at];
    if (!copy) return;
    if (original.namespaceURI !== svgNamespace) return void removed.push(copy);
    const style = getComputedStyle(original);
    computed.set(original, style);
    if (original.matches(unwanted) || (style.display === 'none' && !original.closest('defs')))
      removed.push(copy);
    inlineStyles(copy, style, original.parentElement ? computed.get(original.parentElement) : undefined);
    cleanAttributes(copy);
  });
  for (const copy of removed) copy.remove();
  return clone;
};

const backgroundOf = (element: Element): string => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { paint } = resolvePaint(getComputedStyle(at).backgroundColor);
    if (paint !== 'none') return paint;
  }
  return '#ffffff';
};

const fontFamiliesOf = (chart: SVGSVGElement): ReadonlySet<string> =>
  new Set([chart, ...chart.querySelectorAll('text')].map((element) => getComputedStyle(element).fontFamily));

/**
 * A chart as an SVG that stands alone, for slides, documents and {@link import('./png.ts').drawPng}: the look of the page's stylesheets
 * written into it, the page's fonts embedded, on the background it has on the page, with its words drawn around it.
 */
export const drawSvg = async (chart: SVGSVGElement, words: PictureWords): Promise<SvgPicture> => {
  const box = chart.getBoundingClientRect();
  const width = Math.max(1, Math.ceil(box.width));
  const height = Math.max(1, Math.ceil(box.height));
  const style = getComputedStyle(chart);
  const heading = chart.closest('figure')?.querySelector('h1, h2, h3, h4');
  const family = style.fontFamily;
  const headingFamily = heading ? getComputedStyle(heading).fontFamily : family;
  const colour = resolvePaint(style.color).paint;
  const hasSmallGroups = chart.querySelector('[data-small-group]') !== null;
  const texts = {
    ...words,
    note: [words.note?.replace(/[^.]$/, '$&.'), hasSmallGroups ? smallGroupNote : '']
      .filter(Boolean)
      .join(' '),
  };
  const block = (kind: 'title' | 'subtitle' | 'note', top: number): PictureText =>
    drawPictureText(texts[kind], kind, {
      left: padding,
      top,
      width,
      family: kind === 'title' ? headingFamily : family,
      colour: colour === 'none' ? '#000000' : colour,
    });

  const title = block('title', padding);
  const subtitle = block('subtitle', padding + title.height + 4);
  const keyTop = padding + title.height + subtitle.height + 8;
  const key = drawPictureKey(chart, { left: padding, top: keyTop, family });
  const top = keyTop + key.height + 8;
  const note = block('note', top + height + 12);
  const total = top + height + (note.height > 0 ? note.height + 12 : 0) + padding;

  const drawing = cloneDrawing(chart);
  if (!drawing.hasAttribute('viewBox')) drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const [name, value] of Object.entries({ x: padding, y: top, width, height }))
    drawing.setAttribute(name, String(value));
  drawing.setAttribute('overflow', 'visible');
  const text = `${texts.title}${texts.subtitle ?? ''}${texts.note}${key.text}${chart.textContent}`;
  const fonts = await embedFonts([...fontFamiliesOf(chart), headingFamily], text);
  const full = width + 2 * padding;
  return {
    width: full,
    height: total,
    svg: [
      `<svg xmlns="${svgNamespace}" width="${full}" height="${total}" viewBox="0 0 ${full} ${total}" role="img">`,
      `<title>${escapeMarkup(words.title)}</title>`,
      `<desc>${escapeMarkup(words.description ?? words.subtitle ?? '')}</desc>`,
      `<style>${fonts}text{font-variant-numeric:tabular-nums}</style>`,
      `<rect width="${full}" height="${total}" fill="${backgroundOf(chart)}"/>`,
      title.markup,
      subtitle.markup,
      key.markup,
      new XMLSerializer().serializeToString(drawing),
      note.markup,
      '</svg>',
    ].join(''),
  };
};
