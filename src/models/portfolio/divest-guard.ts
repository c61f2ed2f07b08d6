/** What speaks for or against ending business with a customer; amounts in money over the same horizon. */
export interface DivestCase {
  readonly contributionMargin: number;
  readonly costToServe: number;
  readonly clv: number;
  /** Value of the customers whom this one brings. */
  readonly referralValue: number;
  /** Why the customer matters beyond money, such as being a benchmark; empty for none. */
  readonly significance: readonly string[];
}

/** Whether to put a customer on the divest list. */
export interface DivestVerdict {
  /** Costs more to serve than it contributes. */
  readonly isUnprofitable: boolean;
  /** What forbids it all the same. */
  readonly kept: readonly ('future value' | 'referrals' | 'significance')[];
  /** Unprofitable, and nothing forbids it. */
  readonly isCandidate: boolean;
}

/**
 * Guard of the divest list (house rule): only a customer whose cost to serve exceeds the contribution margin, without
 * future value, whose referrals don't make up for the loss, and who has no other significance.
 */
export const divestGuard = ({
  contributionMargin,
  costToServe,
  clv,
  referralValue,
  significance,
}: DivestCase): DivestVerdict => {
  const loss = costToServe - contributionMargin;
  const kept: DivestVerdict['kept'] = [
    ...(clv > 0 ? (['future value'] as const) : []),
    ...(referralValue > 0 && referralValue >= loss ? (['referrals'] as const) : []),
    ...(significance.length > 0 ? (['significance'] as const) : []),
  ];
  return { isUnprofitable: loss > 0, kept, isCandidate: loss > 0 && kept.length === 0 };
};
