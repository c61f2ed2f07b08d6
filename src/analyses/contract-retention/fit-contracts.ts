import {
  betaDiscreteWeibullSurvival,
  fitBetaDiscreteWeibull,
} from '../../models/shifted-beta-geometric/beta-discrete-weibull.ts';
import { fitShiftedBetaGeometric } from '../../models/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import { sbgSurvival } from '../../models/shifted-beta-geometric/shifted-beta-geometric.ts';
import type { MaximumLikelihoodFit } from '../../models/maximum-likelihood/likelihood-problem.ts';
import { modelTitles } from './model-titles.ts';
import { cohortsOf } from './observe.ts';
import type { Course } from './observe.ts';
import type { ContractRetentionParams } from './params.ts';
import type { ContractModel } from './result.ts';

/** By how much ln L must be higher for the larger model to be clearly better: ΔAIC > 10 with one parameter more (Burnham & Anderson 2002). */
const clearlyBetter = 6;

/** A fitted model with its survival curve, S(0) … S(most). */
export interface ContractFit {
  readonly model: ContractModel;
  readonly fit: MaximumLikelihoodFit;
  readonly survival: (most: number) => Float64Array;
}

/** At the edge of its parameters the curve can't be told far out, where nobody is left. */
const finite = (curve: Float64Array): Float64Array =>
  curve.map((share) => (Number.isFinite(share) ? share : 0));

/** sBG and beta-discrete-Weibull fitted to the same contracts; those that can't be fitted are left out. */
export const fitContracts = (courses: readonly Course[]): ContractFit[] => {
  const cohorts = cohortsOf(courses);
  const sbg = fitShiftedBetaGeometric(cohorts);
  const bdw = fitBetaDiscreteWeibull(cohorts);
  return [
    ...(sbg.ok
      ? [
          {
            model: 'sbg' as const,
            fit: sbg.value,
            survival: (most: number) => sbgSurvival(sbg.value.parameters, most),
          },
        ]
      : []),
    ...(bdw.ok
      ? [
          {
            model: 'bdw' as const,
            fit: bdw.value,
            survival: (most: number) => finite(betaDiscreteWeibullSurvival(bdw.value.parameters, most)),
          },
        ]
      : []),
  ];
};

/** The model in use and why: the one asked for, or sBG unless the other fits clearly better. */
export const chooseContractFit = (
  fits: readonly ContractFit[],
  asked: ContractRetentionParams['model'],
): { readonly used: ContractFit | undefined; readonly reason: string } => {
  const wanted = fits.find(({ model }) => model === asked);
  if (wanted) return { used: wanted, reason: `${modelTitles[wanted.model]}, as you chose.` };
  const sbg = fits.find(({ model }) => model === 'sbg');
  const bdw = fits.find(({ model }) => model === 'bdw');
  if (!sbg)
    return { used: undefined, reason: 'No model can be fitted: no contract has run for a full period.' };
  if (
    bdw &&
    bdw.fit.status.kind !== 'failed' &&
    bdw.fit.logLikelihood - sbg.fit.logLikelihood > clearlyBetter
  )
    return {
      used: bdw,
      reason: 'Beta-discrete-Weibull, because it fits clearly better than sBG.',
    };
  return {
    used: sbg,
    reason:
      'sBG, the simplest model of differing customers: the beta-discrete-Weibull model does not fit clearly better.',
  };
};
