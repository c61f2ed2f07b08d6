/** Customers of one tier and what they spend without a scheme. */
export interface TierSpend {
  readonly customers: number;
  /** Money a year. */
  readonly spend: number;
}

/** What a scheme gives and costs. Shares are 0–1. */
export interface SchemeTerms {
  /** Points for a unit of money in the lowest tier. */
  readonly earn: number;
  /** Money that a point takes off a purchase. */
  readonly worth: number;
  /** More points with each tier, as a share of the lowest tier’s. */
  readonly tierBonus: number;
  /** Share of points that is never redeemed. */
  readonly breakage: number;
  /** What a reward costs us, as a share of its worth to the member. */
  readonly rewardCost: number;
  /** Share of customers who join. */
  readonly takeUp: number;
  /** Money once, spread over `setUpYears` of 1 or more. */
  readonly setUp: number;
  readonly setUpYears: number;
  /** Money a year for running it. */
  readonly running: number;
  /** Share of spend that is left after goods. */
  readonly margin: number;
}

/** Members of one tier in a year. */
export interface TierMembers {
  readonly members: number;
  /** What they spend anyway, money. */
  readonly sales: number;
  readonly points: number;
}

/** What a scheme costs a year on what members spend anyway, and what that takes. */
export interface SchemeEconomics {
  readonly tiers: readonly TierMembers[];
  readonly members: number;
  readonly sales: number;
  readonly points: number;
  /** Worth of all points issued ÷ members’ sales; null without sales. */
  readonly effectiveRate: number | null;
  /** Cost of the points of a year that will be redeemed: what is owed to members at the end of it, money. */
  readonly liability: number;
  /** Set-up a year, running and redeemed points, money. */
  readonly cost: number;
  /** Rise of members’ sales whose margin pays for the cost; null where they leave no margin. */
  readonly breakEvenLift: number | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * Economics of a points scheme (methods F15), tiers from the lowest up: members of each tier are the share that joins, alike
 * in every tier; liability = issued × (1 − breakage) × unit cost; break-even lift = (set-up ÷ years + running + redeemed) ÷
 * (sales of members × margin).
 */
export const schemeEconomics = (
  tierSpends: readonly TierSpend[],
  { earn, worth, tierBonus, breakage, rewardCost, takeUp, ...costs }: SchemeTerms,
): SchemeEconomics => {
  const tiers = tierSpends.map(({ customers, spend }, at) => ({
    members: customers * takeUp,
    sales: spend * takeUp,
    points: spend * takeUp * earn * (1 + at * tierBonus),
  }));
  const [members, sales, points] = [
    sum(tiers.map((tier) => tier.members)),
    sum(tiers.map((tier) => tier.sales)),
    sum(tiers.map((tier) => tier.points)),
  ];
  const liability = points * (1 - breakage) * worth * rewardCost;
  const cost = costs.setUp / costs.setUpYears + costs.running + liability;
  const gain = sales * costs.margin;
  return {
    tiers,
    members,
    sales,
    points,
    effectiveRate: sales > 0 ? (points * worth) / sales : null,
    liability,
    cost,
    breakEvenLift: gain > 0 ? cost / gain : null,
  };
};

/** What a lift of members’ sales (0.05 = 5 %) brings a year. */
export interface SchemeReturn {
  /** Margin of the additional sales, money. */
  readonly margin: number;
  /** Margin less the cost of the scheme, money. */
  readonly profit: number;
  /** (margin − cost) ÷ cost; null for a scheme that costs nothing. */
  readonly roi: number | null;
}

/** Profit and return of a scheme for a lift (F15); points on the additional sales are not counted. */
export const schemeReturn = (
  { sales, cost }: Pick<SchemeEconomics, 'sales' | 'cost'>,
  margin: number,
  lift: number,
): SchemeReturn => {
  const gained = sales * margin * lift;
  return { margin: gained, profit: gained - cost, roi: cost > 0 ? (gained - cost) / cost : null };
};

/** Months until a member has the points of a first reward: points ÷ (yearly spend ÷ 12 × earn); null when never. */
export const monthsToReward = (points: number, yearlySpend: number, earn: number): number | null =>
  yearlySpend > 0 && earn > 0 ? points / ((yearlySpend / 12) * earn) : null;
