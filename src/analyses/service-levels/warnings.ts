import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { ServiceLevelsParams } from './params.ts';
import type { ServiceLevels } from './result.ts';
import { shareWords } from './words.ts';

/** What the data don't tell about service, and what is left out of the shares. */
export const serviceWarnings = (
  { shares, overdue, orders }: ServiceLevels,
  { overdueIsLate, windowDays }: ServiceLevelsParams,
): readonly Warning[] => {
  if (orders === 0)
    return [{ code: 'no-orders', message: `No orders in the last ${windowDays} days: look back further.` }];
  const unknown = shares.filter(({ known }) => known === 0);
  return [
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
