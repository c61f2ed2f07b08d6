import { fitPurchases } from '../../models/buy-till-you-die/fit-purchases.ts';
import type { PurchaseFit, PurchaseModelName } from '../../models/buy-till-you-die/fit-purchases.ts';
import type { GroupedHistories } from '../../models/buy-till-you-die/purchase-histories.ts';
import { fitDetailOf } from '../fit-status.ts';
import { fitPareto } from './fit-pareto.ts';
import { modelTitles } from './model-names.ts';
import type { CustomerValue } from './result.ts';

/** By how much ln L must be higher for another model to be clearly better: ΔAIC > 10 (Burnham & Anderson 2002). */
const clearlyBetter = 5;

/** The models fitted to the same histories, the one in use, and why. */
export interface ModelChoice {
  readonly fit: PurchaseFit<'week'> | null;
  readonly reason: string;
  readonly models: CustomerValue['models'];
}

const names: readonly PurchaseModelName[] = ['mbg-nbd', 'bg-nbd', 'pareto-nbd'];

const chooseFrom = (
  fits: readonly PurchaseFit<'week'>[],
): { fit: PurchaseFit<'week'>; reason: string } | null => {
  const [usual] = fits;
  if (!usual) return null;
  const converged = fits.filter(({ status }) => status.kind === 'converged');
  const best = converged.toSorted((one, other) => other.logLikelihood - one.logLikelihood)[0];
  if (!best)
    return { fit: usual, reason: `${modelTitles[usual.model]}, though no model settled on the data.` };
  if (usual.model !== 'mbg-nbd' || usual.status.kind !== 'converged')
    return { fit: best, reason: `${modelTitles[best.model]}, because MBG/NBD did not settle on the data.` };
  const lead = best.logLikelihood - usual.logLikelihood;
  if (lead > clearlyBetter)
    return { fit: best, reason: `${modelTitles[best.model]}, because it fits clearly better than MBG/NBD.` };
  return {
    fit: usual,
    reason: 'MBG/NBD, the default: it settled on the data and no other model fits clearly better.',
  };
};

const fitModel = (
  name: PurchaseModelName,
  histories: GroupedHistories<'week'>,
  isAsked: boolean,
): PurchaseFit<'week'> | undefined => {
  if (name === 'pareto-nbd') return fitPareto(histories, isAsked);
  const fitted = fitPurchases(name, histories);
  return fitted.ok ? fitted.value : undefined;
};

/** Fits all three models and takes the one asked for, or by the rule of the parameter “Automatic”. */
export const chooseModel = (
  histories: GroupedHistories<'week'>,
  asked: 'auto' | PurchaseModelName,
): ModelChoice => {
  const fits = names.flatMap((name) => fitModel(name, histories, name === asked) ?? []);
  const models = fits.map(({ model, logLikelihood, status, evaluations }) => ({
    model,
    logLikelihood,
    status: status.kind,
    detail: fitDetailOf(status),
    evaluations,
  }));
  const wanted = fits.find(({ model }) => model === asked);
  const choice = wanted
    ? { fit: wanted, reason: `${modelTitles[wanted.model]}, as you chose.` }
    : chooseFrom(fits);
  return { fit: null, reason: 'No model of purchases can be fitted to these data.', ...choice, models };
};
