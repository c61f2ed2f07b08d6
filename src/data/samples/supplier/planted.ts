/** What was planted in the supplier's data, with its parameters: see `planted-effects.md`. */
export const planted = {
  /** Large accounts that cost more to serve than they earn: low prices, many small rush orders, visits and calls. */
  costlyAccounts: {
    accounts: 5,
    discount: 0.25,
    ordersEveryDays: 4,
    visitsAYear: 40,
    callsAYear: 110,
    ticketsPerOrder: 0.18,
    returnProbability: 0.12,
  },
  /** Size of accounts: spread of the logarithm of yearly spend. The largest few bring most of the revenue. */
  concentration: { spreadOfLogSpend: 1.75, mostPoundsAYear: 1_200_000 },
  /** Yearly growth of what the accounts of a sector buy, and how much more often new accounts come from it. */
  growingSector: { sector: 'Online retail', growth: 0.42, arrivalFactor: 1.6 },
  shrinkingSector: { sector: 'Printing', growth: -0.22 },
  /** Accounts whose contract has not been reviewed for so long leave far more often. */
  missedReviews: {
    shareOfAccounts: 0.3,
    overdueAfterDays: 365,
    yearlyLeaving: { reviewed: 0.03, missed: 0.45 },
  },
} as const;
