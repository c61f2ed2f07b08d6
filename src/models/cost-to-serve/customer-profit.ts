/** What makes up the profit of a customer in a period, all in money. */
export interface CustomerEconomics {
  readonly customer: string;
  readonly orders: number;
  readonly netRevenue: number;
  readonly costOfGoods: number;
  /** Payment fees and freight. */
  readonly transactionCosts: number;
  /** Cost to serve by activity. */
  readonly serveCosts: Readonly<Record<string, number>>;
  /** Part of the acquisition cost that falls in the period; spent, whatever is done now. */
  readonly acquisition: number;
}

/** Σ of the cost to serve over the activities. */
export const serveCostOf = ({ serveCosts }: CustomerEconomics): number =>
  Object.values(serveCosts).reduce((sum, cost) => sum + cost, 0);

/** Net revenue − goods − fees and freight: what is there to pay for serving the customer. */
export const contributionOf = ({ netRevenue, costOfGoods, transactionCosts }: CustomerEconomics): number =>
  netRevenue - costOfGoods - transactionCosts;

/** Profit of a customer (F8): contribution − cost to serve − acquisition. */
export const customerProfit = (customer: CustomerEconomics): number =>
  contributionOf(customer) - serveCostOf(customer) - customer.acquisition;
