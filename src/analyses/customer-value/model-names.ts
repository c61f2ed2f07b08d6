import type { CustomerValue } from './result.ts';

/** Names of the models as they are written. */
export const modelTitles: Readonly<Record<NonNullable<CustomerValue['model']>, string>> = {
  'mbg-nbd': 'MBG/NBD',
  'bg-nbd': 'BG/NBD',
  'pareto-nbd': 'Pareto/NBD',
};
