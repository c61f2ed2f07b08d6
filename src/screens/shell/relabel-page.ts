import { relabel } from '../../strategy/glossary/relabel.ts';
import type { VocabularyKey } from '../../strategy/glossary/vocabularies.ts';

/** Attributes that people read or hear. */
const attributes = ['aria-label', 'title', 'placeholder'];

/** What is somebody's own or must stay as it is: what they wrote, data in tables, the glossary's own terms. */
const ownWords = 'input, textarea, select, code, pre, td, [translate="no"]';

/**
 * Speaks the words of a trade on everything below an element, as an attachment: texts and labels are rewritten when they appear and
 * when they change, and written back when the vocabulary changes. For a shop, nothing is watched.
 */
export const relabelPage =
  (key: VocabularyKey) =>
  (root: HTMLElement): (() => void) | undefined => {
    if (key === 'shop') return undefined;
    const originals = new WeakMap<Node, { readonly own: string; readonly said: string }>();
    // Dialogs and menus hang below the body, beside the shell.
    const { body } = root.ownerDocument;

    const say = (place: Text | Attr): void => {
      const now = place.nodeValue ?? '';
      if (originals.get(place)?.said === now) return;
      const said = relabel(now, key);
      if (said === now) return;
      originals.set(place, { own: now, said });
      place.nodeValue = said;
    };
    const isOwn = (node: Node): boolean => Boolean(node.parentElement?.closest(ownWords));
    const unsay = (place: Text | Attr): void => {
      const kept = originals.get(place);
      if (kept && place.nodeValue === kept.said) place.nodeValue = kept.own;
    };
    const onAttributes = (element: Element, use: (attribute: Attr) => void): void => {
      if (element.closest('[translate="no"]')) return;
      for (const name of attributes) {
        const attribute = element.getAttributeNode(name);
        if (attribute) use(attribute);
      }
    };
    const onAll = (node: Node, use: (place: Text | Attr) => void): void => {
      if (node instanceof Text) {
        if (!isOwn(node)) use(node);
        return;
      }
      if (!(node instanceof Element)) return;
      onAttributes(node, use);
      for (const child of node.childNodes) onAll(child, use);
    };

    onAll(body, say);
    const observer = new MutationObserver((records) => {
      for (const record of records) {
        if (record.type === 'attributes') onAttributes(record.target as Element, say);
        else if (record.type === 'characterData') onAll(record.target, say);
        else for (const node of record.addedNodes) onAll(node, say);
      }
    });
    observer.observe(body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: attributes,
    });
    return () => {
      observer.disconnect();
      onAll(body, unsay);
    };
  };
