import { averageDaysPerMonth, months, monthsInUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import type { PurchaseFit } from '../buy-till-you-die/fit-purchases.ts';
import { bindLaw } from '../buy-till-you-die/predict-purchases.ts';

/** What is ahead of a customer who still is one. */
export interface Ahead {
  /** Purchase days within the horizon. */
  readonly orders: number;
  /** The same, each month's discounted to today. */
  readonly discounted: number;
}

/** Horizon in months and discount a month. */
export interface Terms {
  readonly horizon: number;
  readonly monthlyDiscount: number;
}

/** Looks ahead for a customer with so many repeats and of such an age in weeks. */
export type LookAhead = (repeats: number, age: number) => Ahead;

/** Values of ages between which is interpolated, and the ages they belong to, in logarithms. */
interface Nodes {
  readonly places: readonly number[];
  readonly values: readonly Ahead[];
}

/** Places of Chebyshev's second kind from low to high. */
const placesBetween = (low: number, high: number, count: number): readonly number[] =>
  Array.from(
    { length: count },
    (_, index) => (low + high) / 2 - ((high - low) / 2) * Math.cos((Math.PI * index) / (count - 1)),
  );

/** Barycentric interpolation (Berrut & Trefethen 2004): exact at the nodes, error below 1e-6 of the value between nine. */
const interpolate = ({ places, values }: Nodes, place: number): Ahead => {
  let [orders, discounted, total] = [0, 0, 0];
  for (const [index, node] of values.entries()) {
    const distance = place - (places[index] ?? 0);
    if (Math.abs(distance) < 1e-12) return node;
    const isEnd = index === 0 || index === values.length - 1;
    const weight = ((index % 2 === 0 ? 1 : -1) * (isEnd ? 0.5 : 1)) / distance;
    orders += weight * node.orders;
    discounted += weight * node.discounted;
    total += weight;
  }
  return { orders: orders / total, discounted: discounted / total };
};

/** Youngest and oldest age by repeats, and how many ages there are. */
const agesByRepeats = (repeats: ArrayLike<number>, ages: ArrayLike<number>): Map<number, Set<number>> => {
  const found = new Map<number, Set<number>>();
  for (let row = 0; row < repeats.length; row += 1) {
    const known = found.get(at(repeats, row)) ?? new Set<number>();
    found.set(at(repeats, row), known.add(at(ages, row)));
  }
  return found;
};

/**
 * The purchases ahead of those alive, Σ (E[Y(k)] − E[Y(k − 1)]) ÷ (1 + d)^k over the months k (as `discountedPurchases`). They
 * change smoothly with age: of many ages with the same repeats, only `nodeCount` are computed and the others interpolated.
 */
export const lookAheadBy = (
  fit: PurchaseFit<'week'>,
  repeats: ArrayLike<number>,
  ages: ArrayLike<number>,
  { horizon, monthlyDiscount }: Terms,
  nodeCount = 9,
): LookAhead => {
  const law = bindLaw(fit);
  const ends = Array.from({ length: horizon }, (_, month) =>
    monthsInUnit(months(month + 1), 'week', averageDaysPerMonth),
  );
  const compute = (x: number, age: number): Ahead => {
    let [orders, discounted] = [0, 0];
    ends.forEach((end, month) => {
      const expected = law.expectedIfAlive(x, age, end);
      discounted += (expected - orders) * (1 + monthlyDiscount) ** -(month + 1);
      orders = expected;
    });
    return { orders, discounted };
  };
  const placeOf = (age: number): number => Math.log(fit.parameters.alpha + age);
  const byRepeats = new Map<number, Nodes | Map<number, Ahead>>();
  for (const [x, known] of agesByRepeats(repeats, ages)) {
    const sorted = [...known].sort((one, other) => one - other);
    if (sorted.length <= nodeCount) {
      byRepeats.set(x, new Map(sorted.map((age) => [age, compute(x, age)])));
      continue;
    }
    const places = placesBetween(placeOf(sorted[0] ?? 0), placeOf(sorted.at(-1) ?? 0), nodeCount);
    const values = places.map((place) => compute(x, Math.max(0, Math.exp(place) - fit.parameters.alpha)));
    byRepeats.set(x, { places, values });
  }
  return (x, age) => {
    const known = byRepeats.get(x);
    if (known === undefined) return compute(x, age);
    return known instanceof Map ? (known.get(age) ?? compute(x, age)) : interpolate(known, placeOf(age));
  };
};
