import type { ClaimVerdict } from '../../strategy/claims.ts';

/** “Of 5 claims 3 hold, 1 no longer holds, 1 can’t be told.”; undefined without claims. A verdict that is still looked up is undefined. */
export const verdictSummary = (verdicts: readonly (ClaimVerdict | undefined)[]): string | undefined => {
  if (verdicts.length === 0) return undefined;
  const count = (verdict: ClaimVerdict | undefined): number =>
    verdicts.filter((one) => one === verdict).length;
  const parts = [
    { number: count('holds'), one: 'holds', many: 'hold' },
    { number: count('no-longer-holds'), one: 'no longer holds', many: 'no longer hold' },
    { number: count('cannot-tell') + count(undefined), one: 'can’t be told', many: 'can’t be told' },
  ].filter(({ number }) => number > 0);
  const whole = verdicts.length === 1 ? 'The one claim' : `Of ${verdicts.length} claims`;
  const words = parts.map(({ number, one, many }) =>
    verdicts.length === 1 ? one : `${number} ${number === 1 ? one : many}`,
  );
  return `${whole} ${words.join(', ')}.`;
};
