-- Question   What did winning customers cost, what do newcomers bring in their first year, and who is still to be won?
-- Grain      one channel of acquisition with customers whom a campaign with a cost brought, and one row for all ('')
-- Parameters $as_of, $assumed_margin_share (0–1, where the cost of goods is unknown)
-- Columns    channel; won (customers whom these campaigns brought by as-of); cost of the campaigns (money; that of a campaign is
--            divided by the customers it brought); clv (their mean lifetime value, money); newcomers (of these customers,
--            those with a full first year), first_year (their mean margin on goods in it, money), usual_first_year (the same of all
--            customers, in every row); prospects (known, without a purchase,
--            in the row for all), fresh_clv (mean lifetime value of customers who first bought in the last 90 days)
-- Nulls      cost and clv without such campaigns; first_year without newcomers; fresh_clv without any
-- Source     campaigns, customer profiles, equity_holdings, order_facts; F19
with priced as (
  select campaign_id, cost / count(*) as cost_each
  from campaigns
  join customer_profiles on acq_campaign = campaign_id and first_order <= $as_of
  where cost > 0
  group by campaign_id, cost
),
held as (
  select coalesce(channel, '') as channel, clv, cost_each
  from equity_holdings
  left join priced on priced.campaign_id = campaign
),
margins as (
  select
    customer_id,
    coalesce(any_value(acq_channel), '') as channel,
    any_value(cost_each) is not null as is_won,
    sum(case
      when is_purchase then coalesce(facts.margin, net * $assumed_margin_share)
      else coalesce(facts.margin, net)
    end) as margin
  from scoped_orders as facts
  join scoped_customers using (customer_id)
  left join priced on priced.campaign_id = acq_campaign
  where tenure_days >= 365 and order_date < first_order + 365
  group by customer_id
),
by_channel as (
  select channel, count(cost_each) as won, sum(cost_each) as cost, avg(clv) filter (cost_each is not null) as clv
  from held
  group by channel
  having channel <> ''
  union all
  select '', count(cost_each), sum(cost_each), avg(clv) filter (cost_each is not null) from held
),
first_years as (
  select channel, count(*) as newcomers, avg(margin) as first_year from margins where channel <> '' and is_won group by channel
  union all
  select '', count(*), avg(margin) from margins where is_won
)
select
  channel,
  won::INTEGER as won,
  cost::DOUBLE as cost,
  clv::DOUBLE as clv,
  coalesce(newcomers, 0)::INTEGER as newcomers,
  first_year::DOUBLE as first_year,
  (select avg(margin) from margins)::DOUBLE as usual_first_year,
  (select count(*) from scoped_customers where orders = 0)::INTEGER as prospects,
  (select avg(equity_holdings.clv) from equity_holdings where first_order > $as_of - 90)::DOUBLE as fresh_clv
from by_channel
left join first_years using (channel)
order by channel
