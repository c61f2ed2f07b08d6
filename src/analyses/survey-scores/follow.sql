-- Question   Do delighted customers buy again more often than merely satisfied ones?
-- Grain      one class of answers
-- Parameters $as_of, $window_days, $follow_up_days
-- Columns    scale (5: questionnaires on 1 to 5; 10: nps); class (3 best: 5, or 9 and 10; 2: 4, or 7 and 8; 1: the others);
--            customers (each by the first answer on the scale in the $window_days that ended $follow_up_days ago); again (of
--            these, with a purchase in the $follow_up_days after the day of the answer)
-- Nulls      answers without a customer or a day are left out
-- Source     surveys and order_facts of the focus; B35
with scales as (
  select
    instrument,
    case when lower(instrument) = 'nps' then 10 when max(score) <= 5 then 5 end as scale
  from surveys
  group by instrument
),
first_answers as (
  select scale, surveys.customer_id, min(answered_at::DATE) as day, arg_min(score, answered_at) as score
  from surveys
  join scales on surveys.instrument is not distinct from scales.instrument
  join scoped_customers as people on people.customer_id = surveys.customer_id
  where scale is not null and score is not null
    and answered_at::DATE <= $as_of::DATE - $follow_up_days::INTEGER
    and answered_at::DATE > $as_of::DATE - $follow_up_days::INTEGER - $window_days::INTEGER
  group by scale, surveys.customer_id
),
followed as (
  select
    scale,
    first_answers.customer_id,
    any_value(case
      when score >= case scale when 10 then 9 else 5 end then 3
      when score >= case scale when 10 then 7 else 4 end then 2
      else 1
    end) as class,
    count(orders.order_id) > 0 as has_bought
  from first_answers
  left join scoped_orders as orders
    on orders.customer_id = first_answers.customer_id and is_purchase
    and order_date > day and order_date <= day + $follow_up_days::INTEGER
  group by scale, first_answers.customer_id
)
select
  scale::INTEGER as scale,
  class::INTEGER as class,
  count(*)::INTEGER as customers,
  count(*) filter (has_bought)::INTEGER as again
from followed
group by scale, class
order by scale, class desc
