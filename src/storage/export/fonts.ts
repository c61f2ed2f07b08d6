import { listStyleRules, type StyleRule } from './style-rules.ts';
import { coversText } from './unicode-range.ts';

const dataUris = new Map<string, Promise<string | undefined>>();

const readAsDataUri = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const chunk = 8_192;
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return `data:font/woff2;base64,${btoa(binary)}`;
};

const fetchDataUri = async (url: URL): Promise<string | undefined> => {
  if (url.protocol === 'data:') return url.href;
  if (url.origin !== location.origin) return undefined;
  try {
    const response = await fetch(url);
    return response.ok ? await readAsDataUri(await response.blob()) : undefined;
  } catch {
    return undefined;
  }
};

const dataUriOf = (url: URL): Promise<string | undefined> => {
  const known = dataUris.get(url.href);
  if (known) return known;
  const fetched = fetchDataUri(url);
  dataUris.set(url.href, fetched);
  return fetched;
};

const unquote = (name: string): string => name.trim().replaceAll(/^["']|["']$/g, '');

const embedFace = async (face: CSSFontFaceRule, base: string): Promise<string> => {
  const source = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(face.style.getPropertyValue('src'))?.[1];
  const uri = source === undefined ? undefined : await dataUriOf(new URL(source, base));
  if (uri === undefined) return '';
  const keep = ['font-family', 'font-style', 'font-weight', 'font-stretch', 'unicode-range']
    .map((name) => [name, face.style.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '');
  return `@font-face{${keep.map(([name, value]) => `${name}:${value}`).join(';')};src:url(${uri}) format('woff2')}`;
};

const isFontFace = (entry: StyleRule): entry is StyleRule & { readonly rule: CSSFontFaceRule } =>
  entry.rule instanceof CSSFontFaceRule;

/**
 * `@font-face` rules with the fonts inside, for a file that must stand alone: those of the page's own fonts that a font list of
 * `fontFamilies` names, the Latin subset and every other subset that the text needs. A font that can't be fetched from our own origin is
 * left out, and the reader's fonts stand in.
 */
export const embedFonts = async (fontFamilies: Iterable<string>, text: string): Promise<string> => {
  const wanted = new Set([...fontFamilies].flatMap((list) => list.split(',').map(unquote)));
  const faces = listStyleRules()
    .filter(isFontFace)
    .filter(({ rule }) => wanted.has(unquote(rule.style.getPropertyValue('font-family'))))
    .filter(({ rule }) => coversText(rule.style.getPropertyValue('unicode-range'), `A${text}`));
  const embedded = await Promise.all(faces.map(({ rule, base }) => embedFace(rule, base)));
  return embedded.join('');
};
