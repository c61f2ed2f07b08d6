import type { Warning } from '../analysis.ts';
import { counted, grouped } from '../counted.ts';
import type { ChannelPerformanceParams } from './params.ts';
import type { ChannelPerformance } from './result.ts';

const unplacedNames = ({ names }: ChannelPerformance): readonly string[] =>
  names.filter(({ category, isOwn }) => category === null && !isOwn).map(({ name }) => `“${name}”`);

const placingWarning = (value: ChannelPerformance): readonly Warning[] => {
  const names = unplacedNames(value);
  return names.length === 0
    ? []
    : [
        {
          code: 'not-placed',
          message: `No rule knows ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${grouped(names.length - 6)} more` : ''}. Place them in the list at the end of this section, or leave them out.`,
        },
      ];
};

const costWarning = ({ isSegment, channels, untied }: ChannelPerformance): readonly Warning[] => {
  if (isSegment)
    return [
      {
        code: 'segment-costs',
        message:
          'Costs are those of all customers, so none is given for a part of them. Take the segment off to see them.',
      },
    ];
  const costed = channels.filter(({ cost }) => cost !== null);
  if (costed.length > 0 || untied.length > 0) return [];
  return [
    {
      code: 'no-costs',
      message:
        'The data hold no cost of campaigns or cost pools in this time: what channels cost is unknown, not nil.',
    },
  ];
};

/** What the data don't tell of channels. */
export const channelWarnings = (
  value: ChannelPerformance,
  { windowDays }: ChannelPerformanceParams,
): readonly Warning[] => {
  if (value.orders === 0)
    return [{ code: 'no-orders', message: `No orders in the last ${windowDays} days: look back further.` }];
  return [
    ...(value.untoldOrders > 0
      ? [
          {
            code: 'untold',
            message: `${counted(value.untoldOrders, 'order says', 'orders say')} nothing about the channel and ${value.untoldOrders === 1 ? 'is' : 'are'} in no category.`,
          },
        ]
      : []),
    ...placingWarning(value),
    ...costWarning(value),
  ];
};
