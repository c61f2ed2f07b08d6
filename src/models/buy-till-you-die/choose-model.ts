import { rememberLast } from '../../core/numeric/remember-last.ts';
import { fitPurchases } from './fit-purchases.ts';
import type { PurchaseFit, PurchaseModelName } from './fit-purchases.ts';
import type { GroupedHistories } from './purchase-histories.ts';
import type { FitStatus } from '../maximum-likelihood/likelihood-problem.ts';
import { fitDetailOf } from '../maximum-likelihood/fit-status.ts';
import { fitPareto } from './fit-pareto.ts';
import { modelTitles } from './model-titles.ts';
import { isSameHistories, sortHistories } from './sort-histories.ts';

/** By how much ln L must be higher for another model to be clearly better: ΔAIC > 10 (Burnham & Anderson 2002). */
const clearlyBetter = 5;

/** How a model did on the same histories. */
export interface ComparedModel {
  readonly model: PurchaseModelName;
  readonly logLikelihood: number;
  readonly status: FitStatus['kind'];
  /** Why it did not settle, or what is at an edge; empty otherwise. */
  readonly detail: string;
  /** How often the likelihood was computed. */
  readonly evaluations: number;
}

/** The models fitted to the same histories, the one in use, and why. */
export interface ModelChoice {
  readonly fit: PurchaseFit<'week'> | null;
  readonly reason: string;
  readonly models: readonly ComparedModel[];
}

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

/** BG/NBD begins at the estimates of MBG/NBD, which are near, and anew where that leads nowhere. */
const fitNear = (
  name: PurchaseModelName,
  histories: GroupedHistories<'week'>,
  usual: PurchaseFit<'week'> | undefined,
): PurchaseFit<'week'> | undefined => {
  const start = usual?.status.kind === 'converged' ? Object.values<number>(usual.parameters) : undefined;
  const near = start && fitPurchases(name, histories, start);
  if (near?.ok && near.value.status.kind === 'converged') return near.value;
  const fitted = fitPurchases(name, histories);
  return fitted.ok ? fitted.value : undefined;
};

/** Histories to fit, sorted; Pareto/NBD takes more of them into account when it is asked for. */
interface FitQuestion {
  readonly histories: GroupedHistories<'week'>;
  readonly isParetoAsked: boolean;
}

/** Fits are kept for so many sets of customers: everyone, the focus, what it is compared with, and one before. */
const keptFits = 4;

const fitModels = rememberLast<FitQuestion, readonly PurchaseFit<'week'>[]>(
  keptFits,
  (one, other) =>
    one.isParetoAsked === other.isParetoAsked && isSameHistories(one.histories, other.histories),
  ({ histories, isParetoAsked }) => {
    const mbg = fitNear('mbg-nbd', histories, undefined);
    const bg = fitNear('bg-nbd', histories, mbg);
    return [mbg, bg, fitPareto(histories, isParetoAsked)].filter((fit) => fit !== undefined);
  },
);

/**
 * Fits all three models and takes the one asked for, or by the rule of the parameter “Automatic”. The same histories, in
 * whatever order, are fitted once: the page Customer value, the columns of customers and a bootstrap share the fit.
 */
export const chooseModel = (
  histories: GroupedHistories<'week'>,
  asked: 'auto' | PurchaseModelName,
): ModelChoice => {
  const fits = fitModels({ histories: sortHistories(histories), isParetoAsked: asked === 'pareto-nbd' });
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
