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

/** Intercept + Σ coefficient × column of one observation; the intercept is the first coefficient. */
const predictorOf = (
  columns: readonly Float64Array[],
  coefficients: readonly number[],
  place: number,
): number => {
  let sum = numberAt(coefficients, 0);
  for (const [j, column] of columns.entries()) sum += numberAt(coefficients, j + 1) * numberAt(column, place);
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
  const size = coefficients.length;
  const gradient = coefficients.map(() => 0);
  const information = coefficients.map(() => gradient.map(() => 0));
  const row = new Float64Array(size).fill(1);
  let logLikelihood = 0;
  for (let place = 0; place < events.length; place += 1) {
    const linear = predictorOf(columns, coefficients, place);
    const probability = inverseLogit(linear);
    const count = numberAt(trials, place);
    const residual = numberAt(events, place) - count * probability;
    const weight = count * probability * (1 - probability);
    logLikelihood += numberAt(events, place) * linear - count * softPlus(linear);
    for (const [j, column] of columns.entries()) row[j + 1] = numberAt(column, place);
    for (const [i, line] of information.entries()) {
      const value = numberAt(row, i);
      addAt(gradient, i, residual * value);
      for (let j = 0; j <= i; j += 1) addAt(line, j, weight * value * numberAt(row, j));
    }
  }
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
