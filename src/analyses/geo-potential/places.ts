import type { Row } from '../../data/row.ts';
import { activeGrowth } from '../../models/growth/active-growth.ts';
import { studentCritical95 } from '../../models/statistics/student-t.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { GeoPotentialParams } from './params.ts';
import type { GeoPotential, Place } from './result.ts';

/** All known places together. */
export interface PlaceTotals {
  readonly customers: number;
  readonly value: number;
  readonly basis: GeoPotential['basis'];
  readonly isCovered: boolean;
}

interface Index {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Value a customer ÷ that of all, with Student’s interval of the place’s mean; the mean of all is taken as known. */
const indexOf = (row: Row, totals: PlaceTotals): Index => {
  const customers = numberOf(row, 'now');
  const mean = totals.value / totals.customers;
  const spread = knownNumberOf(row, `${totals.basis}_spread`);
  if (customers === 0 || !(mean > 0)) return { value: null, low: null, high: null };
  const value = numberOf(row, totals.basis) / customers / mean;
  if (spread === null || customers < 2) return { value, low: null, high: null };
  const half = (studentCritical95(customers - 1) * spread) / Math.sqrt(customers) / mean;
  return { value, low: value - half, high: value + half };
};

/** Where value has grown from something to something more or less, its change; null from nothing or a loss. */
const valueGrowthOf = (row: Row, { basis, isCovered }: PlaceTotals): number | null => {
  const ratio = ratioOf(numberOf(row, basis), numberOf(row, `${basis}_before`));
  return ratio === null || !isCovered ? null : ratio - 1;
};

interface Change {
  readonly growth: number | null;
  readonly growthLow: number | null;
  readonly growthHigh: number | null;
}

const changeOf = (row: Row, { isCovered }: PlaceTotals): Change => {
  const counts = { before: numberOf(row, 'before'), now: numberOf(row, 'now'), both: numberOf(row, 'both') };
  const growth = isCovered ? activeGrowth(counts) : null;
  return growth === null
    ? { growth: null, growthLow: null, growthHigh: null }
    : { growth: growth.value, growthLow: growth.low, growthHigh: growth.high };
};

type Standing = Pick<Place, 'isSmall' | 'isCandidate' | 'isSure' | 'potential'>;

const isAbove = (value: number | null, limit: number): boolean => value !== null && value > limit;

/** Whether a place is a candidate, beyond doubt or not, and what another period of its growth would bring. */
const standingOf = (
  row: Row,
  index: Index,
  change: Change,
  totals: PlaceTotals,
  params: GeoPotentialParams,
): Standing => {
  const isSmall = numberOf(row, 'now') < params.minimumCustomers;
  const isCandidate = !isSmall && isAbove(index.value, 1) && isAbove(change.growth, 0);
  return {
    isSmall,
    isCandidate,
    isSure: isCandidate && isAbove(index.low, 1) && isAbove(change.growthLow, 0),
    potential:
      isCandidate && change.growth !== null
        ? numberOf(row, totals.basis) * change.growth * (365 / params.windowDays)
        : null,
  };
};

/** A place held against all of them. */
export const placeOf = (row: Row, totals: PlaceTotals, params: GeoPotentialParams): Place => {
  const name = String(row['place']);
  const customers = numberOf(row, 'now');
  const value = numberOf(row, totals.basis);
  const index = indexOf(row, totals);
  const change = changeOf(row, totals);
  return {
    key: `${String(row['level'])}: ${name}`,
    name,
    customers,
    before: numberOf(row, 'before'),
    known: numberOf(row, 'customers'),
    customerShare: ratioOf(customers, totals.customers) ?? 0,
    value,
    valueShare: ratioOf(value, totals.value),
    index: index.value,
    indexLow: index.low,
    indexHigh: index.high,
    ...change,
    valueGrowth: valueGrowthOf(row, totals),
    ...standingOf(row, index, change, totals, params),
  };
};
