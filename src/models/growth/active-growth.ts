/** How many customers bought in a period, in the one before it, and in both. */
export interface ActiveCounts {
  readonly before: number;
  readonly now: number;
  readonly both: number;
}

/** A relative change, 0.1 for a tenth more, with its 95 % interval. */
export interface Growth {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

const z95 = 1.959963984540054;

/**
 * Growth of the number of customers who buy, now ÷ before − 1. Who comes, goes and stays are taken as independent Poisson counts, so by the delta method
 * var(ln ratio) = (before + now − 2 both) ÷ (before · now): customers who stay don’t blur it. Null without anybody before; no interval without anybody now.
 */
export const activeGrowth = ({ before, now, both }: ActiveCounts): Growth | null => {
  if (before <= 0) return null;
  const ratio = now / before;
  if (now <= 0) return { value: -1, low: null, high: null };
  const half = z95 * Math.sqrt((before + now - 2 * both) / (before * now));
  return { value: ratio - 1, low: ratio * Math.exp(-half) - 1, high: ratio * Math.exp(half) - 1 };
};
