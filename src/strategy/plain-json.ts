import { err, ok, type Result } from '../core/result.ts';

/** Deeper nesting than any rule a person writes; refusing it keeps recursion off the end of the stack. */
export const maximumDepth = 100;

/** Keys that could change how objects behave; no document of ours uses them. */
const reservedKeys = new Set(['__proto__', 'prototype', 'constructor']);

class TooDeep extends Error {}

const copy = (value: unknown, depth: number): unknown => {
  if (depth > maximumDepth) throw new TooDeep();
  if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !reservedKeys.has(key) && item !== undefined)
      .map(([key, item]) => [key, copy(item, depth + 1)]),
  );
};

/**
 * A copy of a document from outside (file, link, script) that is safe to validate: plain objects and arrays only, without the
 * keys that reach into prototypes. Fails with the reason when it is nested too deeply or in a circle.
 */
export const plainJson = (value: unknown): Result<unknown, string> => {
  try {
    return ok(copy(value, 0));
  } catch (error) {
    if (error instanceof TooDeep) return err(`It is nested more than ${maximumDepth} levels deep.`);
    throw error;
  }
};
