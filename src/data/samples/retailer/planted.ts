import { positionOfDay } from '../trading-days.ts';

/** What was planted in the retailer's data, with its parameters: see `planted-effects.md`. */
export const planted = {
  /** Customers who buy low-margin goods at deep discounts, send much back and keep the service desk busy. */
  unprofitableTail: {
    shareOfCustomers: 0.06,
    returnProbability: 0.42,
    couponProbability: 0.85,
    couponShares: [0.3, 0.35, 0.4],
    lowMarginShareOfLines: 0.7,
    ticketProbability: 0.7,
  },
  /** Customers bought in one month with a half-price coupon, who hardly ever come back. */
  promotionBoughtCohort: {
    from: positionOfDay('2024-10-01'),
    to: positionOfDay('2024-11-01'),
    customers: 1_500,
    campaign: 'C-2410-HALF',
    coupon: 'HALFPRICE',
    couponShare: 0.5,
    secondOrderProbability: 0.07,
  },
  /** A complaint that takes longer than this drives a loyal customer away. */
  slowComplaints: {
    slowAfterDays: 10,
    loyalFromOrders: 4,
    leavingProbability: { loyal: 0.85, other: 0.45 },
    /** In these months the desk could not keep up. */
    backlog: { from: positionOfDay('2025-02-01'), to: positionOfDay('2025-07-01') },
  },
  /** Two products that are bought together on Fridays only. */
  fridayPair: {
    first: 'P-191',
    second: 'P-192',
    aloneProbability: 0.035,
    togetherOnFridaysProbability: 0.06,
  },
  /** An area without an alternative until a competitor opens there. */
  captiveArea: {
    region: 'Northern Isles',
    shareOfCustomers: 0.045,
    competitorOpens: positionOfDay('2025-04-01'),
    leavingProbability: 0.8,
    rateFactorAfterwards: 0.35,
  },
} as const;
