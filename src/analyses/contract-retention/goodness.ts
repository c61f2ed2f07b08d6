import { at } from '../../core/numeric/at.ts';
import { chiSquareTail } from '../../models/statistics/chi-square-tail.ts';
import type { ContractRetention } from './result.ts';

/** Expected departures below which a period doesn't enter χ². */
const fewestExpected = 5;
/** Survival of periods with fewer customers seen swings by chance. House rule. */
const fewestAtRisk = 10;

/** Pearson's χ² of departures by period, with the largest gap of survival; null with no degree of freedom left. */
export const goodnessOf = (
  periods: ContractRetention['periods'],
  survival: ArrayLike<number>,
  parameters: number,
): ContractRetention['goodness'] => {
  let [chiSquare, used, largestGap] = [0, 0, 0];
  for (const { period, atRisk, left, survival: actual } of periods) {
    if (actual === null) continue;
    if (atRisk >= fewestAtRisk) largestGap = Math.max(largestGap, Math.abs(actual - at(survival, period)));
    const retention = at(survival, period) / at(survival, period - 1);
    const expected = atRisk * (1 - retention);
    if (expected < fewestExpected) continue;
    used += 1;
    chiSquare += (left - expected) ** 2 / (expected * retention);
  }
  const degrees = used - parameters;
  return degrees < 1 || !Number.isFinite(chiSquare)
    ? null
    : { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees), largestGap };
};
