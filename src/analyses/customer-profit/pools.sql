-- Question   Of what was supplied to serve customers, how much was used, and for whom?
-- Grain      one activity, with its cost pool where there is one
-- Parameters those of the relations before it
-- Columns    activity; minutes_each; cost_each (money); supplied (money), capacity_minutes; volume (times done while costs
--            are covered); focus, others, nobody (money: used by customers in focus, by other known ones, by unknown ones);
--            uncovered_orders (orders of known customers on days that the costs table does not cover);
--            revenue, tied_revenue, goods, tied_goods (money, of everyone; the same in every row)
-- Nulls      supplied and capacity_minutes where not known
-- Source     customer_work, activity_costs; methods.md F8, traceability
with per_focus as (
  unpivot (
    select
      sum(volumes.orders) as orders, sum(lines) as lines, sum(deliveries) as deliveries, sum(rush) as rush,
      sum(returns) as returns, sum(volumes.tickets) as tickets, sum(calls) as calls, sum(visits) as visits,
      sum(volumes.contacts) as contacts, sum(volumes.orders) as spread
    from customer_work as volumes
    join scoped_customers using (customer_id)
    where is_covered and scoped_customers.orders > 0
  ) on columns(*)::DOUBLE into name activity value volume
),
money as (
  select
    coalesce(sum(net), 0) as revenue,
    coalesce(sum(net) filter (customer_id is not null), 0) as tied_revenue,
    coalesce(sum(net - known_margin - $assumed_margin_share * uncosted_net), 0) as goods,
    coalesce(sum(net - known_margin - $assumed_margin_share * uncosted_net) filter (customer_id is not null), 0) as tied_goods,
    coalesce(sum(orders) filter (not is_covered and customer_id is not null), 0) as uncovered
  from customer_work
)
select
  costs_of.activity,
  costs_of.minutes_each,
  costs_of.cost_each,
  costs_of.supplied,
  costs_of.capacity_minutes,
  costs_of.volume,
  coalesce(per_focus.volume * cost_each, 0)::DOUBLE as focus,
  coalesce((known_volume - coalesce(per_focus.volume, 0)) * cost_each, 0)::DOUBLE as others,
  coalesce((costs_of.volume - known_volume) * cost_each, 0)::DOUBLE as nobody,
  revenue::DOUBLE as revenue,
  tied_revenue::DOUBLE as tied_revenue,
  goods::DOUBLE as goods,
  tied_goods::DOUBLE as tied_goods,
  uncovered::INTEGER as uncovered_orders
from activity_costs as costs_of
left join per_focus using (activity)
cross join money
order by place
