/**
 * Service tier of each customer by profit, in their order: 0 the best. `shares` are the shares of the profitable customers
 * in each tier but the last, such as 0.2 and 0.3 for three tiers; equal profits share the better tier. Customers without
 * profit come into a tier of their own after the last, `shares.length + 1`; null for an unknown profit.
 */
export const serviceTiers = (
  profits: readonly (number | null)[],
  shares: readonly number[],
): (number | null)[] => {
  const falling = profits
    .flatMap((profit) => (profit !== null && profit > 0 ? [profit] : []))
    .sort((one, other) => other - one);
  let covered = 0;
  const floors = shares.map((share) => {
    covered += share;
    const places = Math.min(falling.length, Math.round(covered * falling.length));
    return places === 0 ? Infinity : (falling[places - 1] ?? Infinity);
  });
  return profits.map((profit) => {
    if (profit === null || Number.isNaN(profit)) return null;
    if (profit <= 0) return shares.length + 1;
    const tier = floors.findIndex((floor) => profit >= floor);
    return tier < 0 ? shares.length : tier;
  });
};
