import type { Day } from '../../../core/day.ts';
import { campaigns as campaignsDefinition } from '../../tables/relationship.ts';
import type { SampleTable } from '../sample-tables.ts';
import { createTableBuilder } from '../table-builder.ts';
import { epochDayOfStart, positionOfDay } from '../trading-days.ts';
import { planted } from './planted.ts';

/** A campaign of the retailer; cost in pounds, days as positions in the data. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly activity: 'catalogue' | 'newsletter' | 'discount' | 'event' | 'brand';
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly channel: string;
}

const campaign = (
  id: string,
  name: string,
  activity: Campaign['activity'],
  [from, to]: readonly [Day, Day],
  cost: number,
  channel: string,
): Campaign => ({ id, name, activity, from: positionOfDay(from), to: positionOfDay(to), cost, channel });

/** Everything that was run in the three years. */
export const campaigns: readonly Campaign[] = [
  campaign('C-2301-SALE', 'January sale 2023', 'discount', ['2023-01-02', '2023-01-21'], 4_200, 'e-commerce'),
  campaign(
    'C-2304-SPRG',
    'Spring catalogue 2023',
    'catalogue',
    ['2023-04-03', '2023-04-28'],
    6_800,
    'direct marketing',
  ),
  campaign('C-2306-TAST', 'Summer tastings', 'event', ['2023-06-10', '2023-07-01'], 3_900, 'outlets'),
  campaign(
    'C-2309-NEWS',
    'Harvest letter 2023',
    'newsletter',
    ['2023-09-12', '2023-09-19'],
    600,
    'direct marketing',
  ),
  campaign('C-2311-BLFR', 'Black Friday 2023', 'discount', ['2023-11-23', '2023-11-30'], 7_500, 'e-commerce'),
  campaign(
    'C-2312-XMAS',
    'Christmas catalogue 2023',
    'catalogue',
    ['2023-12-01', '2023-12-18'],
    8_400,
    'direct marketing',
  ),
  campaign('C-2401-SALE', 'January sale 2024', 'discount', ['2024-01-02', '2024-01-21'], 4_900, 'e-commerce'),
  campaign(
    'C-2404-SPRG',
    'Spring catalogue 2024',
    'catalogue',
    ['2024-04-02', '2024-04-26'],
    7_600,
    'direct marketing',
  ),
  campaign('C-2407-SOCI', 'The good kitchen', 'brand', ['2024-07-01', '2024-07-31'], 12_000, 'm-commerce'),
  campaign(
    planted.promotionBoughtCohort.campaign,
    'Half-price October',
    'discount',
    ['2024-10-01', '2024-10-31'],
    38_000,
    'e-commerce',
  ),
  campaign('C-2411-BLFR', 'Black Friday 2024', 'discount', ['2024-11-23', '2024-11-30'], 8_800, 'e-commerce'),
  campaign(
    'C-2412-XMAS',
    'Christmas catalogue 2024',
    'catalogue',
    ['2024-12-01', '2024-12-18'],
    9_300,
    'direct marketing',
  ),
  campaign('C-2501-SALE', 'January sale 2025', 'discount', ['2025-01-02', '2025-01-21'], 5_300, 'e-commerce'),
  campaign(
    'C-2504-SPRG',
    'Spring catalogue 2025',
    'catalogue',
    ['2025-04-01', '2025-04-25'],
    8_100,
    'direct marketing',
  ),
  campaign(
    'C-2509-NEWS',
    'Harvest letter 2025',
    'newsletter',
    ['2025-09-09', '2025-09-16'],
    700,
    'direct marketing',
  ),
  campaign('C-2511-BLFR', 'Black Friday 2025', 'discount', ['2025-11-23', '2025-11-30'], 9_600, 'e-commerce'),
  campaign(
    'C-2512-XMAS',
    'Christmas catalogue 2025',
    'catalogue',
    ['2025-12-01', '2025-12-18'],
    9_900,
    'direct marketing',
  ),
];

/** The campaigns table. */
export const buildCampaignsTable = (): SampleTable => {
  const table = createTableBuilder(campaignsDefinition, [
    'campaign_id',
    'name',
    'activity',
    'starts_on',
    'ends_on',
    'cost',
    'channel',
  ]);
  for (const one of campaigns)
    table.add({
      campaign_id: one.id,
      name: one.name,
      activity: one.activity,
      starts_on: epochDayOfStart + one.from,
      ends_on: epochDayOfStart + one.to,
      cost: one.cost,
      channel: one.channel,
    });
  return table.build();
};
