import { ladderDefaults } from '../../data/facts/ladder-rungs.ts';
import type { Mark } from '../analysis.ts';
import type { ValueLadderParams } from './params.ts';
import type { Rung } from './result.ts';

/** Whether the rules are those of the customer profile; only then can a rung become a segment that means the same. */
export const isProfileRules = (params: ValueLadderParams): boolean =>
  params.frequencyPercentile === ladderDefaults.frequency_percentile &&
  params.breadthPercentile === ladderDefaults.breadth_percentile &&
  params.activeGaps === ladderDefaults.active_gaps &&
  params.tenureGaps === ladderDefaults.tenure_gaps &&
  params.attitudeMinimum === ladderDefaults.attitude_minimum &&
  params.reviewMinimum === ladderDefaults.review_minimum &&
  params.reviews === ladderDefaults.reviews;

/** Customers on one rung, by the profile's own placing. */
export const rungMark = ({ rung, stage }: Pick<Rung, 'rung' | 'stage'>): Mark => ({
  label: `${stage}s`,
  predicate: { kind: 'compare', field: 'ladder_rung', operator: 'is', value: rung },
});
