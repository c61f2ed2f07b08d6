import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { createRandom } from '../../core/numeric/random.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { numberAt } from '../estimation/number-at.ts';
import type { Predictor } from '../estimation/predictor.ts';
import { auc } from './auc.ts';
import type { Auc } from './auc.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { LogisticFit } from './fit-logistic.ts';

/** A regression learned on one part of the customers and judged on the rest. */
export interface HoldoutAuc {
  readonly learned: LogisticFit;
  readonly auc: Auc;
}

/** How the customers are split. */
export interface HoldoutChoice {
  readonly seed: number;
  /** Share kept for judging, above 0 and below 1; 0.3 unless said otherwise (house rule). */
  readonly share?: number;
  readonly ridge?: number;
}

/** Fisher–Yates shuffle of 0 … count − 1. */
const shuffled = (count: number, seed: number): number[] => {
  const random = createRandom(seed);
  const order = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.whole(0, last);
    const kept = numberAt(order, last);
    order[last] = numberAt(order, other);
    order[other] = kept;
  }
  return order;
};

/** Fits on a random part of the customers and measures how well it ranks the others; the same seed gives the same split. */
export const holdoutAuc = (
  outcomes: readonly boolean[],
  predictors: readonly Predictor[],
  { seed, share = 0.3, ridge = 0 }: HoldoutChoice,
): Result<HoldoutAuc, EstimationFailure> => {
  if (!(share > 0 && share < 1))
    return err({
      kind: 'setting-invalid',
      name: 'share',
      value: String(share),
      expected: 'above 0, below 1',
    });
  const order = shuffled(outcomes.length, seed);
  const held = Math.round(order.length * share);
  const [judged, learning] = [order.slice(0, held), order.slice(held)];
  const eventsOf = (places: readonly number[]): number[] => places.map((place) => (outcomes[place] ? 1 : 0));
  const pick = (places: readonly number[]): Predictor[] =>
    predictors.map(({ name, values }) => ({ name, values: places.map((place) => numberAt(values, place)) }));
  const learned = fitLogistic(eventsOf(learning), pick(learning), { ridge });
  if (!learned.ok) return learned;
  const { estimates, intercept } = learned.value;
  const scores = judged.map((place) =>
    predictors.reduce(
      (sum, { values }, j) => sum + (estimates[j]?.coefficient ?? 0) * numberAt(values, place),
      intercept.coefficient,
    ),
  );
  const measured = auc(
    scores,
    judged.map((place) => outcomes[place] ?? false),
  );
  if (measured === null) {
    const events = eventsOf(judged).filter((count) => count > 0).length;
    return err({ kind: 'one-outcome', events, observations: judged.length });
  }
  return ok({ learned: learned.value, auc: measured });
};
