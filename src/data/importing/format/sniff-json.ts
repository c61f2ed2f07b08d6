import { JsonPlace } from '../json/json-place.ts';

/** The character after the first complete value of a text, or undefined when it isn't complete. */
const endOfValue = (text: string): number | undefined => {
  const place = new JsonPlace();
  const end = place.stepThrough(text, 0);
  return place.depth === 0 ? end : undefined;
};

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether the beginning of a text is JSON: one value (`json`) or one after another (`ndjson`). A table whose first cell
 * looks like JSON goes on otherwise, and is none.
 */
export const sniffJson = (head: string): 'json' | 'ndjson' | undefined => {
  const text = head.replace(/^[\ufeff\s]+/, '');
  // A bracket alone on the first line promises JSON, also where it is faulty.
  const isPromised = /^[{[][ \t]*[\r\n]/.test(text);
  if (!isPromised && !/^(\{\s*["}]|\[\s*[[{"\]\d-])/.test(text)) return undefined;
  const end = endOfValue(text);
  if (end === undefined) return 'json';
  const rest = text.slice(end);
  if (rest.trim() === '') return 'json';
  if (!parses(text.slice(0, end))) return undefined;
  return /^\s*[[{]/.test(rest) && /^[ \t]*[\r\n]|^\s*\{/.test(rest) ? 'ndjson' : undefined;
};
