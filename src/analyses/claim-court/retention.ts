import { upliftOfPoints } from '../../models/retention-economics/retention-uplift.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { numberOf, ratioOf } from '../cells.ts';
import { judge, tooFew } from './hearing.ts';
import type { Court, CourtRows } from './hearing.ts';
import type { TriedClaim } from './result.ts';

/** Points of retention of the published claim, and the uplift that it promises. */
const points = 5;
const promised = { from: 0.2, to: 1.25 } as const;

/** Why there is no uplift: nobody is left to be kept, or the value has no end. */
const endless = (rate: number | null): string =>
  rate !== null && rate > 1 - points / 100
    ? `Retention is ${Math.round(rate * 1_000) / 10}% already: five points more would be more than everybody.`
    : 'Profit grows so fast that the value for ever has no end, or does within the interval; a higher discount gives it one.';

/** Five points more retention add 20–125 % to net present value: from the retention and growth that were measured. */
export const tryRetentionValue = ({ retention }: CourtRows, { params }: Court): TriedClaim => {
  const row = retention[0];
  const customers = numberOf(row, 'customers');
  const [atRisk, stayed] = [numberOf(row, 'at_risk'), numberOf(row, 'stayed')];
  const before = numberOf(row, 'profit_before');
  const growth = before > 0 ? Math.max(-0.9, numberOf(row, 'profit_stayed') / before - 1) : 0;
  const upliftAt = (rate: number): number | null =>
    upliftOfPoints({ margin: 1, retention: rate, discount: params.discount, growth }, points)?.uplift ?? null;
  const rate = ratioOf(stayed, atRisk);
  const interval = wilsonInterval(stayed, atRisk, params.confidence);
  const value = rate === null ? null : upliftAt(rate);
  const [low, high] = interval === null ? [null, null] : [upliftAt(interval.low), upliftAt(interval.high)];
  const isFinite = value !== null && low !== null && high !== null;
  return judge({
    id: 'retention-value',
    effect: isFinite ? { value, low, high } : null,
    unit: 'share',
    threshold: promised.from,
    upTo: promised.to,
    customers,
    first: rate,
    second: before > 0 ? growth : null,
    basis: 'for ever',
    missing:
      tooFew(params, [{ customers, who: 'have been with us for two full years' }]) ??
      (isFinite ? null : endless(rate)),
  });
};
