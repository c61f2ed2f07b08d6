-- Question   For how many periods has each contract run, and has it ended, by the stages that customers passed?
-- Grain      contracts alike in periods seen and in whether they ended
-- Parameters $as_of, $source ('attributes' and 'renewals' skip this), $period 'month', 'quarter' or 'year'
-- Columns    periods: of those who left, the number of the period at whose end they did (from 1), else full periods seen
--            (from 0); has_left; customers
-- Nulls      none; a customer whose period of leaving isn't over by as-of counts as seen up to the period before
-- Source     stage events of the focus: from the first stage of a customer, subscriber or member (or active, live, renewed)
--            to the first one after it that says cancelled, churned, expired, terminated or former. House rule
with events as (
  select customer_id, occurred_at::DATE as day, lower(to_stage) as stage
  from stage_events
  where $source in ('auto', 'stages')
    and occurred_at::DATE <= $as_of
    and customer_id in (select customer_id from scoped_customers)
),
marked as (
  select
    customer_id,
    day,
    regexp_matches(stage, 'churn|cancel|terminat|expire|unsubscrib|deactivat|lapsed|\b(former|ended|inactive|not renewed)\b') as is_end,
    regexp_matches(stage, '\b(customer|client|subscri[a-z]*|contract[a-z]*|member|active|live|paying|renew[a-z]*|onboarded)\b') as is_start
  from events
),
starts as (
  select customer_id, min(day) as started
  from marked
  where is_start and not is_end
  group by customer_id
),
ends as (
  select customer_id, min(day) as ended
  from marked
  join starts using (customer_id)
  where is_end and day >= started
  group by customer_id
),
spans as (
  select
    case
      when ended is null then null
      when ended > started then date_sub($period, started, ended - 1) + 1
      else 1
    end as left_after,
    date_sub($period, started, $as_of) as full_periods
  from starts
  left join ends using (customer_id)
),
counted as (
  select
    coalesce(left_after <= full_periods, false) as has_left,
    case when left_after <= full_periods then left_after else full_periods end as periods
  from spans
)
select periods::INTEGER as periods, has_left, count(*)::INTEGER as customers
from counted
group by all
order by periods, has_left
