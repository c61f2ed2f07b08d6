import type { AppError } from '../core/app-error.ts';

/** What the browser's storage threw, as an error with facts: full, or not allowed (with the browser's reason). */
export const toStorageError = (thrown: unknown, neededBytes?: number): AppError => {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError')
    return { kind: 'storage-full', ...(neededBytes === undefined ? {} : { neededBytes }) };
  return { kind: 'storage-denied', reason: thrown instanceof Error ? thrown.message : String(thrown) };
};
