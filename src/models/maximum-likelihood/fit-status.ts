import type { FitStatus } from './likelihood-problem.ts';

const failures: Readonly<Record<Extract<FitStatus, { kind: 'failed' }>['reason'], string>> = {
  'flat-likelihood': 'the data don’t tell the parameters apart',
  'gradient-not-nil': 'no maximum was found',
  'likelihood-not-finite': 'the likelihood is not finite',
};

/** Why the search of a fit did not settle, in words; empty when it did. */
export const fitDetailOf = (status: FitStatus): string => {
  if (status.kind === 'failed') return failures[status.reason];
  return status.kind === 'at-boundary' ? `${status.parameters.join(', ')} at the edge` : '';
};
