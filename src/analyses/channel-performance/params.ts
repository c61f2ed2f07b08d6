import * as v from 'valibot';
import { channelCategories } from '../../data/facts/channel-categories.ts';
import { numberParameter, placingsParameter } from '../parameters.ts';

/** Over which time channels are looked at, and where their names belong. */
export const channelPerformanceParams = v.object({
  windowDays: numberParameter(
    {
      title: 'Look back',
      help: 'Purchases, contacts and costs of so many days up to as-of',
      houseRule: true,
    },
    { default: 365, min: 28, max: 3_650, step: 1, unit: 'days' },
  ),
  handoffDays: numberParameter(
    {
      title: 'Contact again within',
      help: 'A further contact in so many days after one belongs to the same matter',
      houseRule: true,
    },
    { default: 7, min: 1, max: 90, step: 1, unit: 'days' },
  ),
  scoreDays: numberParameter(
    {
      title: 'A score belongs to the channel of the last',
      help: 'Tickets and answers hold no channel; they count for the channel that the customer used in so many days before',
      houseRule: true,
    },
    { default: 30, min: 1, max: 365, step: 1, unit: 'days' },
  ),
  ownChannels: placingsParameter(
    {
      title: 'Channels as you place them',
      help: 'In place of the rules, as “promotion = direct marketing; referral = none”; or choose in the list at the end',
    },
    channelCategories,
  ),
});

/** {@link channelPerformanceParams}' type. */
export type ChannelPerformanceParams = v.InferOutput<typeof channelPerformanceParams>;
