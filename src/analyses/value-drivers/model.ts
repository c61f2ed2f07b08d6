import { auc } from '../../models/logistic-regression/auc.ts';
import type { Auc } from '../../models/logistic-regression/auc.ts';
import { fitLogistic } from '../../models/logistic-regression/fit-logistic.ts';
import type { LogisticFit } from '../../models/logistic-regression/fit-logistic.ts';
import { inverseLogit } from '../../models/logistic-regression/logistic-likelihood.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { at } from '../../core/numeric/at.ts';
import type { Feature } from './features.ts';
import type { Driver, ValueDrivers } from './result.ts';

/** A fit, what had to be left out for it, and whether a penalty was needed. */
export interface Fitted {
  readonly fit: LogisticFit;
  readonly features: readonly Feature[];
  readonly leftOut: readonly string[];
  readonly isPenalised: boolean;
}

/** Strength of the penalty where effects have no finite estimate. House rule. */
const ridge = 1;

/** Fits all features; one that others determine is left out, and a penalty added where groups part outcomes completely. */
export const fitDrivers = (happened: readonly boolean[], wanted: readonly Feature[]): Fitted | null => {
  const events = happened.map(Number);
  let features = wanted;
  let strength = 0;
  const leftOut: string[] = [];
  for (let attempt = 0; attempt <= wanted.length + 1 && features.length > 0; attempt += 1) {
    const fitted = fitLogistic(events, features, { ridge: strength });
    if (fitted.ok) return { fit: fitted.value, features, leftOut, isPenalised: strength > 0 };
    const { error } = fitted;
    if (error.kind === 'collinear') {
      leftOut.push(...features.filter(({ name }) => name === error.name).map(({ label }) => label));
      features = features.filter(({ name }) => name !== error.name);
    } else if ((error.kind === 'separated' || error.kind === 'not-converged') && strength === 0) {
      strength = ridge;
    } else return null;
  }
  return null;
};

const strengthOf = (oddsRatio: number, low: number, high: number): Driver['strength'] => {
  if (low <= 1 && high >= 1) return 'unclear';
  const size = Math.max(oddsRatio, 1 / oddsRatio);
  if (size >= 2) return 'strong';
  return size >= 1.4 ? 'moderate' : 'slight';
};

/** A round number about as large as the spread: 1, 2 or 5 times a power of ten. */
const roundStep = (spread: number): number => {
  const power = 10 ** Math.floor(Math.log10(spread));
  return ([5, 2, 1].find((times) => times * power <= spread) ?? 1) * power;
};

const bounded = (ratio: number): number => Math.min(1e6, Math.max(1e-6, ratio));

/** The effects as odds ratios, clear ones first, then by size. */
export const driversOf = ({ fit, features }: Fitted): Driver[] =>
  features
    .map((feature, place): Driver => {
      const { kind, spread, unit } = feature;
      const estimate = fit.estimates[place];
      const ratio = (value: number | undefined): number => bounded(Math.exp((value ?? 0) * spread));
      const [oddsRatio, low, high] = [
        ratio(estimate?.coefficient),
        ratio(estimate?.low),
        ratio(estimate?.high),
      ];
      const step = kind === 'number' ? roundStep(spread) : null;
      return {
        key: feature.name,
        label: feature.label,
        kind,
        reference: feature.reference,
        customers: feature.customers,
        oddsRatio,
        low,
        high,
        p: estimate?.p ?? null,
        spread: kind === 'number' ? spread : null,
        unit,
        step,
        perStep: step === null ? null : bounded(Math.exp((estimate?.coefficient ?? 0) * step)),
        strength: strengthOf(oddsRatio, low, high),
      };
    })
    .toSorted(
      (one, other) =>
        Number(one.strength === 'unclear') - Number(other.strength === 'unclear') ||
        Math.abs(Math.log(other.oddsRatio)) - Math.abs(Math.log(one.oddsRatio)),
    );

/** Features of some of the customers, by their places. */
export const pickFeatures = (features: readonly Feature[], places: readonly number[]): Feature[] =>
  features.map((feature) => ({ ...feature, values: places.map((place) => at(feature.values, place)) }));

/** Predicted probabilities of customers that the fit has not seen. */
export const predict = (
  { fit, features }: Fitted,
  all: readonly Feature[],
  places: readonly number[],
): number[] => {
  const columns = features.map(({ name }) => all.find((feature) => feature.name === name)?.values ?? []);
  const coefficients = fit.estimates.map(({ coefficient }) => coefficient);
  return places.map((place) => {
    let sum = fit.intercept.coefficient;
    for (let j = 0; j < columns.length; j += 1) sum += at(coefficients, j) * at(columns[j] ?? [], place);
    return inverseLogit(sum);
  });
};

/** How well predictions rank held-out customers, and whether so many have the outcome as were predicted. */
export const judgeModel = (
  predicted: readonly number[],
  happened: readonly boolean[],
): { readonly auc: Auc | null; readonly calibration: ValueDrivers['calibration'] } => {
  const order = predicted
    .map((_, place) => place)
    .toSorted((one, other) => at(predicted, one) - at(predicted, other));
  const tenths = Math.min(10, Math.floor(order.length / 10));
  const calibration = Array.from({ length: tenths }, (_, tenth) => {
    const places = order.slice(
      Math.floor((tenth * order.length) / tenths),
      Math.floor(((tenth + 1) * order.length) / tenths),
    );
    const events = places.filter((place) => happened[place]).length;
    const interval = wilsonInterval(events, places.length);
    return {
      tenth: tenth + 1,
      customers: places.length,
      predicted: places.reduce((sum, place) => sum + at(predicted, place), 0) / places.length,
      observed: events / places.length,
      low: interval?.low ?? 0,
      high: interval?.high ?? 1,
    };
  });
  return { auc: auc(predicted, happened), calibration };
};
