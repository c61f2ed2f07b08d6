import sql from './activity-tiers.sql?raw';

/** Published tiers of relationship-building activities, most effective first. */
export const activityTiers = ['most', 'less', 'least'] as const;

/** One of {@link activityTiers}. */
export type ActivityTier = (typeof activityTiers)[number];

/** The select that places every kind of activity of the data; its parameter `$own_tiers` is still to be bound. */
export const activityTiersSql: string = sql;
