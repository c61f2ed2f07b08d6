import * as v from 'valibot';
import { cutsParameter, numberParameter } from '../parameters.ts';

const share = (title: string, help: string, standard: number, step = 0.01) =>
  numberParameter(
    { title, help, houseRule: true },
    { default: standard, min: 0, max: 1, step, unit: 'share' },
  );

const amount = (title: string, help: string, standard: number, unit = 'money') =>
  numberParameter(
    { title, help, houseRule: true },
    { default: standard, min: 0, max: 1_000_000_000, step: 100, unit },
  );

/** The terms of a loyalty scheme, and below which service it had better wait. */
export const loyaltySchemeParams = v.object({
  earn: numberParameter(
    { title: 'Points', help: 'For a unit of money, in the lowest tier', houseRule: true },
    { default: 1, min: 0, max: 1_000, step: 0.1, unit: 'points' },
  ),
  worth: numberParameter(
    { title: 'A point is worth', help: 'What it takes off a purchase', houseRule: true },
    { default: 0.01, min: 0, max: 1_000, step: 0.001, unit: 'money' },
  ),
  rewardPoints: numberParameter(
    { title: 'First reward at', help: 'Points that it takes', houseRule: true },
    { default: 500, min: 1, max: 10_000_000, step: 10, unit: 'points' },
  ),
  tiers: cutsParameter(
    {
      title: 'Tiers from',
      help: 'Spend of a year from which silver, gold and platinum count; none: the median, 80th and 95th percentile',
      houseRule: true,
    },
    { length: 3, unit: 'money' },
  ),
  tierBonus: share(
    'More points a tier',
    'Added with every tier, as a share of the lowest tier’s points',
    0.25,
  ),
  takeUp: share('Customers who join', 'Alike in every tier', 0.5),
  breakage: share('Points never redeemed', 'Breakage', 0.2),
  rewardCost: share('Cost of a reward', 'To you, as a share of its worth to the member', 0.6),
  setUp: amount('Set-up', 'Spent once', 30_000),
  setUpYears: numberParameter(
    { title: 'Set-up spread over', help: 'Years that the scheme should last', houseRule: true },
    { default: 3, min: 1, max: 20, step: 1, unit: 'years' },
  ),
  running: amount('Running cost', 'People, software and messages', 20_000, 'money a year'),
  margin: numberParameter(
    {
      title: 'Margin',
      help: 'What is left of spend after goods; 0 takes it from your orders, or 30% where costs aren’t known',
      houseRule: true,
    },
    { default: 0, min: 0, max: 1, step: 0.01, unit: 'share of spend' },
  ),
  lift: share('Members buy more by', 'The lift that you expect; see what it must be at least', 0.05, 0.005),
  nearShare: share('Near miss', 'Below a tier by no more than this', 0.1),
  redemptionDays: numberParameter(
    {
      title: 'Around a redemption',
      help: 'Sales so many days before and after it hang on the reward',
      houseRule: true,
    },
    { default: 14, min: 1, max: 90, step: 1, unit: 'days' },
  ),
  satisfiedFloor: share(
    'Satisfied at least',
    'Below this part of scores of 4 or 5 a scheme should wait',
    0.75,
  ),
  onTimeFloor: share('On time at least', 'Below this part of deliveries a scheme should wait', 0.9),
});

/** {@link loyaltySchemeParams}' type. */
export type LoyaltySchemeParams = v.InferOutput<typeof loyaltySchemeParams>;
