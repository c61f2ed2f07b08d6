import { auc } from '../../models/logistic-regression/auc.ts';
import { fitLogistic } from '../../models/logistic-regression/fit-logistic.ts';
import type { LogisticFit } from '../../models/logistic-regression/fit-logistic.ts';
import { inverseLogit } from '../../models/logistic-regression/logistic-likelihood.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { LikelyResponders } from './result.ts';
import type { KnownSign } from './signs.ts';

/** Strength of the penalty where effects have no finite estimate. House rule. */
const penalty = 1;

interface Fitted {
  readonly fit: LogisticFit;
  readonly signs: readonly KnownSign[];
}

/** Fits the signs; one that others determine is left out, and a penalty added where groups part outcomes completely. */
const fitSigns = (answered: readonly boolean[], wanted: readonly KnownSign[]): Fitted | null => {
  let signs = wanted;
  let ridge = 0;
  for (let attempt = 0; attempt <= wanted.length + 1 && signs.length > 0; attempt += 1) {
    const fitted = fitLogistic(answered.map(Number), signs, { ridge });
    if (fitted.ok) return { fit: fitted.value, signs };
    const { error } = fitted;
    if (error.kind === 'collinear') signs = signs.filter(({ name }) => name !== error.name);
    else if ((error.kind === 'separated' || error.kind === 'not-converged') && ridge === 0) ridge = penalty;
    else return null;
  }
  return null;
};

const pick = <Value>(values: readonly Value[], places: readonly number[]): readonly Value[] =>
  places.flatMap((place) => values.slice(place, place + 1));

/** The effects as odds ratios, strongest first; empty where nothing can be fitted. */
export const effectsOf = (
  answered: readonly boolean[],
  signs: readonly KnownSign[],
): LikelyResponders['signs'] => {
  const fitted = fitSigns(answered, signs);
  if (fitted === null) return [];
  return fitted.signs
    .map(({ name, label, unit, spread, reference }, place) => {
      const estimate = fitted.fit.estimates[place];
      const ratio = (effect: number | undefined): number => Math.exp((effect ?? 0) * (spread ?? 1));
      const [oddsRatio, low, high] = [
        ratio(estimate?.coefficient),
        ratio(estimate?.low),
        ratio(estimate?.high),
      ];
      return { key: name, label, unit, spread, reference, oddsRatio, low, high };
    })
    .toSorted((one, other) => Math.abs(Math.log(other.oddsRatio)) - Math.abs(Math.log(one.oddsRatio)));
};

const tenths = 10;
/** Fewest customers held out for tenths. */
const fewestForTenths = 100;

const calibrationOf = (
  chances: readonly number[],
  answered: readonly boolean[],
): LikelyResponders['calibration'] => {
  if (chances.length < fewestForTenths) return [];
  const order = chances
    .map((chance, place) => ({ chance, answered: answered[place] ?? false }))
    .toSorted((one, other) => other.chance - one.chance);
  return Array.from({ length: tenths }, (_, at) => {
    const from = Math.round((at * order.length) / tenths);
    const part = order.slice(from, Math.round(((at + 1) * order.length) / tenths));
    const answers = part.filter((one) => one.answered).length;
    const interval = wilsonInterval(answers, part.length);
    return {
      tenth: at + 1,
      customers: part.length,
      predicted: part.reduce((sum, { chance }) => sum + chance, 0) / part.length,
      answered: answers / part.length,
      low: interval?.low ?? 0,
      high: interval?.high ?? 1,
    };
  });
};

type Judged = Pick<LikelyResponders, 'auc' | 'aucLow' | 'aucHigh' | 'isUseful' | 'topLift' | 'calibration'>;

/** Learns on some customers and judges on those held out: ranking (AUC), calibration by tenths, lift of the likeliest tenth. */
export const judgeOnHeldOut = (
  answered: readonly boolean[],
  signs: readonly KnownSign[],
  isHeldOut: (place: number) => boolean,
): Judged => {
  const places = answered.map((_, place) => place);
  const [held, learning] = [places.filter(isHeldOut), places.filter((place) => !isHeldOut(place))];
  const learned = fitSigns(
    pick(answered, learning),
    signs.map((sign) => ({ ...sign, values: pick(sign.values, learning) })),
  );
  if (learned === null)
    return { auc: null, aucLow: null, aucHigh: null, isUseful: false, topLift: null, calibration: [] };
  const used = learned.signs.map(({ name }) => signs.find((sign) => sign.name === name)?.values ?? []);
  const chances = held.map((place) =>
    inverseLogit(
      used.reduce(
        (sum, values, at) => sum + (learned.fit.estimates[at]?.coefficient ?? 0) * (values[place] ?? 0),
        learned.fit.intercept.coefficient,
      ),
    ),
  );
  const outcomes = pick(answered, held);
  const measured = auc(chances, outcomes);
  const calibration = calibrationOf(chances, outcomes);
  const rate = outcomes.filter(Boolean).length / Math.max(1, held.length);
  return {
    auc: measured?.value ?? null,
    aucLow: measured?.low ?? null,
    aucHigh: measured?.high ?? null,
    isUseful: (measured?.low ?? 0) > 0.5,
    topLift: rate > 0 && calibration[0] ? calibration[0].answered / rate : null,
    calibration,
  };
};
