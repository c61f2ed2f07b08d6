/** A value as `JSON.parse` gives it. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Parts the keys that lead to a field. */
export const keyMark = '\u0000';

/** What is heard of the fields of a record; `key` are the keys that lead to one, with {@link keyMark} between them. */
export interface FieldListener {
  field(key: string, text: string): void;
  /** A list of records was kept as JSON. */
  list(key: string): void;
  /** A number has decimals. */
  decimal(): void;
}

const isScalar = (value: JsonValue): value is string | number | boolean | null =>
  value === null || typeof value !== 'object';

/** Whether a list can be written as `a, b, c`. */
const isPlainList = (value: readonly JsonValue[]): value is readonly (string | number | boolean | null)[] =>
  value.every(isScalar);

const scalarText = (value: string | number | boolean | null): string => (value === null ? '' : String(value));

/** How deep records are taken apart; what is deeper stays JSON. */
const deepest = 8;

/**
 * Tells the fields of a record: those of records within it have the keys that lead to them, lists of plain values are
 * joined by commas, and lists of records stay JSON.
 */
export const flattenRecord = (value: JsonValue, listener: FieldListener, key = '', depth = 0): void => {
  if (isScalar(value)) {
    if (typeof value === 'number' && !Number.isInteger(value)) listener.decimal();
    listener.field(key, scalarText(value));
  } else if (Array.isArray(value)) {
    const isPlain = isPlainList(value);
    if (!isPlain) listener.list(key);
    listener.field(key, isPlain ? value.map(scalarText).join(', ') : JSON.stringify(value));
  } else if (depth >= deepest) listener.field(key, JSON.stringify(value));
  else
    for (const [name, inner] of Object.entries(value))
      flattenRecord(inner, listener, depth === 0 ? name : `${key}${keyMark}${name}`, depth + 1);
};
