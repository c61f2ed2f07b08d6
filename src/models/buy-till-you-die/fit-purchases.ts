import type { TimeUnit } from '../../core/duration.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type {
  LikelihoodProblem,
  MaximumLikelihoodFit,
  ModelError,
} from '../maximum-likelihood/likelihood-problem.ts';
import { maximizeLikelihood } from '../maximum-likelihood/maximize-likelihood.ts';
import type { BetaGeometricName } from './beta-geometric/likelihood.ts';
import { betaGeometricProblem } from './beta-geometric/likelihood.ts';
import { coarsenHistories } from './coarsen-histories.ts';
import type { ParetoNbdName } from './pareto-nbd/likelihood.ts';
import { paretoNbdProblem } from './pareto-nbd/likelihood.ts';
import type { GroupedHistories } from './purchase-histories.ts';

/** A fitted BG/NBD or MBG/NBD model, whose α and times are in its unit. */
export interface BetaGeometricFit<U extends TimeUnit> extends MaximumLikelihoodFit<BetaGeometricName> {
  readonly model: 'bg-nbd' | 'mbg-nbd';
  readonly unit: U;
}

/** A fitted Pareto/NBD model, whose α, β and times are in its unit. */
export interface ParetoNbdFit<U extends TimeUnit> extends MaximumLikelihoodFit<ParetoNbdName> {
  readonly model: 'pareto-nbd';
  readonly unit: U;
}

/** A fitted buy-till-you-die model. Plain data: it may cross to a worker and back. */
export type PurchaseFit<U extends TimeUnit> = BetaGeometricFit<U> | ParetoNbdFit<U>;

/** The models of repeat purchases in continuous time. */
export type PurchaseModelName = PurchaseFit<TimeUnit>['model'];

/** The maximum is sought over a sample of so many groups, where there are more. Pareto/NBD integrates for each group. */
const searchedGroups = (model: PurchaseModelName, groups: number): number =>
  model === 'pareto-nbd' ? 600 : Math.min(4_000, Math.max(1_000, groups / 5));

/** The log-likelihood of a model over grouped histories, with its gradient: for fits, and for comparing parameters. */
export const purchaseLikelihood = <U extends TimeUnit>(
  model: PurchaseModelName,
  histories: GroupedHistories<U>,
): LikelihoodProblem => {
  if (model === 'pareto-nbd') return paretoNbdProblem(histories);
  return betaGeometricProblem(histories, model === 'bg-nbd' ? 0 : 1);
};

/**
 * Fits a model of repeat purchases by maximum likelihood. The `status` of the fit tells whether it converged; refused are
 * data in which nobody ever came back, which no such model can be fitted to. `near`: parameters of the same model on similar
 * data, which save the search from several starts (refits of a bootstrap).
 */
export const fitPurchases = <U extends TimeUnit>(
  model: PurchaseModelName,
  histories: GroupedHistories<U>,
  near?: readonly number[],
): Result<PurchaseFit<U>, ModelError> => {
  if (histories.mostRepeats === 0)
    return err({ kind: 'too-few', what: 'customers with a repeat purchase', found: 0, needed: 1 });
  const sampled = searchedGroups(model, histories.repeatCount.length);
  const smaller = near === undefined ? coarsenHistories(histories, sampled) : undefined;
  const start = {
    ...(smaller === undefined ? {} : { coarse: purchaseLikelihood(model, smaller) }),
    ...(near === undefined ? {} : { near }),
  };
  const { unit } = histories;
  const fit =
    model === 'pareto-nbd'
      ? { model, unit, ...maximizeLikelihood(paretoNbdProblem(histories), start) }
      : {
          model,
          unit,
          ...maximizeLikelihood(betaGeometricProblem(histories, model === 'bg-nbd' ? 0 : 1), start),
        };
  if (!Number.isFinite(fit.logLikelihood))
    return err({ kind: 'fit-failed', reason: 'likelihood is not finite' });
  return ok(fit);
};
