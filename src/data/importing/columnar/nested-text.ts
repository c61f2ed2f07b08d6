/** What a nested field can hold once it is decoded. */
export type NestedValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly NestedValue[]
  | { readonly [name: string]: NestedValue };

const isScalar = (value: NestedValue): boolean => typeof value !== 'object' || value === null;

/** Whether a value is a list of plain values, which is written as `a, b, c`. */
export const isPlainList = (value: NestedValue): value is readonly (string | number | boolean | null)[] =>
  Array.isArray(value) && value.every(isScalar);

/** A nested value as text: lists of plain values joined by commas, anything deeper as JSON. Null where there is nothing. */
export const nestedText = (value: NestedValue): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (isPlainList(value)) return value.length === 0 ? null : value.map((item) => item ?? '').join(', ');
  return JSON.stringify(value);
};
