import type { PurchaseModelName } from './fit-purchases.ts';

/** Names of the models as they are written. */
export const modelTitles: Readonly<Record<PurchaseModelName, string>> = {
  'mbg-nbd': 'MBG/NBD',
  'bg-nbd': 'BG/NBD',
  'pareto-nbd': 'Pareto/NBD',
};
