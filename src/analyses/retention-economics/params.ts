import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

const layer = (title: string, help: string) =>
  numberParameter(
    { title, help: `${help}, added with every further year`, houseRule: true },
    { default: 0, min: -0.2, max: 0.5, step: 0.01, unit: 'of year 1’s profit' },
  );

const share = (title: string, help: string, standard: number) =>
  numberParameter(
    { title, help, houseRule: true },
    { default: standard, min: 0, max: 1, step: 0.01, unit: 'share' },
  );

/** Everything that the worth of retention can be asked with. */
export const retentionEconomicsParams = v.object({
  startFrom: choiceParameter(
    {
      title: 'Start from',
      help: 'Retention, profit, growth and acquisition cost as measured, or as you set them',
    },
    [
      { value: 'data', label: 'Your data' },
      { value: 'settings', label: 'Your own figures' },
    ],
    'data',
  ),
  retention: share('Retention', 'Customers who stay from one year to the next', 0.8),
  firstYearRetention: share('Retention after year 1', 'Used where retention differs by year', 0.6),
  margin: numberParameter(
    { title: 'Profit a year', help: 'Of a customer, in the first year that is counted', houseRule: true },
    { default: 100, min: 0, max: 10_000_000, step: 1, unit: 'money' },
  ),
  growth: numberParameter(
    { title: 'Growth of profit', help: 'Of a customer who stays, a year', houseRule: true },
    { default: 0, min: -0.5, max: 0.5, step: 0.01, unit: 'a year' },
  ),
  acquisitionCost: numberParameter(
    { title: 'Cost of winning a customer', help: 'Spent before the first profit', houseRule: true },
    { default: 0, min: 0, max: 10_000_000, step: 1, unit: 'money' },
  ),
  points: numberParameter(
    { title: 'Better by points', help: 'From 80% to 85% is 5 points: this is the published claim' },
    { default: 5, min: 0, max: 50, step: 0.5, unit: 'points' },
  ),
  percent: numberParameter(
    { title: 'Better by per cent', help: 'From 80% to 84% is 5 per cent: not the same' },
    { default: 5, min: 0, max: 50, step: 0.5, unit: '%' },
  ),
  discount: numberParameter(
    { title: 'Discount', help: 'What a year’s waiting costs you', houseRule: true },
    { default: 0.1, min: 0, max: 0.5, step: 0.01, unit: 'a year' },
  ),
  firstProfit: choiceParameter(
    { title: 'First profit', help: 'Whether it comes at once or after a year, from those who stayed' },
    [
      { value: 'now', label: 'Now' },
      { value: 'after-a-year', label: 'After a year' },
    ],
    'now',
  ),
  pattern: choiceParameter(
    { title: 'Retention over the years', help: 'The same for ever, by year of tenure, or projected from it' },
    [
      { value: 'constant', label: 'The same every year' },
      { value: 'tenure', label: 'By year of tenure' },
      { value: 'projected', label: 'Projected (sBG)' },
    ],
    'constant',
  ),
  horizon: numberParameter(
    { title: 'Years shown', help: 'Counted where value is not for ever', houseRule: true },
    { default: 10, min: 1, max: 40, unit: 'years' },
  ),
  extraPurchases: layer('Extra purchases', 'Larger and more frequent orders, beyond the growth above'),
  costSaving: layer('Cost savings', 'Customers who know us take less work'),
  referrals: layer('Referrals', 'Profit of those whom they bring'),
  pricePremium: layer('Price premium', 'Less need of discounts'),
  assumedMarginShare: numberParameter(
    {
      title: 'Margin where costs are unknown',
      help: 'Taken for orders whose cost of goods is not known',
      houseRule: true,
    },
    { default: 0.3, min: 0, max: 1, step: 0.05, unit: 'share of revenue' },
  ),
});

/** {@link retentionEconomicsParams}' type. */
export type RetentionEconomicsParams = v.InferOutput<typeof retentionEconomicsParams>;
