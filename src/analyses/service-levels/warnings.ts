import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { ServiceLevelsParams } from './params.ts';
import type { ServiceLevels } from './result.ts';
import { shareWords } from './words.ts';

/** Above the list so often that the list may be older than the orders. House rule. */
const doubtful = 0.8;

const priceWarning = (shares: ServiceLevels['shares']): readonly Warning[] => {
  const share = shares.find(({ key }) => key === 'rightPrice')?.value ?? 1;
  return share >= doubtful
    ? []
    : [
        {
          code: 'old-prices',
          message: `${(100 * (1 - share)).toFixed(0)}% of orders are dearer than the list prices in the data, which may be older than the orders. If so, load today’s list or allow for the rise in the settings; “all four” hangs on it.`,
        },
      ];
};

/** What the data don't tell about service, and what is left out of the shares. */
export const serviceWarnings = (
  { shares, overdue, orders }: ServiceLevels,
  { overdueIsLate, windowDays }: ServiceLevelsParams,
): readonly Warning[] => {
  if (orders === 0)
    return [{ code: 'no-orders', message: `No orders in the last ${windowDays} days: look back further.` }];
  const unknown = shares.filter(({ known }) => known === 0);
  return [
    ...priceWarning(shares),
    ...(unknown.length > 0
      ? [
          {
            code: 'not-told',
            message: `The data don’t tell ${unknown
              .map(({ key }) => `“${shareWords[key].label.toLowerCase()}” (needs ${shareWords[key].needs})`)
              .join(', ')}. These are unknown, not perfect.`,
          },
        ]
      : []),
    ...(overdue > 0 && !overdueIsLate
      ? [
          {
            code: 'overdue',
            message: `${counted(overdue, 'order is', 'orders are')} past the promised day and not delivered; they are not in “on time” unless you let them count as late in the settings.`,
          },
        ]
      : []),
  ];
};
