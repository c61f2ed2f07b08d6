import { constantRetentionValue } from './constant-retention.ts';
import type { RetentionSetting } from './constant-retention.ts';

/** What may be spent on a customer so that better retention just pays. */
export interface BreakEvenSpend {
  /** Once, now: the whole rise in value. */
  readonly once: number;
  /** Every year, as long as the customer stays: what may be taken off the margin. Grows with the margin. */
  readonly yearly: number;
}

/**
 * The spend at which raising retention to `retention` neither gains nor loses, the first margin now (from F6): once
 * V(r′) − V(r), or yearly m(1 − V(r) ÷ V(r′)). Null where a value doesn't exist or the value after is 0.
 */
export const breakEvenSpend = (setting: RetentionSetting, retention: number): BreakEvenSpend | null => {
  const before = constantRetentionValue(setting);
  const after = constantRetentionValue({ ...setting, retention });
  if (before === null || after === null || after === 0) return null;
  return { once: after - before, yearly: setting.margin * (1 - before / after) };
};

/**
 * Periods until an outlay is earned back by the flows, one a period, discounted by `discount` a period (0: not at all);
 * a part of a period is in proportion to its flow. 0 for no outlay; null when the flows never earn it back.
 */
export const paybackPeriods = (outlay: number, flows: readonly number[], discount = 0): number | null => {
  if (!(outlay > 0)) return outlay <= 0 ? 0 : null;
  let open = outlay;
  for (const [period, flow] of flows.entries()) {
    const present = flow / (1 + discount) ** (period + 1);
    if (present > 0 && present >= open * (1 - 1e-12)) return period + Math.min(1, open / present);
    open -= present;
  }
  return null;
};
