import type { ContractModel } from './result.ts';

/** Names of the models as they are written. */
export const modelTitles: Readonly<Record<ContractModel, string>> = {
  sbg: 'sBG',
  bdw: 'Beta-discrete-Weibull',
};
