import type { Result } from '../../src/core/result.ts';

/** The value of a result that a test expects to be good; otherwise the test fails with the error's facts. */
export const valueOf = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 2));
  return result.value;
};
