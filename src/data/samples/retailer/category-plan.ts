/** One category of the shop: what its products cost, what they earn, and their names (the best-selling first). */
export interface CategoryPlan {
  readonly name: string;
  /** Typical list price in pounds. */
  readonly typicalPrice: number;
  /** Spread of the logarithm of the price. */
  readonly priceSpread: number;
  /** Typical share of the list price that is left after the cost of goods, 0–1. */
  readonly typicalMargin: number;
  /** Share of all lines, before customers' own tastes. */
  readonly popularity: number;
  /** Eaten or drunk: bought in larger numbers and hardly ever sent back. */
  readonly isFood: boolean;
  readonly products: readonly string[];
}
