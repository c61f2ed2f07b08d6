import type { LikelihoodPoint } from '../estimation/newton.ts';
import { addAt, numberAt } from '../estimation/number-at.ts';
import { riskSteps } from './cox-data.ts';
import type { CoxStratum, CoxSubject } from './cox-data.ts';

/** How events at the same time are treated: Efron (1977), R's default, or Breslow (1974). */
export type TieMethod = 'efron' | 'breslow';

/** Sums over the customers at risk, or over those who have the event now: weights, and their moments. */
interface Sums {
  readonly first: Float64Array;
  readonly second: Float64Array;
  weight: number;
}

const emptySums = (size: number): Sums => ({
  first: new Float64Array(size),
  second: new Float64Array(size * size),
  weight: 0,
});

const addTo = (sums: Sums, columns: readonly Float64Array[], place: number, weight: number): void => {
  sums.weight += weight;
  columns.forEach((column, i) => {
    const weighted = weight * numberAt(column, place);
    addAt(sums.first, i, weighted);
    for (let j = 0; j <= i; j += 1)
      addAt(sums.second, i * columns.length + j, weighted * numberAt(columns[j] ?? [], place));
  });
};

const clear = (sums: Sums): void => {
  sums.weight = 0;
  sums.first.fill(0);
  sums.second.fill(0);
};

interface Accumulated {
  logLikelihood: number;
  readonly gradient: number[];
  readonly information: number[][];
}

/** Takes one event off the likelihood: the mean and spread of the predictors among those who might have had it. */
const addEvent = (risk: Sums, dying: Sums, part: number, into: Accumulated): void => {
  const weight = risk.weight - part * dying.weight;
  const means = risk.first.map((sum, i) => (sum - part * numberAt(dying.first, i)) / weight);
  into.logLikelihood -= Math.log(weight);
  into.information.forEach((row, i) => {
    addAt(into.gradient, i, -numberAt(means, i));
    for (let j = 0; j <= i; j += 1) {
      const at = i * means.length + j;
      const moment = (numberAt(risk.second, at) - part * numberAt(dying.second, at)) / weight;
      addAt(row, j, moment - numberAt(means, i) * numberAt(means, j));
    }
  });
};

/** Walks one stratum from its latest time to its earliest. */
const addStratum = (
  subjects: readonly CoxSubject[],
  columns: readonly Float64Array[],
  predicted: Float64Array,
  stratum: CoxStratum,
  ties: TieMethod,
  into: Accumulated,
): void => {
  const risk = emptySums(columns.length);
  const dying = emptySums(columns.length);
  for (const { events, censored, gone } of riskSteps(subjects, stratum)) {
    clear(dying);
    for (const place of censored) addTo(risk, columns, place, Math.exp(numberAt(predicted, place)));
    for (const place of gone) addTo(risk, columns, place, -Math.exp(numberAt(predicted, place)));
    for (const place of events) {
      const weight = Math.exp(numberAt(predicted, place));
      addTo(risk, columns, place, weight);
      addTo(dying, columns, place, weight);
      into.logLikelihood += numberAt(predicted, place);
      columns.forEach((column, i) => addAt(into.gradient, i, numberAt(column, place)));
    }
    events.forEach((_, event) => addEvent(risk, dying, ties === 'efron' ? event / events.length : 0, into));
  }
};

/** Σ coefficient × column for each subject. */
export const linearPredictor = (
  columns: readonly Float64Array[],
  coefficients: readonly number[],
  count: number,
): Float64Array => {
  const predicted = new Float64Array(count);
  columns.forEach((column, i) => {
    const coefficient = numberAt(coefficients, i);
    for (let place = 0; place < count; place += 1)
      addAt(predicted, place, coefficient * numberAt(column, place));
  });
  return predicted;
};

/** Cox's (1972) partial log-likelihood with its slope and curvature. Takes time proportional to the subjects. */
export const coxLikelihood = (
  subjects: readonly CoxSubject[],
  columns: readonly Float64Array[],
  strata: readonly CoxStratum[],
  ties: TieMethod,
  coefficients: readonly number[],
): LikelihoodPoint => {
  const predicted = linearPredictor(columns, coefficients, subjects.length);
  const into: Accumulated = {
    logLikelihood: 0,
    gradient: columns.map(() => 0),
    information: columns.map(() => columns.map(() => 0)),
  };
  for (const stratum of strata) addStratum(subjects, columns, predicted, stratum, ties, into);
  into.information.forEach((row, i) => {
    for (let j = i + 1; j < columns.length; j += 1) row[j] = numberAt(into.information[j] ?? [], i);
  });
  return into;
};
