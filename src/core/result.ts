import type { AppError } from './app-error.ts';

/** What a function returns whose failure is expected: the value, or an error with facts. Never thrown. */
export type Result<T, E = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A successful result. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failed result. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
