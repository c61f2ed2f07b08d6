import * as v from 'valibot';
import { numberParameter } from '../parameters.ts';

/** Where the portfolio is cut; every cut is a house rule, as no publication fixes one. */
export const portfolioParams = v.object({
  clvCut: numberParameter(
    {
      title: 'Valuable from',
      help: 'Lifetime value from which a customer counts as valuable; 0 is automatic: those who hold 80% of all value',
      houseRule: true,
    },
    { default: 0, min: 0, max: 1_000_000_000, step: 10, unit: 'money' },
  ),
  serveCut: numberParameter(
    {
      title: 'Dear to serve from',
      help: 'Cost to serve as a share of revenue; 0 is automatic: the median customer',
      houseRule: true,
    },
    { default: 0, min: 0, max: 100, step: 0.01, unit: 'share of revenue' },
  ),
  aliveCut: numberParameter(
    {
      title: 'Slipping away below',
      help: 'Chance of still being a customer, below which a valuable one is to be retained',
      houseRule: true,
    },
    { default: 0.5, min: 0, max: 1, step: 0.05, unit: 'P(alive)' },
  ),
  priceCut: numberParameter(
    {
      title: 'Pays well from',
      help: 'What is left of revenue after goods, fees and freight; 0 is automatic: the median customer',
      houseRule: true,
    },
    { default: 0, min: -10, max: 1, step: 0.01, unit: 'share of revenue' },
  ),
  keyOrders: numberParameter(
    {
      title: 'Key customers buy on',
      help: 'Days with a purchase in the last 365 days; besides, they must be profitable so far',
      houseRule: true,
    },
    { default: 3, min: 1, max: 365, unit: 'days a year' },
  ),
});

/** {@link portfolioParams}' type. */
export type PortfolioParams = v.InferOutput<typeof portfolioParams>;
