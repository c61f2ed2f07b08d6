import { addDays, dayFromMilliseconds, type Day } from '../core/day.ts';

/** The day after the last order; today when there is none. */
export const dayAfter = (lastOrder: Day | undefined): Day =>
  lastOrder ? addDays(lastOrder, 1) : (dayFromMilliseconds(Date.now()) ?? '1970-01-01');
