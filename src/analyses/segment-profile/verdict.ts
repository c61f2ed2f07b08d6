import type { Verdict } from './result.ts';

/** In words for one finding: which way it goes, if it is more than chance at the accepted share of false alarms. */
export const verdictOf = (difference: number | null, qValue: number | null, falseAlarms: number): Verdict => {
  if (difference === null || qValue === null) return 'unknown';
  if (qValue > falseAlarms || difference === 0) return 'no-clear-difference';
  return difference > 0 ? 'higher' : 'lower';
};
