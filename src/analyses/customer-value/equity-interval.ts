import { at } from '../../core/numeric/at.ts';
import type { PurchaseFit } from '../../models/buy-till-you-die/fit-purchases.ts';
import type { GammaGammaFit } from '../../models/gamma-gamma/gamma-gamma.ts';
import type { MaximumLikelihoodFit } from '../../models/maximum-likelihood/likelihood-problem.ts';
import { lookAheadBy } from '../../models/customer-lifetime-value/look-ahead.ts';
import type { Terms } from '../../models/customer-lifetime-value/look-ahead.ts';
import { sumOf, valueGroups } from './groups.ts';
import type { CustomerGroups } from './groups.ts';
import { spendLawOf } from '../../models/gamma-gamma/spend-law.ts';
import type { SpendModel } from '../../models/gamma-gamma/spend-law.ts';

const step = 1e-3;
/** Fewer nodes than for the value itself: only differences count. */
const nodeCount = 5;

/** Everything that the equity follows from. */
export interface EquityInput {
  readonly groups: CustomerGroups;
  readonly fit: PurchaseFit<'week'>;
  readonly spend: SpendModel;
  readonly terms: Terms;
  readonly margin: number;
}

/** The fit with one parameter multiplied by a factor. */
const scaled = <Fit extends MaximumLikelihoodFit>(fit: Fit, name: string, factor: number): Fit => ({
  ...fit,
  parameters: { ...fit.parameters, [name]: (fit.parameters[name] ?? NaN) * factor },
});

const equityOf = ({ groups, fit, spend, terms, margin }: EquityInput): number => {
  const ahead = lookAheadBy(fit, groups.repeatCount, groups.observationAge, terms, nodeCount);
  return sumOf(valueGroups(groups, fit, ahead, spend.law, margin).value);
};

/** Variance of ln equity from the covariance of one model: slopes over the logarithms of its parameters. */
const varianceFrom = (
  fit: MaximumLikelihoodFit,
  logEquity: (name: string, factor: number) => number,
): number | null => {
  const { covariance } = fit;
  if (covariance === null) return null;
  const slopes = fit.names.map(
    (name) => (logEquity(name, Math.exp(step)) - logEquity(name, Math.exp(-step))) / (2 * step),
  );
  const sizes = fit.names.map((name) => fit.parameters[name] ?? NaN);
  let variance = 0;
  covariance.forEach((row, one) => {
    row.forEach((shared, other) => {
      variance += (at(slopes, one) * at(slopes, other) * shared) / (at(sizes, one) * at(sizes, other));
    });
  });
  return variance;
};

/**
 * The 95 % interval of the equity by the delta method in logarithms: both models' covariances, taken as independent. It tells
 * what the estimates leave open, not what chance will do with single customers. Null where a model has no covariance.
 */
export const equityInterval = (input: EquityInput, equity: number): { low: number; high: number } | null => {
  const { fit, spend } = input;
  if (!(equity > 0) || spend.fit === null) return null;
  const gamma: GammaGammaFit = spend.fit;
  const ofPurchases = varianceFrom(fit, (name, factor) =>
    Math.log(equityOf({ ...input, fit: scaled<PurchaseFit<'week'>>(fit, name, factor) })),
  );
  const ahead = lookAheadBy(
    fit,
    input.groups.repeatCount,
    input.groups.observationAge,
    input.terms,
    nodeCount,
  );
  const ofSpend = varianceFrom(gamma, (name, factor) => {
    const law = spendLawOf(scaled(gamma, name, factor).parameters);
    return Math.log(sumOf(valueGroups(input.groups, fit, ahead, law, input.margin).value));
  });
  if (ofPurchases === null || ofSpend === null) return null;
  const spread = Math.exp(1.96 * Math.sqrt(ofPurchases + ofSpend));
  return Number.isFinite(spread) ? { low: equity / spread, high: equity * spread } : null;
};
