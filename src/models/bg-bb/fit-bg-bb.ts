import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { MaximumLikelihoodFit, ModelError } from '../maximum-likelihood/likelihood-problem.ts';
import { maximizeLikelihood } from '../maximum-likelihood/maximize-likelihood.ts';
import type { BgBbName } from './likelihood.ts';
import { bgBbProblem } from './likelihood.ts';
import type { GroupedOpportunities } from './opportunity-histories.ts';

/** A fitted BG/BB model. Plain data. */
export interface BgBbFit extends MaximumLikelihoodFit<BgBbName> {
  readonly model: 'bg-bb';
}

/**
 * Fits BG/BB by maximum likelihood (Fader, Hardie & Shang 2010). Whether it converged is told by `status`; data in which
 * nobody bought at any occasion are refused. `near`: see `fitPurchases`.
 */
export const fitBgBb = (
  histories: GroupedOpportunities,
  near?: readonly number[],
): Result<BgBbFit, ModelError> => {
  if (histories.repeatCount.every((x) => x === 0))
    return err({ kind: 'too-few', what: 'customers with a repeat purchase', found: 0, needed: 1 });
  const fit = maximizeLikelihood(bgBbProblem(histories), near === undefined ? {} : { near });
  if (!Number.isFinite(fit.logLikelihood))
    return err({ kind: 'fit-failed', reason: 'likelihood is not finite' });
  return ok({ model: 'bg-bb', ...fit });
};
