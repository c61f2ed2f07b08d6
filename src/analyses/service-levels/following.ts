import type { Row } from '../../data/row.ts';
import { shareDifference } from '../../models/claims/share-difference.ts';
import { numberOf, ratioOf } from '../cells.ts';
import type { ServiceLevelsParams } from './params.ts';
import { promiseKeys } from './result.ts';
import type { PromiseKey, ServiceLevels } from './result.ts';
import { knownShare } from './shares.ts';

type Failure = ServiceLevels['failures'][number];
type Recovery = ServiceLevels['recovery'][number];

const columnOf: Readonly<Record<PromiseKey, string>> = {
  onTime: 'on_time',
  inFull: 'in_full',
  noError: 'no_error',
  rightPrice: 'right_price',
  perfect: 'is_perfect',
};

const groupOf = (row: Row | undefined) => ({
  successes: numberOf(row, 'again'),
  trials: numberOf(row, 'customers'),
});

const failureOf = (rows: readonly Row[], promise: PromiseKey, minimum: number): Failure => {
  const own = rows.filter((row) => row['promise'] === columnOf[promise]);
  const kept = groupOf(own.find((row) => row['kept'] === true));
  const broken = groupOf(own.find((row) => row['kept'] === false));
  const isEnough = Math.min(kept.trials, broken.trials) >= minimum;
  const effect = isEnough ? shareDifference(kept, broken) : null;
  return {
    promise,
    keptCustomers: kept.trials,
    brokenCustomers: broken.trials,
    keptAgain: ratioOf(kept.successes, kept.trials),
    brokenAgain: ratioOf(broken.successes, broken.trials),
    cost: effect?.value ?? null,
    low: effect?.low ?? null,
    high: effect?.high ?? null,
  };
};

/** What each broken promise goes with: who bought again after a kept one and after a broken one. */
export const failuresOf = (
  rows: readonly Row[],
  { minimumCustomers }: ServiceLevelsParams,
): readonly Failure[] => promiseKeys.map((promise) => failureOf(rows, promise, minimumCustomers));

const limits: Readonly<Record<number, number | null>> = { 1: 1, 2: 3, 3: 10, 4: null };

/** Who bought again after a complaint by how long its solution took, and within how many days it should come. */
export const recoveryOf = (
  rows: readonly Row[],
  { minimumCustomers }: ServiceLevelsParams,
): { readonly recovery: Recovery[]; readonly recoverWithin: number | null } => {
  const recovery = rows.map((row): Recovery => {
    const { known, value, low, high } = knownShare(numberOf(row, 'again'), numberOf(row, 'customers'));
    return { days: limits[numberOf(row, 'class')] ?? null, customers: known, value, low, high };
  });
  const large = rows
    .map((row, at) => ({ group: groupOf(row), days: recovery[at]?.days ?? null }))
    .filter(({ group }) => group.trials >= minimumCustomers);
  const fall = large.findIndex(({ group }, at) => {
    const earlier = large.slice(0, at).map((one) => one.group);
    const before = {
      successes: earlier.reduce((sum, one) => sum + one.successes, 0),
      trials: earlier.reduce((sum, one) => sum + one.trials, 0),
    };
    return (shareDifference(before, group)?.low ?? 0) > 0;
  });
  return { recovery, recoverWithin: fall > 0 ? (large[fall - 1]?.days ?? null) : null };
};
