import sql from './ladder-rungs.sql?raw';

/** The select that places every customer of `customer_profiles` on the value ladder; its rules are still to be bound. */
export const ladderRungsSql: string = sql;

/** The rules of the value ladder unless changed (house rules): the parameters of {@link ladderRungsSql}. */
export const ladderDefaults = {
  frequency_percentile: 0.75,
  breadth_percentile: 0.5,
  active_gaps: 3,
  tenure_gaps: 2,
  attitude_minimum: 4,
  review_minimum: 4,
  reviews: 'repeat-customers',
} as const;
