import type { Interval } from '../statistics/wilson-interval.ts';

/** The scale on which a survival interval is symmetric; R's survfit calls it conf.type, its default is `log`. */
export type IntervalScale = 'log' | 'log-log' | 'plain';

/**
 * Confidence limits of a survival share (Kalbfleisch & Prentice 2002, 1.4): `logError` is the standard error of ln S, z the
 * critical value. Limits stay in 0–1. Null where S is 0: nothing is known about the error there.
 */
export const survivalInterval = (
  survival: number,
  logError: number,
  z: number,
  scale: IntervalScale,
): Interval | null => {
  if (survival <= 0) return null;
  if (survival >= 1) return { low: 1, high: 1 };
  if (scale === 'plain') {
    const half = z * logError * survival;
    return { low: Math.max(0, survival - half), high: Math.min(1, survival + half) };
  }
  if (scale === 'log') {
    return {
      low: survival * Math.exp(-z * logError),
      high: Math.min(1, survival * Math.exp(z * logError)),
    };
  }
  const logHazard = Math.log(-Math.log(survival));
  const half = (z * logError) / -Math.log(survival);
  return { low: Math.exp(-Math.exp(logHazard + half)), high: Math.exp(-Math.exp(logHazard - half)) };
};
