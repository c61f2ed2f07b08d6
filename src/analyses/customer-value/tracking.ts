import { addDays, daysBetween } from '../../core/day.ts';
import type { Day } from '../../core/day.ts';
import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import type { PurchaseFit } from '../../models/buy-till-you-die/fit-purchases.ts';
import { bindLaw } from '../../models/buy-till-you-die/predict-purchases.ts';
import { numberOf } from '../cells.ts';
import { weeksOf } from './groups.ts';
import type { CustomerValue } from './result.ts';

type Week = NonNullable<CustomerValue['check']>['weeks'][number];

/** What the tracking plot is made of: customers of the calibration, their repeat purchases by week, the model. */
export interface TrackingInput {
  readonly rows: readonly Row[];
  readonly weeks: readonly Row[];
  readonly fit: PurchaseFit<'week'>;
  readonly from: Day;
  readonly until: Day;
  readonly asOf: Day;
}

/** Customers by the day of their first purchase, counted from the first of all. */
const startsOf = (rows: readonly Row[], length: number): Float64Array => {
  const starts = new Float64Array(length + 1);
  for (const row of rows) {
    const day = length - numberOf(row, 'early_age');
    starts[day] = at(starts, day) + numberOf(row, 'customers');
  }
  return starts;
};

/**
 * Repeat purchases week by week, counted back from as-of, with those that the model expects (Fader, Hardie & Lee 2005, figures 2
 * and 3): Σ over customers of E[X(t)] since their own first purchase. E[X(t)] is tabulated by day.
 */
export const trackWeeks = ({ rows, weeks, fit, from, until, asOf }: TrackingInput): Week[] => {
  const law = bindLaw(fit);
  const length = daysBetween(from, asOf);
  const expectedAfter = Float64Array.from({ length: length + 1 }, (_, day) =>
    law.expectedRepeats(weeksOf(day)),
  );
  const starts = startsOf(rows, daysBetween(from, until));
  const expectedUntil = (day: number): number => {
    let sum = 0;
    for (let start = 0; start < starts.length && start <= day; start += 1)
      sum += at(starts, start) * at(expectedAfter, day - start);
    return sum;
  };
  const actualAt = new Map(weeks.map((row) => [String(row['week_end']), numberOf(row, 'purchases')]));
  const tracked: Week[] = [];
  let [actualSoFar, expectedSoFar] = [0, 0];
  for (let day = length % 7; day <= length; day += 7) {
    const end = addDays(from, day);
    const [actual, expected] = [actualAt.get(end) ?? 0, expectedUntil(day)];
    actualSoFar += actual;
    tracked.push({
      start: addDays(end, -6),
      actual,
      expected: expected - expectedSoFar,
      actualSoFar,
      expectedSoFar: expected,
    });
    expectedSoFar = expected;
  }
  return tracked;
};
