-- Question   What must be known of all customers to say what they will still buy and be worth?
-- Grain      customers alike in cohort, channel, repeats, ages and recency: a million customers come as some ten thousand rows
-- Parameters $as_of, $returns_net
-- Columns    cohort = first day of the quarter of the first purchase; channel of acquisition; recency_band = fewest days
--            since the last purchase of the band (0, 31, 61, 91, 181, 366, 731); repeats = purchase days after the first;
--            last_age, age = days from the first purchase to the last and to as-of; customers; spenders = those of them
--            whose mean spend of a repeat purchase day is above 0, spend_means = sum of these means (money); grain = days
--            to which ages are rounded: 1, of more than 20,000 customers 7, 200,000 14, a million 28
-- Nulls      channel is null where it isn't known; without a repeat purchase there is no mean spend, and spenders is 0
-- Source     order_facts of the focus; purchases of one day count once (Fader, Hardie & Lee 2005); credit notes after the
--            first purchase lower the spend of the repeat purchases
with spends as (
  select
    customer_id,
    order_date as day,
    bool_or(is_purchase) as is_bought,
    sum(case when $returns_net then net else sales end)::DOUBLE as revenue
  from scoped_orders
  where customer_id is not null and order_date <= $as_of::DATE
  group by customer_id, order_date
),
buyers as (
  select
    customer_id,
    min(day) filter (is_bought) as first_day,
    max(day) filter (is_bought) as last_day,
    count(*) filter (is_bought) - 1 as repeats
  from spends
  group by customer_id
  having bool_or(is_bought)
),
repeat_spend as (
  select spends.customer_id, sum(revenue) as revenue
  from spends
  join buyers on buyers.customer_id = spends.customer_id and spends.day > buyers.first_day
  group by spends.customer_id
),
grains as (
  select case when count(*) <= 20000 then 1 when count(*) <= 200000 then 7 when count(*) <= 1000000 then 14 else 28 end as grain from buyers
),
told as (
  select
    date_trunc('quarter', first_day)::DATE as cohort,
    customers.acq_channel as channel,
    $as_of::DATE - last_day as recency,
    repeats,
    round((last_day - first_day) / grain) * grain as last_age,
    round(($as_of::DATE - first_day) / grain) * grain as age,
    case when repeats > 0 and repeat_spend.revenue > 0 then repeat_spend.revenue / repeats end as spend_mean,
    grain
  from buyers
  cross join grains
  left join repeat_spend on repeat_spend.customer_id = buyers.customer_id
  left join scoped_customers as customers on customers.customer_id = buyers.customer_id
)
select
  cohort,
  channel,
  (case
    when recency <= 30 then 0 when recency <= 60 then 31 when recency <= 90 then 61 when recency <= 180 then 91
    when recency <= 365 then 181 when recency <= 730 then 366 else 731
  end)::INTEGER as recency_band,
  repeats::INTEGER as repeats,
  last_age::INTEGER as last_age,
  age::INTEGER as age,
  count(*)::INTEGER as customers,
  count(spend_mean)::INTEGER as spenders,
  coalesce(sum(spend_mean), 0)::DOUBLE as spend_means,
  any_value(grain)::INTEGER as grain
from told
group by all
order by cohort, channel, recency_band, repeats, last_age, age
