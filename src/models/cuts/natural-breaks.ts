import { numberAt } from '../estimation/number-at.ts';
import { uniqueValues } from './unique-values.ts';
import type { CountedValue } from './unique-values.ts';

/** A class of values that lie close together, its limits included. */
export interface BreakClass {
  readonly lowest: number;
  readonly highest: number;
  readonly count: number;
  readonly mean: number;
}

/** Values divided where the gaps are natural. */
export interface NaturalBreaks {
  /** Rising; fewer than asked for when there are fewer different values. */
  readonly classes: readonly BreakClass[];
  /** Σ squared distances to the means of the classes. */
  readonly withinSquares: number;
  /** 1 − within ÷ total sum of squares (Jenks & Caspall 1971), 0–1; null when all values are equal. */
  readonly goodnessOfFit: number | null;
  /** False when there were more different values than the limit, and neighbours were taken together first. */
  readonly isExact: boolean;
}

/** Neighbouring values taken together into at most `limit` bins of about the same count; ties stay together. */
const binned = (values: readonly CountedValue[], limit: number): CountedValue[][] => {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const bins: CountedValue[][] = [];
  let before = 0;
  let last = -1;
  for (const value of values) {
    const bin = Math.floor((before / total) * limit);
    if (bin === last) bins.at(-1)?.push(value);
    else bins.push([value]);
    last = bin;
    before += value.count;
  }
  return bins;
};

/** Sums up to each place, from which the squares of any run of bins follow. */
const cumulated = (bins: readonly (readonly CountedValue[])[], centre: number) => {
  const counts = new Float64Array(bins.length + 1);
  const sums = new Float64Array(bins.length + 1);
  const squares = new Float64Array(bins.length + 1);
  bins.forEach((bin, at) => {
    const add = (power: number): number =>
      bin.reduce((sum, { value, count }) => sum + count * (value - centre) ** power, 0);
    counts[at + 1] = numberAt(counts, at) + add(0);
    sums[at + 1] = numberAt(sums, at) + add(1);
    squares[at + 1] = numberAt(squares, at) + add(2);
  });
  /** Σ squared distances to their mean of the bins from `from` to before `to`. */
  return (from: number, to: number): number => {
    const count = numberAt(counts, to) - numberAt(counts, from);
    const sum = numberAt(sums, to) - numberAt(sums, from);
    const square = numberAt(squares, to) - numberAt(squares, from);
    return count > 0 ? Math.max(0, square - (sum * sum) / count) : 0;
  };
};

/**
 * One more class: the best start of the last class for each end, by divide and conquer, as best starts never fall with the
 * end.
 */
const addClass = (
  costOf: (from: number, to: number) => number,
  before: Float64Array,
  classes: number,
): { costs: Float64Array; starts: Int32Array } => {
  const costs = new Float64Array(before.length).fill(Infinity);
  const starts = new Int32Array(before.length);
  const fill = (low: number, high: number, first: number, last: number): void => {
    if (low > high) return;
    const middle = Math.floor((low + high) / 2);
    let best = Infinity;
    let start = first;
    for (let from = first; from <= Math.min(middle - 1, last); from += 1) {
      const cost = numberAt(before, from) + costOf(from, middle);
      if (cost < best) [best, start] = [cost, from];
    }
    costs[middle] = best;
    starts[middle] = start;
    fill(low, middle - 1, first, start);
    fill(middle + 1, high, start, last);
  };
  fill(classes, before.length - 1, classes - 1, before.length - 2);
  return { costs, starts };
};

/** Where each class starts, by exact dynamic programming (Fisher 1958). */
const startsOf = (size: number, classes: number, costOf: (from: number, to: number) => number): number[] => {
  let costs = Float64Array.from({ length: size + 1 }, (_, to) => costOf(0, to));
  const tables: Int32Array[] = [];
  for (let used = 2; used <= classes; used += 1) {
    const next = addClass(costOf, costs, used);
    costs = Float64Array.from(next.costs);
    tables.push(next.starts);
  }
  const starts: number[] = [];
  let end = size;
  for (const table of tables.toReversed()) {
    end = numberAt(table, end);
    starts.unshift(end);
  }
  return [0, ...starts];
};

const classOf = (values: readonly CountedValue[]): BreakClass => {
  const count = values.reduce((sum, one) => sum + one.count, 0);
  const total = values.reduce((sum, one) => sum + one.count * one.value, 0);
  return {
    lowest: values[0]?.value ?? 0,
    highest: values.at(-1)?.value ?? 0,
    count,
    mean: count > 0 ? total / count : 0,
  };
};

/**
 * Natural breaks (Fisher 1958; Jenks 1977): the division into at most `classes` runs whose sum of squares within is
 * least, exactly, and never between equal values. Above `limit` different values neighbours are taken together into that
 * many bins first, and `isExact` is false. Values that are not finite are left out; empty without values.
 */
export const naturalBreaks = (values: readonly number[], classes: number, limit = 5_000): NaturalBreaks =>
  naturalBreaksOfCounts(uniqueValues(values), classes, limit);

/** {@link naturalBreaks} of values that were counted already: different ones, rising. */
export const naturalBreaksOfCounts = (
  unique: readonly CountedValue[],
  classes: number,
  limit = 5_000,
): NaturalBreaks => {
  const isExact = unique.length <= limit;
  const bins = isExact ? unique.map((value) => [value]) : binned(unique, limit);
  if (bins.length === 0 || !(classes >= 1))
    return { classes: [], withinSquares: 0, goodnessOfFit: null, isExact: true };
  const costOf = cumulated(bins, classOf(unique).mean);
  const starts = startsOf(bins.length, Math.min(Math.floor(classes), bins.length), costOf);
  const ends = [...starts.slice(1), bins.length];
  const withinSquares = starts.reduce((sum, start, at) => sum + costOf(start, numberAt(ends, at)), 0);
  const total = costOf(0, bins.length);
  return {
    classes: starts.map((start, at) => classOf(bins.slice(start, ends[at]).flat())),
    withinSquares,
    goodnessOfFit: total > 0 ? 1 - withinSquares / total : null,
    isExact,
  };
};
