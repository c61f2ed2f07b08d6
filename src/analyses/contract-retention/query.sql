-- Question   For how many periods has each contract run, and has it ended, by the columns about customers?
-- Grain      contracts alike in their source, in periods seen and in whether they ended
-- Parameters $as_of, $source ('stages' and 'renewals' skip this), $period 'month', 'quarter' or 'year'
-- Columns    source 'tenure' (a column of tenure and one of who has left) or 'dates' (start and end); periods: of those
--            who left, the number of the period at whose end they did (from 1), else full periods seen (from 0); has_left;
--            customers; start_field, end_field: the columns that were read
-- Nulls      periods and has_left are null where the start, or whether the customer left, isn't known; dated contracts whose
--            period of leaving isn't over by as-of count as seen up to the period before, so that no period is seen by halves
-- Source     columns attr_… of the customers in focus, found by their names and values; methods.md F6
with texts as (
  select
    customer_id,
    columns(lambda name: name = 'kind' or (
      $source in ('auto', 'attributes')
      and regexp_matches(name, '^attr_.*(tenure|vintage|churn|attrit|exited|cancel|terminat|contract|subscri|member|polic|plan|customer|start|signed|sign_?up|joined|activat|months)')
      and not regexp_matches(name, 'score|prob|risk|reason|categor|predict|price|cost|id$|type|review')
    ))::VARCHAR
  from scoped_customers
),
long as (
  unpivot texts
  on columns(* exclude (customer_id))
  into name field value value
),
told as (
  -- Words are read once for each different value, not for each customer.
  select
    field,
    value,
    count(*) as customers,
    case
      when regexp_matches(field, 'tenure|vintage|contract_months|months_(as|of)_|(membership|customer|subscri[a-z]*)_months') then 'tenure'
      when regexp_matches(field, 'churn|attrit|exited|cancel|terminat|(contract|subscri[a-z]*|member[a-z]*|polic[a-z]*|plan)_?(end|until|expir|status)')
        then 'end'
      when regexp_matches(field, '(contract|subscri[a-z]*|member[a-z]*|polic[a-z]*|plan|customer)_?(start|since|begin|began|from|signed)|^attr_(start|signed|sign_?up|joined|activat)')
        then 'start'
    end as role,
    try_cast(value as DOUBLE) as number,
    try_cast(value as TIMESTAMP)::DATE as day,
    case
      when lower(value) in ('yes', 'y', 'true', 't', '1', '1.0', 'churned', 'churn', 'left', 'cancelled', 'canceled', 'exited', 'ended', 'expired',
        'terminated', 'attrited customer') then true
      when lower(value) in ('no', 'n', 'false', 'f', '0', '0.0', 'active', 'stayed', 'joined', 'current', 'renewed', 'existing customer') then false
    end as flag
  from long
  group by field, value
),
fields as (
  -- Of several columns for one thing, the one that says most.
  select role, arg_max(field, said) as field, arg_max(is_date, said) as is_date
  from (
    select
      role,
      field,
      coalesce(sum(customers) filter (day is not null and number is null), 0) > coalesce(sum(customers) filter (flag is not null), 0) as is_date,
      case role
        when 'tenure' then sum(customers) filter (number >= 0)
        when 'end' then sum(customers) filter (flag is not null or (day is not null and number is null))
        else sum(customers) filter (day is not null and number is null)
      end as said
    from told
    where role is not null
    group by role, field
  )
  where said > 0
  group by role
),
chosen as (
  select
    max(field) filter (role = 'tenure') as tenure_field,
    max(field) filter (role = 'start') as start_field,
    max(field) filter (role = 'end') as end_field,
    coalesce(bool_or(is_date) filter (role = 'end'), false) as is_dated
  from fields
),
people as (
  select
    customer_id,
    max(number) filter (field = tenure_field and number >= 0) as tenure,
    max(day) filter (field = start_field) as started,
    max(day) filter (field = end_field) as ended,
    bool_or(flag) filter (field = end_field) as flag
  from long
  join told using (field, value)
  cross join chosen
  group by customer_id
),
judged as (
  select
    case when tenure_field is null then 'dates' else 'tenure' end as source,
    tenure,
    started,
    case when is_dated then coalesce(ended <= $as_of, false) else flag end as has_left,
    case when ended > started then date_sub($period, started, ended - 1) + 1 else 1 end as left_after,
    case when started <= $as_of then date_sub($period, started, $as_of) end as full_periods,
    coalesce(tenure_field, start_field) as start_field,
    end_field
  from people
  cross join chosen
  where end_field is not null and (tenure_field is not null or (start_field is not null and is_dated))
),
counted as (
  select
    source,
    start_field,
    end_field,
    case when source = 'tenure' then has_left else has_left and left_after <= full_periods end as has_left,
    case
      when source = 'dates' then case when has_left and left_after <= full_periods then left_after else full_periods end
      when has_left then greatest(1, ceil(tenure))
      else floor(tenure)
    end as periods
  from judged
)
select
  source,
  start_field,
  end_field,
  case when has_left is not null then periods end::INTEGER as periods,
  case when periods is not null then has_left end as has_left,
  count(*)::INTEGER as customers
from counted
group by all
order by periods, has_left
