import { profitLayers, reichheldLayers } from '../../models/retention-economics/reichheld-layers.ts';
import type { LayeredYear, TenureYear } from '../../models/retention-economics/reichheld-layers.ts';
import type { RetentionEconomics } from './result.ts';

/** What a schedule is reckoned from. `retentionOf(t)`: share of those there in year t who stay into the next, t from 1. */
export interface Plan {
  readonly retentionOf: (year: number) => number;
  readonly used: RetentionEconomics['used'];
  readonly firstProfit: 'now' | 'after-a-year';
  readonly horizon: number;
  /** Added with every further year, as a fraction of the first year’s profit. */
  readonly added: Readonly<Record<'extraPurchases' | 'costSaving' | 'referrals' | 'pricePremium', number>>;
}

/** A year of the schedule: the model’s, with its profit and the retention into the next. */
export interface PlannedYear extends LayeredYear {
  readonly retention: number;
  readonly profit: number;
}

/** The product; a nil layer that shrinks is 0, not the −0 that JSON doesn’t know. */
const scaled = (amount: number, factor: number): number => amount * factor + 0;

const yearOf = ({ retentionOf, used, firstProfit, added }: Plan, year: number): TenureYear => {
  const { margin, growth } = used;
  const further = year - 1;
  return {
    // With the first profit now everybody is there for it: retention counts from the second year on.
    retention: firstProfit === 'now' ? (year === 1 ? 1 : retentionOf(year - 1)) : retentionOf(year),
    base: margin,
    extraPurchases: margin * ((1 + growth) ** further - 1 + added.extraPurchases * further),
    costSaving: margin * added.costSaving * further,
    referrals: margin * added.referrals * further,
    pricePremium: margin * added.pricePremium * further,
  };
};

/**
 * Years of a customer’s value in layers (Reichheld & Sasser 1990; F6), the cost of winning taken off. With the first profit
 * now year t is discounted by t − 1 years. Empty for settings that the model refuses.
 */
export const scheduleOf = (plan: Plan): PlannedYear[] => {
  const { used, firstProfit, horizon, retentionOf } = plan;
  const years = Array.from({ length: horizon }, (_, at) => yearOf(plan, at + 1));
  const layered = reichheldLayers(years, 0, used.discount);
  if (layered === null) return [];
  const factor = firstProfit === 'now' ? 1 + used.discount : 1;
  return layered.years.map(({ year, survival, layers, cumulative }): PlannedYear => {
    const now = {
      base: scaled(layers.base, factor),
      extraPurchases: scaled(layers.extraPurchases, factor),
      costSaving: scaled(layers.costSaving, factor),
      referrals: scaled(layers.referrals, factor),
      pricePremium: scaled(layers.pricePremium, factor),
    };
    return {
      year,
      retention: retentionOf(year),
      survival,
      layers: now,
      profit: profitLayers.reduce((sum, layer) => sum + now[layer], 0),
      cumulative: cumulative * factor - used.acquisitionCost,
    };
  });
};
