import { resolvePaint } from './resolve-paint.ts';

/** Presentation attributes that children inherit, with their initial computed values. */
const inherited: Readonly<Record<string, string>> = {
  'fill-rule': 'nonzero',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  visibility: 'visible',
};

/** Presentation attributes of the element alone, with their initial computed values. */
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  'vector-effect': 'none',
  'text-decoration-line': 'none',
  'alignment-baseline': 'auto',
};

const paints = ['fill', 'stroke'] as const;
const stops: readonly string[] = ['stop', 'feflood'];

const localReferences = (value: string): string =>
  value.replaceAll(/url\(["']?[^"')]*?(#[^"')]+)["']?\)/g, 'url($1)');

const setPaints = (
  clone: Element,
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | undefined,
): void => {
  for (const name of paints) {
    const value = style.getPropertyValue(name);
    const alpha = style.getPropertyValue(`${name}-opacity`);
    clone.removeAttribute(name);
    clone.removeAttribute(`${name}-opacity`);
    const same =
      parent?.getPropertyValue(name) === value && parent.getPropertyValue(`${name}-opacity`) === alpha;
    if (same) continue;
    const { paint, opacity } = resolvePaint(value);
    clone.setAttribute(name, paint);
    clone.setAttribute(`${name}-opacity`, String(Number((opacity * Number(alpha || 1)).toFixed(4))));
  }
};

const setStop = (clone: Element, style: CSSStyleDeclaration): void => {
  const { paint, opacity } = resolvePaint(style.getPropertyValue('stop-color'));
  clone.setAttribute('stop-color', paint === 'none' ? '#000000' : paint);
  const alpha = paint === 'none' ? 0 : opacity * Number(style.getPropertyValue('stop-opacity') || 1);
  clone.setAttribute('stop-opacity', String(alpha));
};

const setPlain = (
  clone: Element,
  style: CSSStyleDeclaration,
  names: Readonly<Record<string, string>>,
  base: (name: string, initial: string) => string,
): void => {
  for (const [name, initial] of Object.entries(names)) {
    const attribute = name === 'text-decoration-line' ? 'text-decoration' : name;
    const value = style.getPropertyValue(name);
    clone.removeAttribute(attribute);
    if (value !== '' && value !== base(name, initial)) clone.setAttribute(attribute, localReferences(value));
  }
};

const setTransform = (clone: Element, style: CSSStyleDeclaration): void => {
  const value = style.getPropertyValue('transform');
  if (value !== '' && value !== 'none' && !clone.hasAttribute('transform'))
    clone.setAttribute('transform', value);
};

/**
 * Writes what the page's stylesheets give an SVG element onto its clone as presentation attributes, which every SVG reader knows
 * and no content security policy stops. `parent` is the style of the original's parent within the drawing.
 */
export const inlineStyles = (
  clone: Element,
  style: CSSStyleDeclaration,
  parent: CSSStyleDeclaration | undefined,
): void => {
  setPaints(clone, style, parent);
  setPlain(clone, style, inherited, (name, initial) => parent?.getPropertyValue(name) ?? initial);
  setPlain(clone, style, own, (_name, initial) => initial);
  setTransform(clone, style);
  if (stops.includes(clone.localName.toLowerCase())) setStop(clone, style);
};
