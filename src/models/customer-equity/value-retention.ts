/** A customer at the start of a period, and what became of them. */
export interface StartingCustomer {
  /** Value at the start, such as CLV, in money. */
  readonly value: number;
  readonly isRetained: boolean;
}

/** Whether the valuable customers stay, besides many. */
export interface ValueRetention {
  /** Customers retained ÷ customers, 0–1. */
  readonly headCount: number;
  /** Value retained ÷ value; null when they are worth nothing together. */
  readonly byValue: number | null;
  /** byValue − headCount, as a fraction; below 0 the more valuable ones leave. */
  readonly gap: number | null;
  /** Whether the gap is so wide that the head count misleads. */
  readonly isDiverging: boolean;
}

/**
 * Retention by head count beside retention by value (F20): ΣCLV of those retained ÷ ΣCLV of all. Diverging from a gap of
 * `alertGap` on, 0.05 unless said otherwise (house rule). Null without customers.
 */
export const valueRetention = (
  customers: readonly StartingCustomer[],
  alertGap = 0.05,
): ValueRetention | null => {
  if (customers.length === 0) return null;
  const retained = customers.filter(({ isRetained }) => isRetained);
  const sum = (list: readonly StartingCustomer[]): number =>
    list.reduce((total, { value }) => total + value, 0);
  const headCount = retained.length / customers.length;
  const total = sum(customers);
  const byValue = total > 0 ? sum(retained) / total : null;
  const gap = byValue === null ? null : byValue - headCount;
  return { headCount, byValue, gap, isDiverging: gap !== null && Math.abs(gap) >= alertGap - 1e-12 };
};

/** What became of the revenue of the customers at the start of a period, in money, losses as positive amounts. */
export interface RevenueChange {
  readonly start: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
}

/** Revenue kept of the customers at the start, as shares of it. */
export interface RevenueRetention {
  /** With expansion: may exceed 1. */
  readonly net: number;
  /** Without expansion: 0–1. */
  readonly gross: number;
}

/** Net and gross revenue retention: (start + expansion − contraction − churned) ÷ start. Null without revenue at the start. */
export const revenueRetention = ({
  start,
  expansion,
  contraction,
  churned,
}: RevenueChange): RevenueRetention | null =>
  start > 0
    ? {
        net: (start + expansion - contraction - churned) / start,
        gross: (start - contraction - churned) / start,
      }
    : null;
