import type { LikelihoodPoint } from '../estimation/newton.ts';
import { addAt, numberAt } from '../estimation/number-at.ts';

/** How often the outcome occurred, of how many trials; one trial a customer is the usual case. */
export interface Outcomes {
  readonly events: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
}

/** ln(1 + eˣ) without overflow. */
const softPlus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** The probability of a linear predictor. */
export const inverseLogit = (x: number): number => 1 / (1 + Math.exp(-x));

/** Intercept + Σ coefficient × column of every observation; the intercept is the first coefficient. */
const linearOf = (
  columns: readonly Float64Array[],
  coefficients: readonly number[],
  count: number,
): Float64Array => {
  const linear = new Float64Array(count).fill(coefficients[0] ?? 0);
  for (const [j, column] of columns.entries()) {
    const coefficient = numberAt(coefficients, j + 1);
    for (let place = 0; place < count; place += 1)
      linear[place] = (linear[place] ?? 0) + coefficient * (column[place] ?? 0);
  }
  return linear;
};

/** Σ a · b. */
const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
};

/**
 * Binomial log-likelihood (without the constant of the counts) with slope and curvature, minus ½ Σ penaltyⱼ βⱼ²; the first
 * coefficient is the intercept, never penalised.
 */
export const logisticLikelihood = (
  { events, trials }: Outcomes,
  columns: readonly Float64Array[],
  penalties: readonly number[],
  coefficients: readonly number[],
): LikelihoodPoint => {
  const count = events.length;
  const linear = linearOf(columns, coefficients, count);
  const [residuals, weights] = [new Float64Array(count), new Float64Array(count)];
  let logLikelihood = 0;
  for (let place = 0; place < count; place += 1) {
    const [here, happened, possible] = [linear[place] ?? 0, events[place] ?? 0, trials[place] ?? 0];
    const probability = inverseLogit(here);
    residuals[place] = happened - possible * probability;
    weights[place] = possible * probability * (1 - probability);
    logLikelihood += happened * here - possible * softPlus(here);
  }
  // Column by column over typed arrays: the loops that all the time goes into.
  const all = [new Float64Array(count).fill(1), ...columns];
  const gradient = all.map((column) => dot(column, residuals));
  const information = all.map((column, i) => {
    const weighted = column.map((value, place) => value * (weights[place] ?? 0));
    return all.map((other, j) => (j <= i ? dot(weighted, other) : 0));
  });
  const size = all.length;
  for (const [i, line] of information.entries()) {
    const penalty = i === 0 ? 0 : numberAt(penalties, i - 1);
    const coefficient = numberAt(coefficients, i);
    logLikelihood -= (penalty * coefficient * coefficient) / 2;
    addAt(gradient, i, -penalty * coefficient);
    addAt(line, i, penalty);
    for (let j = i + 1; j < size; j += 1) line[j] = numberAt(information[j] ?? [], i);
  }
  return { logLikelihood, gradient, information };
};
