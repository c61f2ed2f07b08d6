import * as v from 'valibot';
import { ladderDefaults } from '../../data/facts/ladder-rungs.ts';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** The rules of the rungs; all defaults are house rules. The customer profile uses the defaults. */
export const valueLadderParams = v.object({
  frequencyPercentile: numberParameter(
    {
      title: 'Majority: buys more often than',
      help: 'At 0.75, on at least as many days as three in four of last year’s buyers do not exceed',
      houseRule: true,
    },
    { default: ladderDefaults.frequency_percentile, min: 0, max: 1, step: 0.05, unit: 'of buyers' },
  ),
  breadthPercentile: numberParameter(
    {
      title: 'Majority: buys more kinds of things than',
      help: 'At 0.5, from at least as many categories (or products, where those are not known) as half of the buyers do not exceed',
      houseRule: true,
    },
    { default: ladderDefaults.breadth_percentile, min: 0, max: 1, step: 0.05, unit: 'of buyers' },
  ),
  activeGaps: numberParameter(
    {
      title: 'Lapsed after',
      help: 'Silent for longer than so many times the usual gap, the median time between purchases',
      houseRule: true,
    },
    { default: ladderDefaults.active_gaps, min: 1, max: 20, step: 0.5, unit: 'usual gaps' },
  ),
  tenureGaps: numberParameter(
    {
      title: 'Loyal: with us for',
      help: 'Least time since the first purchase, in times the customer’s own usual gap between purchases',
      houseRule: true,
    },
    { default: ladderDefaults.tenure_gaps, min: 0, max: 20, step: 0.5, unit: 'usual gaps' },
  ),
  attitudeMinimum: numberParameter(
    {
      title: 'Loyal: thinks of us at least',
      help: 'Mean survey answer on a scale of 1 to 5; customers who were not asked need none',
      houseRule: true,
    },
    { default: ladderDefaults.attitude_minimum, min: 1, max: 5, step: 0.1, unit: 'of 5' },
  ),
  reviewMinimum: numberParameter(
    { title: 'Advocate: review of at least', help: 'Mean review on a scale of 1 to 5', houseRule: true },
    { default: ladderDefaults.review_minimum, min: 1, max: 5, step: 0.1, unit: 'of 5' },
  ),
  reviews: choiceParameter(
    {
      title: 'Advocate: good reviews count',
      help: 'A referral always counts; where everybody is asked for a review, a good one says less',
      houseRule: true,
    },
    [
      { value: 'repeat-customers', label: 'Of repeat customers' },
      { value: 'any-customer', label: 'Of any customer' },
      { value: 'never', label: 'Never' },
    ],
    ladderDefaults.reviews,
  ),
});

/** {@link valueLadderParams}' type. */
export type ValueLadderParams = v.InferOutput<typeof valueLadderParams>;
