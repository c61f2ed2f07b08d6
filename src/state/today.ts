import { dayFromMilliseconds, type Day } from '../core/day.ts';

/** The day on this machine’s clock, in UTC. */
export const today = (): Day => dayFromMilliseconds(Date.now()) ?? '9999-12-31';
