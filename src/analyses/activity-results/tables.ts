import type { Formats } from '../../core/format/formats.ts';
import type { Day } from '../../core/day.ts';
import { grouped } from '../counted.ts';
import type { ActivityFigures, ActivityResults, CampaignFigures } from './result.ts';
import { activityName, tierName } from './words.ts';

/** Activities in figures, for the table behind the chart. */
export const activityTable = ({ activities }: ActivityResults) => ({
  columns: [
    { key: 'name', label: 'Activity' },
    { key: 'tier', label: 'Published' },
    { key: 'cost', label: 'Cost', unit: 'money' as const },
    { key: 'reached', label: 'Reached', unit: 'count' as const },
    { key: 'outcomes', label: 'Outcomes', unit: 'count' as const },
    { key: 'costPer', label: 'Cost of one', unit: 'money' as const },
    { key: 'costLow', label: 'Likely from', unit: 'money' as const },
    { key: 'costHigh', label: 'Likely to', unit: 'money' as const },
  ],
  people: 'reached',
  rows: activities.map(({ activity, tier, cost, reached, outcomes, costPer, costLow, costHigh }) => ({
    name: activityName(activity),
    tier: tierName(tier),
    cost,
    reached,
    outcomes,
    costPer,
    costLow,
    costHigh,
  })),
});

const count = (value: number | null): string => (value === null ? '–' : grouped(value));

const numbers = <Row extends ActivityFigures | CampaignFigures>(
  key: keyof Row & string,
  label: string,
  text: (row: Row) => string,
  definition?: string,
) => ({
  key,
  label,
  kind: 'number' as const,
  text,
  sortBy: (row: Row) => {
    const cell = row[key];
    return typeof cell === 'number' ? cell : null;
  },
  ...(definition === undefined ? {} : { definition }),
});

const verdictText = ({ verdict, against }: ActivityFigures): string => {
  if (verdict === 'contradicts') return `Contradicts it, beside ${against.join(', ')}`;
  if (verdict === 'agrees') return 'Agrees with it';
  return verdict === 'open' ? 'Too few to tell' : '–';
};

const sourceText = ({ pools, campaigns, silent }: ActivityFigures): string => {
  if (campaigns === 0) return pools === null ? 'no cost told' : `pool ${pools}`;
  return `${grouped(campaigns)} campaign${campaigns === 1 ? '' : 's'}${silent > 0 ? `, ${grouped(silent)} without contacts` : ''}`;
};

/** Columns of the table of activities. */
export const activityColumns = ({ isSegment, activities }: ActivityResults, formats: Formats) => [
  {
    key: 'activity',
    label: 'Activity',
    kind: 'text' as const,
    text: ({ activity }: ActivityFigures) => activityName(activity),
    sortBy: ({ activity }: ActivityFigures) => activity,
  },
  { key: 'from', label: 'Told by', kind: 'text' as const, text: sourceText },
  {
    key: 'tier',
    label: 'Published as',
    kind: 'text' as const,
    text: ({ tier }: ActivityFigures) => tierName(tier),
    definition: 'Relationship-building activities by effectiveness; see the sources',
  },
  ...(isSegment
    ? []
    : [numbers<ActivityFigures>('cost', 'Cost', ({ cost }) => formats.compact(cost, 'money'))]),
  numbers<ActivityFigures>(
    'reached',
    'Reached',
    ({ reached }) => count(reached),
    'Customers, once a campaign',
  ),
  numbers<ActivityFigures>('orders', 'Ordered soon', ({ orders }) => count(orders)),
  numbers<ActivityFigures>('firsts', 'New customers', ({ firsts }) => count(firsts)),
  ...(activities.some(({ referrals }) => referrals !== null)
    ? [numbers<ActivityFigures>('referrals', 'Referrals', ({ referrals }) => count(referrals))]
    : []),
  ...(isSegment
    ? []
    : [
        {
          key: 'verdict',
          label: 'Your cost and the published order',
          kind: 'text' as const,
          text: verdictText,
          definition: 'Compared with activities of another tier; only where the intervals lie apart',
        },
      ]),
];

const keptText = ({ keptShare, keptLow, keptHigh }: CampaignFigures, formats: Formats): string =>
  keptShare === null
    ? '–'
    : `${formats.value(keptShare, 'share')} (${formats.value(keptLow, 'share')} to ${formats.value(keptHigh, 'share')})`;

/** Columns of the table of campaigns. */
export const campaignColumns = ({ isSegment }: ActivityResults, formats: Formats) => [
  {
    key: 'name',
    label: 'Campaign',
    kind: 'text' as const,
    text: ({ name }: CampaignFigures) => name,
    sortBy: ({ name }: CampaignFigures) => name,
  },
  {
    key: 'startsOn',
    label: 'From',
    kind: 'text' as const,
    text: ({ startsOn }: CampaignFigures) => (startsOn === null ? '–' : formats.month(startsOn as Day)),
    sortBy: ({ startsOn }: CampaignFigures) => startsOn,
  },
  ...(isSegment
    ? []
    : [numbers<CampaignFigures>('cost', 'Cost', ({ cost }) => formats.compact(cost, 'money'))]),
  numbers<CampaignFigures>('reached', 'Reached', ({ reached }) => count(reached)),
  numbers<CampaignFigures>('orders', 'Ordered soon', ({ orders }) => count(orders)),
  numbers<CampaignFigures>('firsts', 'New', ({ firsts }) => count(firsts), 'New customers'),
  numbers<CampaignFigures>(
    'keptShare',
    'Bought again',
    (row) => keptText(row, formats),
    'Of new customers won long enough ago, with 95 % interval',
  ),
  ...(isSegment
    ? []
    : [
        numbers<CampaignFigures>('costPerFirst', 'Cost a new one', ({ costPerFirst }) =>
          formats.value(costPerFirst, 'money'),
        ),
        numbers<CampaignFigures>('costPerKept', 'Cost one who buys again', ({ costPerKept }) =>
          formats.value(costPerKept, 'money'),
        ),
      ]),
];
