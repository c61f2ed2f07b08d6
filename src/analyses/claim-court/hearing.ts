import { verdictBetween, verdictOf } from '../../models/claims/verdict.ts';
import type { Effect } from '../../models/claims/effect.ts';
import type { Row } from '../../data/row.ts';
import type { RunContext } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { ClaimCourtParams } from './params.ts';
import type { TriedClaim } from './result.ts';

/** What each claim is tried with. */
export interface Court {
  readonly params: ClaimCourtParams;
  readonly context: RunContext;
}

/** The rows of every query, by its name. */
export type CourtRows = Readonly<
  Record<'loyal' | 'winning' | 'retention' | 'satisfaction' | 'repurchase' | 'profits', readonly Row[]>
>;

/** A claim before its verdict. */
export interface Hearing extends Omit<TriedClaim, 'verdict' | 'value' | 'low' | 'high'> {
  readonly effect: Pick<Effect, 'value' | 'low' | 'high'> | null;
  /** The effect where its interval is not known. */
  readonly value?: number | null;
}

/** Gives the verdict: undecidable where something is missing, else as the whole interval lies (`models/claims/verdict.ts`). */
export const judge = ({ effect, value, ...hearing }: Hearing): TriedClaim => {
  const { threshold, upTo, missing } = hearing;
  const heard = missing === null ? effect : null;
  return {
    ...hearing,
    verdict:
      upTo === null
        ? verdictOf(heard, { direction: 'above', threshold })
        : verdictBetween(heard, { from: threshold, to: upTo }),
    value: effect?.value ?? value ?? null,
    low: effect?.low ?? null,
    high: effect?.high ?? null,
  };
};

/** What is missing where groups are smaller than asked for: null when none is. */
export const tooFew = (
  { minimumCustomers }: ClaimCourtParams,
  groups: readonly { readonly customers: number; readonly who: string }[],
): string | null => {
  const small = groups.filter(({ customers }) => customers < minimumCustomers);
  return small.length === 0
    ? null
    : `${small.map(({ customers, who }) => `${counted(customers, 'customer', 'customers')} ${who}`).join(' and ')}; it takes ${minimumCustomers} at least.`;
};
