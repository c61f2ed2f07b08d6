-- Question   What did customers do before and after the end of the calibration, and what do they spend?
-- Grain      customers alike in every column; of more than 20,000 customers every k-th by a hash of the identifier
-- Parameters $as_of, $returns_net, $holdout (per cent of the time observed)
-- Columns    repeats, last_age, age, spend_mean as in the main query, up to as-of (days, money); is_early = the first purchase
--            lies in the calibration; early_repeats, early_last_age, early_age, early_mean the same up to its end;
--            early_spend = all spend up to it; later_purchases, later_spend = purchase days and spend after it; stride =
--            k; holdout_days = length of the holdout, whole weeks; customers
-- Nulls      spend_mean and early_mean are null without a repeat purchase and where credit notes took all of it; the
--            early columns are null of those who came after the calibration
-- Source     order_facts of the focus; calibration and holdout as in Fader, Hardie & Lee 2005
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
  select customer_id, min(day) filter (is_bought) as first_day
  from spends
  group by customer_id
  having bool_or(is_bought)
),
bounds as (
  select
    greatest(1, ceil(count(*) / 20000))::BIGINT as stride,
    (7 * round($holdout / 100 * ($as_of::DATE - min(first_day)) / 7))::INTEGER as holdout_days
  from buyers
),
told as (
  select
    any_value(first_day) as first_day,
    any_value(stride) as stride,
    any_value(holdout_days) as holdout_days,
    any_value($as_of::DATE - holdout_days) as split,
    max(day) filter (is_bought) as last_day,
    count(*) filter (is_bought and day > first_day) as repeats,
    sum(revenue) filter (day > first_day) as repeat_spend,
    max(day) filter (is_bought and day <= $as_of::DATE - holdout_days) as early_last_day,
    count(*) filter (is_bought and day > first_day and day <= $as_of::DATE - holdout_days) as early_repeats,
    sum(revenue) filter (day > first_day and day <= $as_of::DATE - holdout_days) as early_repeat_spend,
    coalesce(sum(revenue) filter (day <= $as_of::DATE - holdout_days), 0) as early_spend,
    count(*) filter (is_bought and day > $as_of::DATE - holdout_days) as later_purchases,
    coalesce(sum(revenue) filter (day > $as_of::DATE - holdout_days), 0) as later_spend
  from spends
  join buyers on buyers.customer_id = spends.customer_id
  cross join bounds
  where stride = 1 or hash(spends.customer_id) % stride = 0
  group by spends.customer_id
)
select
  repeats::INTEGER as repeats,
  (last_day - first_day)::INTEGER as last_age,
  ($as_of::DATE - first_day)::INTEGER as age,
  (case when repeats > 0 and repeat_spend > 0 then repeat_spend / repeats end)::DOUBLE as spend_mean,
  first_day <= split as is_early,
  (case when first_day <= split then early_repeats end)::INTEGER as early_repeats,
  (early_last_day - first_day)::INTEGER as early_last_age,
  (case when first_day <= split then split - first_day end)::INTEGER as early_age,
  (case when early_repeats > 0 and early_repeat_spend > 0 then early_repeat_spend / early_repeats end)::DOUBLE as early_mean,
  early_spend::DOUBLE as early_spend,
  later_purchases::INTEGER as later_purchases,
  later_spend::DOUBLE as later_spend,
  stride::INTEGER as stride,
  holdout_days::INTEGER as holdout_days,
  count(*)::INTEGER as customers
from told
group by all
order by all
