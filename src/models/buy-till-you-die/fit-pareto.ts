import { coarsenHistories } from './coarsen-histories.ts';
import { fitPurchases, purchaseLikelihood } from './fit-purchases.ts';
import type { PurchaseFit } from './fit-purchases.ts';
import type { GroupedHistories } from './purchase-histories.ts';

type Histories = GroupedHistories<'week'>;
type Fit = PurchaseFit<'week'>;

/** Of more groups the neighbourhood of the maximum is sought over a sample of so many customers. */
const searchedGroups = 600;
/** Of still more groups all is estimated from a sample: a search over all could take minutes. More when it is asked for. */
const estimatedGroups = { compared: 4_000, asked: 20_000 };

const fitTo = (histories: Histories, near?: Fit): Fit | undefined => {
  const start = near && Object.values<number>(near.parameters);
  const fitted = fitPurchases('pareto-nbd', histories, start);
  return fitted.ok ? fitted.value : undefined;
};

/** A fit to a sample with the likelihood of all: a little below what a fit to all would reach. */
const judgeOnAll = (fit: Fit, histories: Histories): Fit => {
  const point = Float64Array.from(Object.values<number>(fit.parameters));
  const { evaluate } = purchaseLikelihood(fit.model, histories);
  return { ...fit, logLikelihood: evaluate(point, new Float64Array(point.length)) };
};

/**
 * Pareto/NBD integrates for each group of histories, so that its fit costs more than both others: where it is only compared, it
 * is sought over a sample first, and of many groups estimated from one.
 */
export const fitPareto = (histories: Histories, isAsked: boolean): Fit | undefined => {
  const most = isAsked ? estimatedGroups.asked : estimatedGroups.compared;
  if (histories.repeatCount.length > most) {
    const sample = coarsenHistories(histories, most / 4);
    const rough = sample && fitTo(sample);
    return rough && judgeOnAll(rough, histories);
  }
  const sample = isAsked ? undefined : coarsenHistories(histories, searchedGroups);
  const rough = sample && fitTo(sample);
  if (rough && rough.status.kind !== 'converged') return judgeOnAll(rough, histories);
  return fitTo(histories, rough);
};
