import type { Compute, Warning } from '../analysis.ts';
import type { Court } from './hearing.ts';
import { tryKeeping } from './keeping.ts';
import type { ClaimCourtParams } from './params.ts';
import { tryFewBring, trySomeDestroy } from './profits.ts';
import type { ClaimCourt, TriedClaim } from './result.ts';
import { tryRetentionValue } from './retention.ts';
import { trySatisfaction } from './satisfaction.ts';
import { tryLoyalSpend, tryRepurchase } from './spending.ts';

const warningsOf = (claims: readonly TriedClaim[]): readonly Warning[] =>
  claims.every(({ customers, value }) => customers === 0 && value === null)
    ? [{ code: 'no-customers', message: 'No customer in focus has bought until the as-of date.' }]
    : [];

/** Tries every published claim on the rows that bear on it. */
export const computeClaimCourt: Compute<
  'loyal' | 'winning' | 'retention' | 'satisfaction' | 'repurchase' | 'profits',
  ClaimCourtParams,
  ClaimCourt
> = ({ rows, params, context }) => {
  const court: Court = { params, context };
  const claims = [
    tryKeeping,
    tryLoyalSpend,
    tryRetentionValue,
    trySatisfaction,
    tryRepurchase,
    tryFewBring,
    trySomeDestroy,
  ].map((trial) => trial(rows, court));
  const count = (verdict: TriedClaim['verdict']): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  return {
    value: {
      claims,
      supported: count('supported'),
      refuted: count('refuted'),
      undecidable: count('undecidable'),
    },
    warnings: warningsOf(claims),
  };
};
