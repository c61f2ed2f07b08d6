-- Question   Do satisfied customers buy again more often after they have answered?
-- Grain      satisfied or not; empty without answers
-- Parameters $as_of, $follow_up_days, $satisfied_from (points)
-- Columns    is_satisfied (score of at least $satisfied_from on a scale of 1 to 5); customers (by their first answer
--            that lies $follow_up_days or more before as-of, after their first purchase); again (of these, with a purchase in the
--            $follow_up_days after the day of the answer)
-- Nulls      answers without a customer, a day or a score are left out
-- Source     surveys and order_facts of the focus; scales of customer_profiles
with scales as (
  select
    instrument,
    case
      when lower(instrument) = 'nps' then 10
      when max(score) <= 5 then 5
      when max(score) <= 10 then 10
      else 100
    end as top_score
  from surveys
  group by instrument
),
answers as (
  select
    surveys.customer_id,
    answered_at::DATE as day,
    avg(case when top_score = 5 then score else 1 + 4 * score / top_score end) as score
  from surveys
  join scales on surveys.instrument is not distinct from scales.instrument
  join scoped_customers as customers on customers.customer_id = surveys.customer_id
  where score is not null and answered_at::DATE <= $as_of::DATE - $follow_up_days::INTEGER
    and answered_at::DATE >= customers.first_order
  group by surveys.customer_id, day
),
first_answers as (
  select customer_id, min(day) as day, arg_min(score, day) as score
  from answers
  group by customer_id
),
followed as (
  select
    first_answers.customer_id,
    any_value(score) >= $satisfied_from as is_satisfied,
    count(orders.order_id) > 0 as has_bought
  from first_answers
  left join scoped_orders as orders
    on orders.customer_id = first_answers.customer_id and is_purchase
    and order_date > day and order_date <= day + $follow_up_days::INTEGER
  group by first_answers.customer_id
)
select is_satisfied, count(*)::INTEGER as customers, count(*) filter (has_bought)::INTEGER as again
from followed
group by is_satisfied
order by is_satisfied
