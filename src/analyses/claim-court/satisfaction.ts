import type { Effect } from '../../models/claims/effect.ts';
import { shareDifference } from '../../models/claims/share-difference.ts';
import type { Row } from '../../data/row.ts';
import { numberOf, ratioOf } from '../cells.ts';
import { judge, tooFew } from './hearing.ts';
import type { Court, CourtRows } from './hearing.ts';
import type { TriedClaim } from './result.ts';

const groupOf = (row: Row | undefined) => ({
  successes: numberOf(row, 'again'),
  trials: numberOf(row, 'customers'),
});

/** A difference of shares in points of 100. */
const inPoints = (effect: Effect | null): Effect | null =>
  effect && { ...effect, value: 100 * effect.value, low: 100 * effect.low, high: 100 * effect.high };

/** Satisfaction leads to repurchase: who bought after the answer, of the satisfied and of the others. */
export const trySatisfaction = ({ satisfaction }: CourtRows, { params }: Court): TriedClaim => {
  const satisfied = groupOf(satisfaction.find((row) => row['is_satisfied'] === true));
  const other = groupOf(satisfaction.find((row) => row['is_satisfied'] === false));
  const customers = satisfied.trials + other.trials;
  return judge({
    id: 'satisfaction',
    effect: inPoints(shareDifference(satisfied, other, params.confidence)),
    unit: 'points',
    threshold: 0,
    upTo: null,
    customers,
    first: ratioOf(other.successes, other.trials),
    second: ratioOf(satisfied.successes, satisfied.trials),
    basis: 'answers',
    missing:
      customers === 0
        ? 'No survey answers that name a customer and a day, long enough ago to see what followed.'
        : tooFew(params, [
            { customers: satisfied.trials, who: 'who were satisfied' },
            { customers: other.trials, who: 'who were not' },
          ]),
  });
};
