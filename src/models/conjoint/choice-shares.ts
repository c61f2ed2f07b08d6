/** Shares of choice of each offer, 0–1. */
export type Shares = readonly number[];

/** Utilities: one row a respondent, one number an offer, in points of the rating scale. */
export type Utilities = readonly (readonly number[])[];

const averaged = (each: readonly Shares[]): Shares | null => {
  const [first] = each;
  if (!first) return null;
  return first.map((_, offer) => each.reduce((sum, shares) => sum + (shares[offer] ?? 0), 0) / each.length);
};

const proportional = (weights: readonly number[]): Shares => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
};

/** Utilities that differ by rounding only are a tie. */
const sameWithin = 1e-9;

/** Everybody takes the offer worth most to them; offers worth the same share the respondent. Null for nobody. */
export const firstChoiceShares = (utilities: Utilities): Shares | null =>
  averaged(
    utilities.map((row) => {
      const best = Math.max(...row);
      return proportional(row.map((utility) => (best - utility <= sameWithin ? 1 : 0)));
    }),
  );

/** Whether all offers are worth more than nothing to a respondent, without which shares of utility mean nothing. */
export const hasOnlyPositive = (row: readonly number[]): boolean => row.every((utility) => utility > 0);

/**
 * Bradley–Terry–Luce: everybody chooses an offer in proportion to its utility. Only of respondents to whom all offers are
 * worth more than 0; null when there are none. Depends on where the rating scale begins.
 */
export const bradleyTerryLuceShares = (utilities: Utilities): Shares | null =>
  averaged(utilities.filter(hasOnlyPositive).map(proportional));

/** Logit (McFadden 1974): everybody chooses an offer in proportion to e raised to its utility. Null for nobody. */
export const logitShares = (utilities: Utilities): Shares | null =>
  averaged(
    utilities.map((row) => {
      const best = Math.max(...row);
      return proportional(row.map((utility) => Math.exp(utility - best)));
    }),
  );
