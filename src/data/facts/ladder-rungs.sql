-- Question   How far up the value ladder has each customer come?
-- Grain      one customer of customer_profiles: everyone, so that thresholds don't move with the segment in focus
-- Parameters $frequency_percentile and $breadth_percentile (0–1); $active_gaps and $tenure_gaps (usual gaps);
--            $attitude_minimum and $review_minimum (1–5); $reviews, whose good review makes an advocate:
--            'repeat-customers', 'any-customer' or 'never'
-- Columns    customer_id; ladder_rung 1–7, the highest rule that is satisfied; ladder_stage, its name; is_behavioural,
--            loyal by behaviour while the attitude is unknown; is_lapsed, silent for longer than $active_gaps usual
--            gaps; usual_gap_days, the own median gap drawn to everyone's by the weight of four gaps;
--            frequency_minimum, breadth_minimum, everyones_gap_days: the thresholds, the same in every row
-- Nulls      never bought: is_lapsed and usual_gap_days are null; no repeat purchase at all: nobody is lapsed
-- Source     methods.md F2; "not lapsed" stands for P(alive), frequency with breadth for share of wallet
with
base as (
  select
    customer_id, orders, purchase_days, frequency, recency_days, tenure_days, median_gap_days, last_gap_days,
    long_gap_days, contacts, survey_score, review_score, referrals_made, coalesce(categories, products) as breadth
  from customer_profiles
),
thresholds as (
  select
    quantile_cont(frequency, $frequency_percentile) filter (frequency > 0) as frequency_minimum,
    quantile_cont(breadth, $breadth_percentile) filter (orders > 0) as breadth_minimum,
    median(median_gap_days) as everyones_gap_days
  from base
),
paced as (
  select
    base.*,
    thresholds.*,
    case
      when orders = 0 then null
      when purchase_days > 1 then
        ((purchase_days - 1) * median_gap_days + 4 * everyones_gap_days) / (purchase_days - 1 + 4)
      else everyones_gap_days
    end as usual_gap_days
  from base, thresholds
),
judged as (
  select
    *,
    case when orders > 0 then coalesce(recency_days > $active_gaps * usual_gap_days, false) end as is_lapsed,
    purchase_days >= 2 as is_repeat
  from paced
),
majority as (
  select
    *,
    coalesce(
      is_repeat and frequency >= frequency_minimum and coalesce(breadth >= breadth_minimum, true) and not is_lapsed,
      false
    ) as is_majority,
    coalesce(referrals_made > 0, false)
      or coalesce(
        review_score >= $review_minimum
          and ($reviews = 'any-customer' or ($reviews = 'repeat-customers' and is_repeat)),
        false
      ) as brings_others
  from judged
),
loyal as (
  select
    *,
    is_majority
      and tenure_days >= $tenure_gaps * median_gap_days
      and last_gap_days <= long_gap_days
      and coalesce(survey_score >= $attitude_minimum, true) as is_loyal
  from majority
),
rungs as (
  select
    *,
    case
      when orders > 0 and brings_others then 7
      when is_loyal then 6
      when is_majority then 5
      when is_repeat then 4
      when purchase_days = 1 then 3
      when contacts > 0 then 2
      else 1
    end as ladder_rung
  from loyal
)
select
  customer_id,
  ladder_rung,
  case ladder_rung
    when 1 then 'Suspect'
    when 2 then 'Prospect'
    when 3 then 'First-time customer'
    when 4 then 'Repeat customer'
    when 5 then 'Majority customer'
    when 6 then 'Loyal customer'
    else 'Advocate'
  end as ladder_stage,
  ladder_rung = 6 and survey_score is null as is_behavioural,
  is_lapsed,
  usual_gap_days,
  frequency_minimum,
  breadth_minimum,
  everyones_gap_days
from rungs
