import { constantRetentionValue } from './constant-retention.ts';
import type { FirstMargin, RetentionSetting } from './constant-retention.ts';

/** What better retention is worth. */
export interface RetentionUplift {
  /** Retention afterwards, 0–1. */
  readonly retention: number;
  readonly before: number;
  readonly after: number;
  /** after ÷ before − 1, as a fraction; null when the value before is 0. */
  readonly uplift: number | null;
}

const upliftTo = (
  setting: RetentionSetting,
  retention: number,
  firstMargin: FirstMargin,
): RetentionUplift | null => {
  const before = constantRetentionValue(setting, firstMargin);
  const after = constantRetentionValue({ ...setting, retention }, firstMargin);
  if (before === null || after === null) return null;
  return { retention, before, after, uplift: before === 0 ? null : after / before - 1 };
};

/**
 * What retention that rises by `points` of 100 is worth, 5 for “from 80 % to 85 %” (Reichheld & Sasser 1990; F6). With the
 * first margin now the uplift is Δr(1 + g) ÷ (1 + d − (r + Δr)(1 + g)). Null where a value doesn't exist, as beyond 100 %.
 */
export const upliftOfPoints = (
  setting: RetentionSetting,
  points: number,
  firstMargin: FirstMargin = 'now',
): RetentionUplift | null => upliftTo(setting, setting.retention + points / 100, firstMargin);

/**
 * What retention that rises by `percent` of itself is worth, 5 for “from 80 % to 84 %”. Not the published claim, which
 * means points. Null where a value doesn't exist, as beyond 100 %.
 */
export const upliftOfPercent = (
  setting: RetentionSetting,
  percent: number,
  firstMargin: FirstMargin = 'now',
): RetentionUplift | null => upliftTo(setting, setting.retention * (1 + percent / 100), firstMargin);
