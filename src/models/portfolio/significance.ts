/** Why a customer is strategically significant. */
export type SignificanceTag = 'high future CLV' | 'high volume' | 'benchmark' | 'inspiration' | 'door opener';

/** What the tags are given for; the last three are judged by people. */
export interface SignificanceFacts {
  readonly clv: number;
  readonly volume: number;
  /** Others copy what this customer buys. */
  readonly isBenchmark: boolean;
  /** Makes us better: finds new uses, new products, lower costs. */
  readonly isInspiration: boolean;
  /** Gives access to a market that is closed otherwise. */
  readonly isDoorOpener: boolean;
}

/** Tags of a strategically significant customer (Buttle 2009; F9); a figure on its cut is high. Empty for none. */
export const significanceTags = (
  facts: SignificanceFacts,
  cuts: { readonly clv: number; readonly volume: number },
): SignificanceTag[] => [
  ...(facts.clv >= cuts.clv ? (['high future CLV'] as const) : []),
  ...(facts.volume >= cuts.volume ? (['high volume'] as const) : []),
  ...(facts.isBenchmark ? (['benchmark'] as const) : []),
  ...(facts.isInspiration ? (['inspiration'] as const) : []),
  ...(facts.isDoorOpener ? (['door opener'] as const) : []),
];

/** Key customer: regular, with at least `minimumOrders` in the periods looked at, and proven profitable. */
export const isKeyCustomer = (
  customer: { readonly orders: number; readonly profit: number },
  minimumOrders: number,
): boolean => customer.orders >= minimumOrders && customer.profit > 0;
