-- Question   What must be known of all customers to say what they will still buy and be worth?
-- Grain      customers alike in cohort, channel, repeats, ages and recency: a million customers come as some ten thousand rows
-- Parameters none
-- Columns    cohort = first day of the quarter of the first purchase; channel of acquisition; recency_band = fewest days
--            since the last purchase of the band (0, 31, 61, 91, 181, 366, 731); repeats = purchase days after the first;
--            last_age, age = days from the first purchase to the last and to as-of; customers; spenders = those of them
--            whose mean spend of a repeat purchase day is above 0, spend_means = sum of these means (money); grain = days
--            to which ages are rounded: 1, of more than 20,000 customers 7, 200,000 14, a million 28
-- Nulls      channel is null where it isn't known; without a repeat purchase there is no mean spend, and spenders is 0
-- Source     customer_histories of the focus
with buyers as (
  select histories.*, acq_channel
  from customer_histories as histories
  join scoped_customers using (customer_id)
),
grains as (
  select case when count(*) <= 20000 then 1 when count(*) <= 200000 then 7 when count(*) <= 1000000 then 14 else 28 end as grain from buyers
),
told as (
  select
    date_trunc('quarter', first_day)::DATE as cohort,
    acq_channel as channel,
    age - last_age as recency,
    repeats,
    round(last_age / grain) * grain as last_age,
    round(age / grain) * grain as age,
    spend_mean,
    grain
  from buyers
  cross join grains
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
