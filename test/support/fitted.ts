import type { Result } from '../../src/core/result.ts';

/** The value of a model that a test expects to be estimated; otherwise the test fails with the failure's facts. */
export const fitted = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 2));
  return result.value;
};
