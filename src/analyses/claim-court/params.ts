import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

const share = (title: string, help: string, standard: number, unit: string, step = 0.05) =>
  numberParameter({ title, help, houseRule: true }, { default: standard, min: 0, max: 1, step, unit });

/** What the published claims are tried with. */
export const claimCourtParams = v.object({
  confidence: numberParameter(
    {
      title: 'Confidence',
      help: 'How sure an interval must be before it decides a claim',
      houseRule: true,
    },
    { default: 0.95, min: 0.8, max: 0.99, step: 0.01, unit: 'share' },
  ),
  minimumCustomers: numberParameter(
    { title: 'Fewest customers', help: 'A group of fewer decides nothing', houseRule: true },
    { default: 30, min: 5, max: 10_000, step: 5, unit: 'customers' },
  ),
  loyalSpend: choiceParameter(
    { title: 'Loyal customers spend more', help: 'What is compared between the first and later years' },
    [
      { value: 'purchase', label: 'A purchase' },
      { value: 'year', label: 'A year with a purchase' },
    ],
    'purchase',
  ),
  priceRise: numberParameter(
    {
      title: 'Prices rise by',
      help: 'Spend of earlier years is brought up to the prices of as-of by it',
      houseRule: true,
    },
    { default: 0.02, min: -0.2, max: 0.5, step: 0.005, unit: 'a year' },
  ),
  discount: numberParameter(
    {
      title: 'Discount',
      help: 'What a year’s waiting costs you, for the worth of retention',
      houseRule: true,
    },
    { default: 0.1, min: 0, max: 0.5, step: 0.01, unit: 'a year' },
  ),
  followUpDays: numberParameter(
    {
      title: 'Follow-up',
      help: 'Days after a survey answer, or after the first purchase, in which a purchase counts as bought again',
      houseRule: true,
    },
    { default: 180, min: 14, max: 730, step: 7, unit: 'days' },
  ),
  satisfiedFrom: numberParameter(
    { title: 'Satisfied from', help: 'Score on a scale of 1 to 5; others are rescaled', houseRule: true },
    { default: 4, min: 1.1, max: 5, step: 0.1, unit: 'points' },
  ),
  mostShare: share(
    'Most of the profit',
    'The best fifth brings most of it above this part',
    0.5,
    'share of profit',
  ),
  someShare: share(
    'Some customers',
    'Above this part of customers, those at a loss are more than an accident',
    0.01,
    'share of customers',
    0.005,
  ),
  minimumCostCoverage: share(
    'Costs known for at least',
    'Below this part of revenue nothing is said about profit',
    0.8,
    'share of revenue',
  ),
  assumedMarginShare: numberParameter(
    {
      title: 'Margin where costs are unknown',
      help: 'Taken for the growth of profit, for orders whose cost of goods is not known',
      houseRule: true,
    },
    { default: 0.3, min: 0, max: 1, step: 0.05, unit: 'share of revenue' },
  ),
});

/** {@link claimCourtParams}' type. */
export type ClaimCourtParams = v.InferOutput<typeof claimCourtParams>;
