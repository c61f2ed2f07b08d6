import { addDays } from '../../core/day.ts';
import type { Day } from '../../core/day.ts';
import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import { groupHistories } from '../../models/buy-till-you-die/group-histories.ts';
import { expectedRepeatFrequencies } from '../../models/buy-till-you-die/predict-purchases.ts';
import type { PurchaseFit } from '../../models/buy-till-you-die/fit-purchases.ts';
import type { GroupedHistories } from '../../models/buy-till-you-die/purchase-histories.ts';
import { monthlyDiscount } from '../../models/customer-lifetime-value/lifetime-value.ts';
import { checkSpendIndependence, meanSpendOf } from '../../models/gamma-gamma/gamma-gamma.ts';
import type { Compute, ComputeInput } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { checkForecast } from './check.ts';
import { chooseModel } from '../../models/buy-till-you-die/choose-model.ts';
import { equityInterval } from './equity-interval.ts';
import { estimatesOf } from '../fit-estimates.ts';
import { lookAheadBy } from '../../models/customer-lifetime-value/look-ahead.ts';
import { readGroups, sumOf, valueGroups } from './groups.ts';
import type { CustomerGroups } from './groups.ts';
import { marginOf } from './margin.ts';
import type { CustomerValueParams } from './params.ts';
import type { CustomerValue } from './result.ts';
import { spendOfSample, tenthsOf } from './sample.ts';
import { fitSpend } from '../../models/gamma-gamma/spend-law.ts';
import type { SpendModel } from '../../models/gamma-gamma/spend-law.ts';
import { tallyChannels, tallyCohorts, tallyGrid } from './tallies.ts';
import { customerValueWarnings } from './warnings.ts';

type QueryName = 'histories' | 'sample' | 'weeks' | 'totals';
type Input = ComputeInput<QueryName, CustomerValueParams>;

/** Customers with so many repeats or more share a column. */
const mostRepeats = 7;

/** Regularity k of gamma gaps from the variance of gap ÷ two gaps, (1 − 4 var) ÷ 8 var (Wheat & Morrison 1990). */
const regularityOf = (totals: Row | undefined): number | null => {
  const variance = knownNumberOf(totals, 'ratio_variance');
  if (variance === null || variance <= 0 || numberOf(totals, 'triples') < 30) return null;
  return (1 - 4 * variance) / (8 * variance);
};

/** The last day of so many months after a day. */
const monthsLater = (day: Day, count: number): Day => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const moment = new Date(Date.UTC(year, month - 1 + count, Math.min(date, last)));
  return addDays(moment.toISOString().slice(0, 10) as Day, 0);
};

const frequencyOf = (
  groups: CustomerGroups,
  histories: GroupedHistories<'week'>,
  fit: PurchaseFit<'week'>,
): CustomerValue['frequency'] => {
  const byAge = new Float64Array(histories.ages.length);
  histories.ageIndex.forEach((age, row) => (byAge[age] = at(byAge, age) + at(histories.counts, row)));
  const actual = new Float64Array(mostRepeats + 1);
  groups.repeatCount.forEach((x, row) => {
    const bar = Math.min(x, mostRepeats);
    actual[bar] = at(actual, bar) + at(groups.counts, row);
  });
  const expected = expectedRepeatFrequencies(fit, histories.ages, byAge, mostRepeats);
  return Array.from(actual, (customers, repeats) => ({
    repeats,
    isOpen: repeats === mostRepeats,
    actual: customers,
    expected: at(expected, repeats),
  }));
};

/** The result before any model: what is known of the data alone. */
const describe = ({ rows, params, context }: Input, spend: SpendModel): CustomerValue => {
  const totals = rows.totals[0];
  const histories = spendOfSample(rows.sample);
  const { fit } = spend;
  return {
    from: (totals?.['first_day'] ?? null) as Day | null,
    asOf: context.asOf,
    until: monthsLater(context.asOf, params.horizon),
    horizon: params.horizon,
    discount: params.discount / 100,
    margin: marginOf(totals, params),
    customers: numberOf(totals, 'customers'),
    repeaters: rows.histories.reduce(
      (sum, row) => sum + (numberOf(row, 'repeats') > 0 ? numberOf(row, 'customers') : 0),
      0,
    ),
    model: null,
    reason: 'No model of purchases can be fitted: nobody has come back on another day.',
    models: [],
    parameters: [],
    spend: {
      isFitted: fit !== null,
      logLikelihood: fit?.logLikelihood ?? null,
      customers: fit?.customers ?? 0,
      mean: fit
        ? meanSpendOf(fit.parameters)
        : ratioOf(numberOf(totals, 'revenue'), numberOf(totals, 'purchase_days')),
      correlation: checkSpendIndependence(histories).correlation,
    },
    alive: null,
    expectedOrders: null,
    equity: null,
    equityLow: null,
    equityHigh: null,
    meanValue: null,
    deciles: [],
    cohortsBy: 'quarter',
    cohorts: [],
    channels: [],
    grid: [],
    frequency: [],
    check: null,
    sampledEvery: numberOf(rows.sample[0], 'stride') || 1,
    grain: numberOf(rows.histories[0], 'grain') || 1,
    regularity: regularityOf(totals),
  };
};

/** What the fitted model says: value of each group and what follows from it. */
const valueBy = (
  { rows, params, context }: Input,
  groups: CustomerGroups,
  histories: GroupedHistories<'week'>,
  fit: PurchaseFit<'week'>,
  spend: SpendModel,
  known: CustomerValue,
): Partial<CustomerValue> => {
  const terms = { horizon: params.horizon, monthlyDiscount: monthlyDiscount(params.discount / 100) };
  const ahead = lookAheadBy(fit, groups.repeatCount, groups.observationAge, terms);
  const margin = known.margin.share;
  const valuation = valueGroups(groups, fit, ahead, spend.law, margin);
  const equity = sumOf(valuation.value);
  const interval = equityInterval({ groups, fit, spend, terms, margin }, equity);
  return {
    parameters: [...estimatesOf(fit.model, fit), ...estimatesOf('gamma-gamma', spend.fit)],
    alive: sumOf(valuation.alive),
    expectedOrders: sumOf(valuation.orders),
    equity,
    equityLow: interval?.low ?? null,
    equityHigh: interval?.high ?? null,
    meanValue: equity / histories.customers,
    deciles: tenthsOf(rows.sample, fit, ahead, spend.law, margin, equity),
    ...tallyCohorts(rows.histories, groups, valuation),
    channels: tallyChannels(rows.histories, groups, valuation),
    grid: tallyGrid(rows.histories, groups, valuation),
    frequency: frequencyOf(groups, histories, fit),
    check:
      known.from === null
        ? null
        : checkForecast({
            sample: rows.sample,
            weeks: rows.weeks,
            fit,
            from: known.from,
            asOf: context.asOf,
          }),
  };
};

/** Fits purchases and spend, and values every customer over the horizon; without repeat purchases the values are null. */
export const computeCustomerValue: Compute<QueryName, CustomerValueParams, CustomerValue> = (input) => {
  const { rows, params } = input;
  const totals = rows.totals[0];
  const meanOfAll = numberOf(totals, 'revenue') / Math.max(1, numberOf(totals, 'purchase_days'));
  const spend = fitSpend(spendOfSample(rows.sample), meanOfAll);
  const known = describe(input, spend);
  const groups = readGroups(rows.histories);
  const histories = groupHistories(groups);
  if (!histories.ok) return { value: known, warnings: customerValueWarnings(known, spend.failure) };
  const { fit, reason, models } = chooseModel(histories.value, params.model);
  if (fit === null) return { value: known, warnings: customerValueWarnings(known, spend.failure) };
  const value = {
    ...known,
    model: fit.model,
    reason,
    models: [...models],
    ...valueBy(input, groups, histories.value, fit, spend, known),
  };
  return { value, warnings: customerValueWarnings(value, spend.failure) };
};
