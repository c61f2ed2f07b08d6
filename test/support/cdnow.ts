import { expect } from 'vitest';
import { weeks } from '../../src/core/duration.ts';
import { groupHistories } from '../../src/models/buy-till-you-die/group-histories.ts';
import type {
  GroupedHistories,
  PurchaseHistory,
} from '../../src/models/buy-till-you-die/purchase-histories.ts';
import type { PurchaseLaw } from '../../src/models/buy-till-you-die/purchase-law.ts';
import { sharedData } from './golden-data.ts';
import { valueOf } from './value-of.ts';

/** Rows of numbers of a CSV under `../shared/data`, without its header. */
export const numbersOf = (path: string): readonly (readonly number[])[] =>
  sharedData(path)
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map(Number));

const histories = (rows: readonly (readonly number[])[], from: number): GroupedHistories<'week'> => {
  const column = (index: number): Float64Array => Float64Array.from(rows, (row) => row[from + index] ?? NaN);
  return valueOf(
    groupHistories({
      unit: 'week',
      repeatCount: column(0),
      lastRepeatAge: column(1),
      observationAge: column(2),
    }),
  );
};

/** CDNOW (Fader & Hardie): x, t_x and T of 2,357 customers in weeks of two decimals. */
export const cdnowRounded = (): GroupedHistories<'week'> =>
  histories(numbersOf('cdnow/cdnow_customers_summary.csv'), 1);

/** The same customers in exact weeks. */
export const cdnowExact = (): GroupedHistories<'week'> =>
  histories(numbersOf('cdnow/BTYD_cdnowSummary_cbs.csv'), 0);

/** A purchase history in weeks. */
export const weekly = (x: number, tx: number, age: number): PurchaseHistory<'week'> => ({
  repeatCount: x,
  lastRepeatAge: weeks(tx),
  observationAge: weeks(age),
});

/** Whether a number lies within an absolute distance of the published one. */
export const expectNear = (
  found: number | undefined,
  published: number | undefined,
  tolerance: number,
): void => {
  expect(published).toBeDefined();
  expect(Math.abs((found ?? NaN) - (published ?? NaN))).toBeLessThanOrEqual(tolerance);
};

/** Whether each named number lies within its absolute distance of the published one. */
export const expectAllNear = (
  found: Readonly<Record<string, number>> | null,
  published: Readonly<Record<string, number>>,
  tolerances: Readonly<Record<string, number>>,
): void => {
  for (const [name, tolerance] of Object.entries(tolerances))
    expectNear(found?.[name], published[name], tolerance);
};

/** E[Y(t) | x, t_x, T] at parameters that were published or computed elsewhere. */
export const nextPurchases = <P>(
  law: PurchaseLaw<P>,
  parameters: P,
  [x = NaN, tx = NaN, age = NaN]: readonly number[],
  t: number,
): number => law.pAlive(parameters, x, tx, age) * law.expectedIfAlive(parameters, x, age, t);
