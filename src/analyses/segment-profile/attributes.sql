-- Question   Which values do the attributes of the two groups have, and how often?
-- Grain      one value of one attribute with at most 50 values; for attributes with more values one row a side, the
--            value null, with mean and variance of those that are numbers
-- Parameters none
-- Columns    field (column of the profile); different_values; value (text); side; customers (with this value); known
--            (customers of the side with any value); mean, variance (null unless the values are numbers)
-- Nulls      a missing value is not counted; an attribute that nobody has gives no row
-- Source     customer_profiles of the focus and of the comparison: who they are, where they stand, and every attr_…
with sides as (
  select 'focus' as side, * from scoped_customers
  union all
  select 'comparison' as side, * from comparison_customers
),
texts as (
  select
    side,
    customer_id,
    columns(lambda name: starts_with(name, 'attr_') or name in (
      'kind', 'country', 'region', 'city', 'acq_channel', 'acq_campaign', 'consent', 'rfm_segment', 'ladder_stage',
      'tenure_days', 'median_gap_days', 'items', 'categories', 'products', 'tickets', 'complaints', 'survey_score'
    ))::VARCHAR
  from sides
),
long as (
  unpivot texts
  on columns(* exclude (side, customer_id))
  into name field value value
),
fields as (
  select field, count(distinct value) as different_values
  from long
  group by field
),
counted as (
  select
    field,
    side,
    case when different_values <= 50 then value end as value,
    count(*) as customers,
    avg(try_cast(value as DOUBLE)) filter (where different_values > 10) as mean,
    var_samp(try_cast(value as DOUBLE)) filter (where different_values > 10) as variance
  from long
  join fields using (field)
  group by grouping sets ((field, side, case when different_values <= 50 then value end), (field, side))
),
answers as (
  select
    field,
    different_values,
    side,
    value,
    max(customers) as customers,
    max(mean) filter (where value is null) as mean,
    max(variance) filter (where value is null) as variance
  from counted
  join fields using (field)
  group by field, different_values, side, value
)
select
  field,
  different_values::INTEGER as different_values,
  side,
  value,
  customers::INTEGER as customers,
  (max(customers) over (partition by field, side))::INTEGER as known,
  mean::DOUBLE as mean,
  variance::DOUBLE as variance
from answers
