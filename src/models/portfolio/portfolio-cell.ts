/** What decides on how to treat a customer. */
export interface PortfolioCustomer {
  /** Future value in money. */
  readonly clv: number;
  /** Cost to serve in a period, in money. */
  readonly costToServe: number;
  /** Probability that the customer still is one, 0–1. */
  readonly pAlive: number;
}

/** From where on a figure counts as high; chosen by the user. A figure on the cut is high. */
export type PortfolioCuts = PortfolioCustomer;

/** What to do about a customer. */
export type PortfolioCell = 'retain' | 'grow' | 'maintain' | 'divest';

/**
 * Retain, grow, maintain or divest (after Buttle 2009; F9; house rule, as no publication fixes the cells): valuable and
 * slipping away → retain; valuable, staying and cheap to serve → grow; valuable, staying and dear → maintain, and serve
 * cheaper; of little value and cheap → maintain; of little value and dear → divest, after `divestGuard`.
 */
export const portfolioCell = (customer: PortfolioCustomer, cuts: PortfolioCuts): PortfolioCell => {
  const isDear = customer.costToServe >= cuts.costToServe;
  if (customer.clv < cuts.clv) return isDear ? 'divest' : 'maintain';
  if (customer.pAlive < cuts.pAlive) return 'retain';
  return isDear ? 'maintain' : 'grow';
};

/** A cell of price against cost to serve. */
export type PriceCell = 'carriage trade' | 'passive' | 'aggressive' | 'bargain basement';

/**
 * The four kinds of customers of Shapiro, Rangan, Moriarty & Ross (1987; F9): carriage trade pay well and are dear to
 * serve, passive pay well and are cheap, aggressive pay little and are dear, bargain basement pay little and are cheap. A
 * figure on its cut is high.
 */
export const shapiroCell = (
  customer: { readonly netPrice: number; readonly costToServe: number },
  cuts: { readonly netPrice: number; readonly costToServe: number },
): PriceCell => {
  const isDear = customer.costToServe >= cuts.costToServe;
  if (customer.netPrice >= cuts.netPrice) return isDear ? 'carriage trade' : 'passive';
  return isDear ? 'aggressive' : 'bargain basement';
};
