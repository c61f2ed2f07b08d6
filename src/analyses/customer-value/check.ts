import { addDays } from '../../core/day.ts';
import type { Day } from '../../core/day.ts';
import { months } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import { fitPurchases } from '../../models/buy-till-you-die/fit-purchases.ts';
import type { PurchaseFit } from '../../models/buy-till-you-die/fit-purchases.ts';
import { groupHistories } from '../../models/buy-till-you-die/group-histories.ts';
import { bindLaw } from '../../models/buy-till-you-die/predict-purchases.ts';
import { baselineValue, gradeValues } from '../../models/customer-lifetime-value/baseline.ts';
import { numberOf } from '../cells.ts';
import { column, weeksColumn, weeksOf } from './groups.ts';
import type { CustomerValue } from './result.ts';
import { spendOfSample, spread, sumRows } from './sample.ts';
import { fitSpend } from '../../models/gamma-gamma/spend-law.ts';
import { trackWeeks } from './tracking.ts';

type Check = NonNullable<CustomerValue['check']>;

const daysPerMonth = 30.4375;
/** Customers with so many repeats or more are one group. */
const mostRepeats = 7;
/** Shorter calibrations and holdouts say nothing. House rule. */
const fewestWeeks = 4;

/** Purchases expected of each row in the holdout: P(alive) × purchases if alive. */
const forecast = (rows: readonly Row[], fit: PurchaseFit<'week'>, holdout: number): Float64Array => {
  const law = bindLaw(fit);
  const ifAlive = new Map<string, number>();
  return Float64Array.from(rows, (row) => {
    const [x, age] = [numberOf(row, 'early_repeats'), weeksOf(numberOf(row, 'early_age'))];
    const key = `${x} ${age}`;
    const known = ifAlive.get(key) ?? law.expectedIfAlive(x, age, holdout);
    ifAlive.set(key, known);
    return law.pAlive(x, weeksOf(numberOf(row, 'early_last_age')), age) * known;
  });
};

/** What customers bought in the holdout by how often they had come back before, a customer. */
const conditional = (rows: readonly Row[], expected: Float64Array): Check['byRepeats'] => {
  const sums = Array.from({ length: mostRepeats + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  rows.forEach((row, index) => {
    const sum = sums[Math.min(mostRepeats, numberOf(row, 'early_repeats'))];
    if (!sum) return;
    const customers = numberOf(row, 'customers');
    sum.customers += customers;
    sum.actual += customers * numberOf(row, 'later_purchases');
    sum.expected += customers * at(expected, index);
  });
  return sums.flatMap((sum, repeats) =>
    sum.customers === 0
      ? []
      : [
          {
            repeats,
            isOpen: repeats === mostRepeats,
            customers: sum.customers,
            actual: sum.actual / sum.customers,
            expected: sum.expected / sum.customers,
          },
        ],
  );
};

/** Whether the forecast finds more of those who spent most than spend per month so far does; null when nobody spent. */
const gradeOf = (rows: readonly Row[], expected: Float64Array, holdoutWeeks: number): Check['grade'] => {
  if (!rows.some((row) => numberOf(row, 'later_spend') > 0)) return null;
  const meanOfAll =
    sumRows(rows, 'early_spend') / Math.max(1, sumRows(rows, 'early_repeats') + sumRows(rows, 'one'));
  const { law } = fitSpend(spendOfSample(rows, true), meanOfAll);
  const horizon = months((holdoutWeeks * 7) / daysPerMonth);
  const counts = column(rows, 'customers');
  const predicted = expected.map(
    (purchases, index) =>
      purchases * law(numberOf(rows[index], 'early_repeats'), numberOf(rows[index], 'early_mean')),
  );
  // The retention of all is the same factor for everyone: it changes no rank.
  const baseline = Float64Array.from(rows, (row) =>
    baselineValue(
      {
        spend: numberOf(row, 'early_spend'),
        activeMonths: months(numberOf(row, 'early_age') / daysPerMonth),
      },
      horizon,
      1,
    ),
  );
  return gradeValues(
    spread(predicted, counts),
    spread(baseline, counts),
    spread(column(rows, 'later_spend'), counts),
  );
};

/** What the check is made of. */
export interface CheckInput {
  readonly sample: readonly Row[];
  readonly weeks: readonly Row[];
  readonly fit: PurchaseFit<'week'>;
  readonly from: Day;
  readonly asOf: Day;
}

/**
 * Fits the model in use to the time before the holdout and forecasts the holdout with it. Null when either is shorter than
 * four weeks, or when nobody had come back before.
 */
export const checkForecast = ({ sample, weeks, fit, from, asOf }: CheckInput): CustomerValue['check'] => {
  const holdoutDays = numberOf(sample[0], 'holdout_days');
  const rows = sample.filter((row) => row['is_early'] === true).map((row) => ({ ...row, one: 1 }));
  const longest = rows.reduce((most, row) => Math.max(most, numberOf(row, 'early_age')), 0);
  if (holdoutDays < 7 * fewestWeeks || longest < 7 * fewestWeeks) return null;
  const grouped = groupHistories({
    unit: 'week',
    repeatCount: column(rows, 'early_repeats'),
    lastRepeatAge: weeksColumn(rows, 'early_last_age'),
    observationAge: weeksColumn(rows, 'early_age'),
    counts: column(rows, 'customers'),
  });
  if (!grouped.ok) return null;
  const calibrated = fitPurchases(fit.model, grouped.value);
  if (!calibrated.ok) return null;
  const holdoutWeeks = Math.round(weeksOf(holdoutDays));
  const until = addDays(asOf, -holdoutDays);
  const expected = forecast(rows, calibrated.value, holdoutWeeks);
  return {
    until,
    holdoutWeeks,
    customers: grouped.value.customers,
    actual: sumRows(rows, 'later_purchases'),
    expected: rows.reduce((sum, row, index) => sum + numberOf(row, 'customers') * at(expected, index), 0),
    weeks: trackWeeks({ rows, weeks, fit: calibrated.value, from, until, asOf }),
    byRepeats: conditional(rows, expected),
    grade: gradeOf(rows, expected, holdoutWeeks),
  };
};
