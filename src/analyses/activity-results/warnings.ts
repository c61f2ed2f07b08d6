import type { Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import type { ActivityResults } from './result.ts';

/** What the data don't tell about activities. */
export const activityWarnings = ({ activities, isSegment }: ActivityResults): readonly Warning[] => {
  if (activities.length === 0)
    return [
      {
        code: 'no-activities',
        message: 'The data hold no campaigns with a kind of activity and no outgoing contacts in this time.',
      },
    ];
  const unplaced = activities.filter(({ tier, isOwn }) => tier === null && !isOwn);
  const silent = activities.reduce((sum, one) => sum + (one.campaigns > 0 ? one.silent : 0), 0);
  return [
    ...(isSegment
      ? [
          {
            code: 'segment-costs',
            message:
              'Costs are those of all customers, so none is given for a part of them. Take the segment off to see them.',
          },
        ]
      : []),
    ...(unplaced.length > 0
      ? [
          {
            code: 'not-placed',
            message: `The published list doesn’t name ${unplaced.map(({ activity }) => `“${activity}”`).join(', ')}; place them in the list at the end if you know better.`,
          },
        ]
      : []),
    ...(silent > 0
      ? [
          {
            code: 'no-contacts',
            message: `${counted(silent, 'campaign has', 'campaigns have')} no recorded contact and brought nobody by name: what they brought is unknown, and their cost is in no ratio.`,
          },
        ]
      : []),
  ];
};
