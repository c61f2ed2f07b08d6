import { normalTwoSidedP } from '../statistics/normal.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Effect } from './effect.ts';

/** How many of a group have something. */
export interface GroupShare {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Share of the first group − share of the second, −1 to 1: interval by Newcombe’s (1998) method 10, from Wilson’s
 * intervals at a confidence of `level`; p of the pooled z test. Null without anybody in a group.
 */
export const shareDifference = (first: GroupShare, second: GroupShare, level = 0.95): Effect | null => {
  const [one, other] = [
    wilsonInterval(first.successes, first.trials, level),
    wilsonInterval(second.successes, second.trials, level),
  ];
  if (one === null || other === null) return null;
  const [share, otherShare] = [first.successes / first.trials, second.successes / second.trials];
  const value = share - otherShare;
  const pooled = (first.successes + second.successes) / (first.trials + second.trials);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials));
  return {
    value,
    low: value - Math.hypot(share - one.low, other.high - otherShare),
    high: value + Math.hypot(one.high - share, otherShare - other.low),
    p: error > 0 ? normalTwoSidedP(value / error) : null,
  };
};
