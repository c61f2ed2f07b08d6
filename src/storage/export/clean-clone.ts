import { smallGroupText } from '../../core/small-group.ts';
import { withoutOutsideUrls } from './page-css.ts';

/** A clone that is safe to give away, and how many figures about small groups were taken out of it. */
export interface CleanClone {
  readonly element: HTMLElement;
  readonly smallGroups: number;
}

const neverKept = [
  'script, style, link, meta, base, template, noscript, iframe, object, embed, audio, video, portal, dialog',
  'animate, set, animateTransform, animateMotion',
  '[hidden], [data-print="hide"]',
].join(', ');
const controls = 'button, input, select, textarea, option, datalist, progress, meter';
const droppedAttributes =
  /^(on.*|srcdoc|srcset|ping|formaction|action|target|contenteditable|tabindex|autofocus|draggable|nonce|integrity|popover.*|command.*|aria-controls|aria-haspopup|aria-expanded|aria-pressed|aria-keyshortcuts)$/i;

const isHidden = (original: Element): boolean => {
  const { display, visibility } = getComputedStyle(original);
  return (display === 'none' && !original.closest('defs')) || visibility !== 'visible';
};

const span = (text: string, className: string): HTMLElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};

const valueOf = (control: Element): string =>
  control instanceof HTMLSelectElement
    ? (control.selectedOptions[0]?.text ?? '')
    : control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
      ? control.value
      : '';

/** `data-export="keep"`: the words of a button stay. `data-export="value"`: what was typed stays. Other controls go. */
const replaceControl = (control: Element, original: Element | undefined): void => {
  const wish = control.getAttribute('data-export');
  if (wish === 'keep') {
    const kept = span('', control.getAttribute('class') ?? '');
    kept.append(...control.childNodes);
    control.replaceWith(kept);
  } else if (wish === 'value' && original) {
    control.replaceWith(span(valueOf(original), control.getAttribute('class') ?? ''));
  } else control.remove();
};

const replaceCanvas = (canvas: Element, original: Element | undefined): void => {
  if (!(original instanceof HTMLCanvasElement)) return canvas.remove();
  const image = document.createElement('img');
  image.src = original.toDataURL('image/png');
  image.width = original.clientWidth;
  image.alt = original.getAttribute('aria-label') ?? '';
  canvas.replaceWith(image);
};

/** A link that leads nowhere any more becomes words, a picture that can't come along its description. */
const replaceDeadReferences = (element: HTMLElement): void => {
  for (const link of element.querySelectorAll('a:not([href])')) {
    const words = span('', link.getAttribute('class') ?? '');
    words.append(...link.childNodes);
    link.replaceWith(words);
  }
  for (const image of element.querySelectorAll('img:not([src])'))
    image.replaceWith(span(image.getAttribute('alt') ?? '', ''));
};

const cleanReference = (element: Element, name: string, value: string): void => {
  const isLink = element.localName === 'a';
  const allowed = isLink ? /^(https?:|mailto:)/i.test(value) : /^(#|data:image\/)/i.test(value);
  if (!allowed) element.removeAttribute(name);
  else if (isLink) element.setAttribute('rel', 'noopener noreferrer');
};

/** What could be pressed on the page, such as the mark of a chart, is a picture in a file. */
const cleanRole = (element: Element): void => {
  if (element.hasAttribute('aria-label')) element.setAttribute('role', 'img');
  else element.removeAttribute('role');
};

const cleanAttributes = (element: Element): void => {
  for (const { name, value } of [...element.attributes]) {
    if (name === 'role' && value === 'button') cleanRole(element);
    else if (droppedAttributes.test(name)) element.removeAttribute(name);
    else if (/^(href|src|xlink:href|poster|data|background|cite)$/i.test(name))
      cleanReference(element, name, value);
    else if (name === 'style') element.setAttribute('style', withoutOutsideUrls(value));
  }
};

/** Hides a figure about fewer than ten customers: a mark goes, a cell or a text says so, a table row keeps its first cell. */
const suppress = (element: Element): void => {
  if (element instanceof SVGElement) return element.remove();
  const cells = element.localName === 'tr' ? [...element.children].slice(1) : [element];
  for (const cell of cells) cell.textContent = smallGroupText;
  for (const name of ['title', 'aria-label', 'aria-description']) element.removeAttribute(name);
};

/**
 * Copies a part of the page for a file that leaves the machine: without scripts, controls, handlers, hidden parts and addresses that
 * load something, with small groups (`data-small-group`) suppressed. What is typed into cards stays as text.
 */
export const cleanClone = (source: HTMLElement): CleanClone => {
  const element = source.cloneNode(true) as HTMLElement;
  const originals = [...source.querySelectorAll('*')];
  const copies = [...element.querySelectorAll('*')];
  const originalOf = new Map(copies.map((copy, at) => [copy, originals[at]]));
  for (const [copy, original] of originalOf) if (original && isHidden(original)) copy.remove();
  for (const copy of element.querySelectorAll(neverKept)) copy.remove();
  for (const copy of element.querySelectorAll('canvas')) replaceCanvas(copy, originalOf.get(copy));
  for (const copy of [...element.querySelectorAll(controls)]) replaceControl(copy, originalOf.get(copy));
  const smallGroups = [...element.querySelectorAll('[data-small-group]')];
  for (const copy of smallGroups) suppress(copy);
  for (const copy of [element, ...element.querySelectorAll('*')]) cleanAttributes(copy);
  replaceDeadReferences(element);
  // A mark that is drawn counts once: the area that the pointer finds it by goes with it.
  return { element, smallGroups: smallGroups.filter((copy) => copy.localName !== 'rect').length };
};
