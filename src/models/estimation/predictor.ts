import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { EstimationFailure } from './estimation-failure.ts';

/** A named column of a model: one finite number for each observation, in the same order as the outcome. */
export interface Predictor {
  readonly name: string;
  readonly values: readonly number[];
}

/** Whether every column has `count` finite numbers; otherwise the first fact that speaks against it. */
export const checkColumns = (
  columns: readonly Predictor[],
  count: number,
): Result<undefined, EstimationFailure> => {
  for (const { name, values } of columns) {
    if (values.length !== count)
      return err({ kind: 'lengths-differ', name, have: values.length, need: count });
    const index = values.findIndex((value) => !Number.isFinite(value));
    if (index >= 0) return err({ kind: 'value-invalid', name, index, value: String(values[index]) });
  }
  return ok(undefined);
};
