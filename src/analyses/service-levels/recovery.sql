-- Question   Do customers stay after a complaint, by how long its answer took?
-- Grain      one class of days from complaint to solution
-- Parameters $as_of, $window_days, $follow_up_days
-- Columns    class (1 = up to 1 day, 2 = up to 3, 3 = up to 10, 4 = longer or not solved within $follow_up_days); customers
--            (each by the first complaint in the $window_days that ended $follow_up_days ago); again (of these, who bought
--            within $follow_up_days after the complaint)
-- Nulls      complaints younger than $follow_up_days are left out
-- Source     tickets and order_facts of the focus; B39. Counted from the complaint for all classes alike; bounds are house rules
with complaints as (
  select
    tickets.customer_id,
    min(opened_at::DATE) as day,
    arg_min(date_diff('second', opened_at, coalesce(solved_at, timestamp '9999-01-01')) / 86400.0, opened_at) as solve_days
  from tickets
  join scoped_customers using (customer_id)
  where is_complaint and opened_at::DATE + $follow_up_days::INTEGER <= $as_of
    and opened_at::DATE > $as_of - $window_days::INTEGER - $follow_up_days::INTEGER
  group by tickets.customer_id
),
followed as (
  select
    complaints.customer_id,
    any_value(case when solve_days <= 1 then 1 when solve_days <= 3 then 2 when solve_days <= 10 then 3 else 4 end) as class,
    count(orders.order_id) > 0 as has_bought
  from complaints
  left join scoped_orders as orders
    on orders.customer_id = complaints.customer_id and is_purchase
    and order_date > day and order_date <= day + $follow_up_days::INTEGER
  group by complaints.customer_id
)
select class, count(*)::INTEGER as customers, count(*) filter (has_bought)::INTEGER as again
from followed
group by class
order by class
