import { columnOrNull, type TypedFile } from './typed-file.ts';

/** Whether a file's rows are campaigns, or what they cost. */
export const feedsCampaigns = ({ targets }: TypedFile): boolean =>
  targets.has('campaigns.campaign_id') || targets.has('campaigns.name');

/** Whether rows are what a campaign cost on one day, as advertising platforms export it. */
const isDaily = ({ targets }: TypedFile): boolean =>
  targets.has('campaigns.day') && targets.has('campaigns.cost');

const hasPools = ({ targets }: TypedFile): boolean =>
  targets.has('costs.pool') && targets.has('costs.amount');

/** Whether a file tells of costs: its rows are cost pools, or what a campaign cost on a day. */
export const feedsCosts = (file: TypedFile): boolean => isDaily(file) || hasPools(file);

const campaignsOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `campaigns.${name}`);
  return `select coalesce(${column('campaign_id')}, ${column('name')}) as campaign_id, ${file.index} as file_no,
      mode(${column('name')}) as name, mode(${column('activity')}) as activity,
      min(coalesce(${column('starts_on')}, ${column('day')})) as starts_on,
      max(coalesce(${column('ends_on')}, ${column('day')})) as ends_on,
      sum(${column('cost')})::decimal(18, 4) as cost, mode(${column('channel')}) as channel
    from ${file.table} where coalesce(${column('campaign_id')}, ${column('name')}) is not null group by 1`;
};

const advertisingOf = (file: TypedFile): string =>
  `select 'Advertising' || coalesce(': ' || ${columnOrNull(file, 'campaigns.channel')}, '') as pool, 'new customers' as driver,
    date_trunc('month', campaigns__day)::date as period, campaigns__cost as amount, null::double as capacity
   from ${file.table} where campaigns__cost is not null`;

const poolsOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `costs.${name}`);
  return `select ${column('pool')} as pool, ${column('driver')} as driver, ${column('period')} as period,
    ${column('amount')} as amount, ${column('capacity_minutes')} as capacity from ${file.table}`;
};

/**
 * Fills `next_campaigns`, one row a campaign with its costs added up, and `next_costs`, one row a pool and period. What
 * advertising cost on single days becomes a cost pool by month, driven by new customers. Campaigns that contacts name and no file describes are added by name.
 */
export const buildCampaigns = (files: readonly TypedFile[]): readonly string[] => {
  const campaigns = files.filter(feedsCampaigns).map(campaignsOf);
  const pools = [...files.filter(isDaily).map(advertisingOf), ...files.filter(hasPools).map(poolsOf)];
  return [
    ...(campaigns.length === 0
      ? []
      : [
          `insert into next_campaigns
           select campaign_id, coalesce(arg_min(name, file_no), campaign_id), arg_min(activity, file_no), min(starts_on),
             max(ends_on), sum(cost)::decimal(18, 4), arg_min(channel, file_no)
           from (${campaigns.join('\nunion all\n')}) group by campaign_id`,
        ]),
    `insert into next_campaigns (campaign_id, name)
     select distinct campaign_id, campaign_id from next_interactions
     where campaign_id is not null and campaign_id not in (select campaign_id from next_campaigns)`,
    ...(pools.length === 0
      ? []
      : [
          `insert into next_costs
           select pool, driver, period, sum(amount)::decimal(18, 4), sum(capacity) from (${pools.join('\nunion all\n')})
           group by pool, driver, period order by period, pool`,
        ]),
  ];
};
