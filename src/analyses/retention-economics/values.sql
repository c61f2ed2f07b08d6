-- Question   What do customers bring in each year since their first order, and what does winning one cost?
-- Grain      one year since the first order, 0 = the first; always at least one row
-- Parameters $as_of, $assumed_margin_share (0–1, where the cost of goods is unknown)
-- Columns    year; buyers (with a purchase in it, of customers whose year has ended by as-of); revenue, profit (margin on
--            goods) of these in that year, known_revenue (of orders whose cost is known); stayed (of the buyers, who bought in
--            the year before too), profit_stayed and profit_before (what these brought in it and in the year before); money.
--            The same in every row: active (customers with a purchase in the last 365 days); campaign_cost of campaigns that
--            named customers came by, and won, how many these are
-- Nulls      campaign_cost is null without such campaigns; the one row of nobody has null in year
-- Source     customer profiles and order_facts of the focus, campaigns of everyone
with yearly as (
  select
    customer_id,
    (order_date - first_order) // 365 as year,
    count(*) filter (is_purchase) as orders,
    sum(net) as revenue,
    sum(net) filter (margin is not null) as known_revenue,
    sum(case
      when is_purchase then coalesce(order_facts.margin, net * $assumed_margin_share)
      else coalesce(order_facts.margin, net)
    end) as profit
  from scoped_orders as order_facts
  join (select customer_id, first_order, tenure_days from scoped_customers where orders > 0) using (customer_id)
  where order_date >= first_order and ((order_date - first_order) // 365 + 1) * 365 <= tenure_days
  group by customer_id, year
),
bought as (
  select *, lag(year) over own = year - 1 as has_stayed, lag(profit) over own as profit_before
  from yearly
  where orders > 0
  window own as (partition by customer_id order by year)
),
by_year as (
  select
    year,
    count(*) as buyers,
    sum(revenue) as revenue,
    sum(profit) as profit,
    coalesce(sum(known_revenue), 0) as known_revenue,
    count(*) filter (has_stayed) as stayed,
    coalesce(sum(profit) filter (has_stayed), 0) as profit_stayed,
    coalesce(sum(profit_before) filter (has_stayed), 0) as profit_before
  from bought
  group by year
),
won as (
  select acq_campaign, count(*) as customers
  from customer_profiles
  where acq_campaign is not null and first_order <= $as_of
  group by acq_campaign
),
acquisition as (
  select sum(campaigns.cost) as campaign_cost, sum(won.customers) as won
  from campaigns
  join won on won.acq_campaign = campaigns.campaign_id
  where campaigns.cost > 0
),
now as (
  select count(*) filter (frequency > 0) as active from scoped_customers
)
select
  year::INTEGER as year,
  buyers::INTEGER as buyers,
  revenue::DOUBLE as revenue,
  profit::DOUBLE as profit,
  known_revenue::DOUBLE as known_revenue,
  stayed::INTEGER as stayed,
  profit_stayed::DOUBLE as profit_stayed,
  profit_before::DOUBLE as profit_before,
  active::INTEGER as active,
  campaign_cost::DOUBLE as campaign_cost,
  won::INTEGER as won
from now
cross join acquisition
left join by_year on true
order by year
