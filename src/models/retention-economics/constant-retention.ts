/** A customer base that loses the same share every year. Shares as fractions: 0.1 is 10 %. */
export interface RetentionSetting {
  /** Margin of a customer in the first year that is counted, in money. */
  readonly margin: number;
  /** Share of customers who stay from one year to the next, 0–1. */
  readonly retention: number;
  /** Discount a year, above −1. */
  readonly discount: number;
  /** Growth of the margin a year, above −1; 0 unless said otherwise. */
  readonly growth?: number;
}

/** When the first margin comes: at once, or after a year and only from those who stayed. */
export type FirstMargin = 'now' | 'after-a-year';

const isPossible = ({ margin, retention, discount, growth = 0 }: RetentionSetting): boolean =>
  Number.isFinite(margin) && retention >= 0 && retention <= 1 && discount > -1 && growth > -1;

/**
 * Net present value of a customer for ever at constant retention (Gupta & Lehmann 2003; F6): m(1 + d) ÷ (1 + d − r(1 + g))
 * with the first margin now, m·r ÷ (1 + d − r(1 + g)) with the first, still m, after a year. Null where the sum has no end
 * (r(1 + g) ≥ 1 + d) or a setting is impossible.
 */
export const constantRetentionValue = (
  setting: RetentionSetting,
  firstMargin: FirstMargin = 'now',
): number | null => {
  const { margin, retention, discount, growth = 0 } = setting;
  const left = 1 + discount - retention * (1 + growth);
  if (!isPossible(setting) || !(left > 0)) return null;
  const factor = firstMargin === 'now' ? 1 + discount : retention;
  const value = (margin * factor) / left;
  return Number.isFinite(value) ? value : null;
};
