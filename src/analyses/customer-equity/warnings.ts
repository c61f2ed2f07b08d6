import type { Warning } from '../analysis.ts';
import type { CustomerEquityParams } from './params.ts';
import type { CustomerEquityResult } from './result.ts';

const points = (share: number): string => Math.abs(100 * share).toFixed(1);

/** What must be known before equity is believed: unknown values and costs, and retention that misleads. */
export const customerEquityWarnings = (
  value: CustomerEquityResult,
  { costOfWinning }: CustomerEquityParams,
): readonly Warning[] => {
  if (value.equity === null)
    return [
      {
        code: 'no-values',
        message:
          'No customer can be valued: nobody has come back on another day, or no model fits. See the page Customer value.',
      },
    ];
  const last = value.years.at(-1);
  return [
    ...(last?.isDiverging && last.gap !== null
      ? [
          {
            code: 'retention-diverges',
            message:
              last.gap < 0
                ? `The more valuable customers leave: retention by value lies ${points(last.gap)} points below the head count.`
                : `Retention by value lies ${points(last.gap)} points above the head count: those who leave are the smaller customers, so the head count looks worse than it is.`,
          },
        ]
      : []),
    ...(value.cac === null && costOfWinning === 0
      ? [
          {
            code: 'no-cost-of-winning',
            message:
              'What winning a customer costs is not known: load campaigns with costs that customers came by, or give it in the settings.',
          },
        ]
      : []),
  ];
};
