import { meanScore } from './assessed.ts';

/** House rule: a condition has to be sound (3 of 5) until somebody says otherwise. */
const houseLeast = 3;

/** The score that a condition needs, 0–5. */
export const leastOf = (least: number | null): number => least ?? houseLeast;

/** Whether a condition is strong enough: its mean score reaches the least that is needed. `unknown` while nobody scored. */
export const conditionState = ({
  now,
  least,
}: {
  readonly now: Readonly<Record<string, number>>;
  readonly least: number | null;
}): 'met' | 'below' | 'unknown' => {
  const mean = meanScore(now);
  if (mean === null) return 'unknown';
  return mean < leastOf(least) ? 'below' : 'met';
};
