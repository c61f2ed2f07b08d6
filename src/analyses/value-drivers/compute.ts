import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { numberOf, ratioOf } from '../cells.ts';
import { featuresOf, repeatedOf } from './features.ts';
import { settledOf } from './settled.ts';
import type { Feature } from './features.ts';
import { driversOf, fitDrivers, judgeModel, pickFeatures, predict } from './model.ts';
import { outcomeOf } from './outcome.ts';
import type { ValueDriversParams } from './params.ts';
import type { ValueDrivers } from './result.ts';
import { rulesOf } from './rules.ts';
import type { Parts } from './rules.ts';
import { valueDriversWarnings } from './warnings.ts';

/** Trees and models are learned on some customers and judged on the others. */
const partsOf = (rows: readonly Row[]): Parts => {
  const places = rows.map((_, place) => place);
  const isHeld = (place: number): boolean => rows[place]?.['is_held_out'] === true;
  return { held: places.filter(isHeld), learning: places.filter((place) => !isHeld(place)) };
};

type Judged = Pick<ValueDrivers, 'auc' | 'aucLow' | 'aucHigh' | 'calibration'>;

const judgedOf = (
  happened: readonly boolean[],
  features: readonly Feature[],
  { learning, held }: Parts,
): Judged => {
  const settled = settledOf(features, happened, learning);
  const pick = (chosen: readonly number[]): boolean[] => chosen.map((place) => happened[place] ?? false);
  const open = learning.filter((place) => settled.outcomeAt(place) === null);
  const learned = fitDrivers(pick(open), pickFeatures(settled.features, open));
  if (learned === null) return { auc: null, aucLow: null, aucHigh: null, calibration: [] };
  const chances = predict(learned, features, held);
  const { auc, calibration } = judgeModel(
    held.map((place, at) => settled.outcomeAt(place) ?? chances[at] ?? 0),
    pick(held),
  );
  return { auc: auc?.value ?? null, aucLow: auc?.low ?? null, aucHigh: auc?.high ?? null, calibration };
};

/** The effects of everything that was known early, on customers whose outcome no group settles. */
const effectsOf = (happened: readonly boolean[], wanted: readonly Feature[], parts: Parts) => {
  const repeated = repeatedOf(wanted);
  const distinct = wanted.filter((feature) => !repeated.includes(feature));
  const everyone = happened.map((_, place) => place);
  const settled = settledOf(distinct, happened, everyone);
  const open = everyone.filter((place) => settled.outcomeAt(place) === null);
  const fitted = fitDrivers(
    open.map((place) => happened[place] ?? false),
    pickFeatures(settled.features, open),
  );
  const leftOut = fitted?.leftOut ?? [];
  const used = distinct.filter(({ label }) => !leftOut.includes(label));
  return {
    drivers: fitted === null ? [] : driversOf(fitted),
    settled: settled.groups.map((group) => ({ ...group })),
    leftOut: [...repeated.map(({ label }) => label), ...leftOut],
    isPenalised: fitted?.isPenalised === true,
    ...judgedOf(happened, used, parts),
  };
};

/** Fits what was known early to what happened later, judges it on customers held out, and looks for rules. */
export const computeValueDrivers: Compute<'customers', ValueDriversParams, ValueDrivers> = ({
  rows: { customers: rows },
  params,
}) => {
  const { happened, basis, threshold } = outcomeOf(rows, params);
  const parts = partsOf(rows);
  const events = happened.filter(Boolean).length;
  const value: ValueDrivers = {
    eligible: numberOf(rows[0], 'eligible'),
    customers: rows.length,
    events,
    rate: ratioOf(events, rows.length),
    basis,
    threshold,
    ...effectsOf(happened, featuresOf(rows), parts),
    heldOut: parts.held.length,
    rules: rulesOf(rows, happened, parts, params.minimumRule),
  };
  return { value, warnings: valueDriversWarnings(value, params) };
};
