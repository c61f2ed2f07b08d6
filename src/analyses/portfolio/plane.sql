-- Question   How are customers spread over cost to serve and value?
-- Grain      one filled cell of a grid whose rows and columns hold one tenth of the customers each (fewer with ties), of
--            plane 'value' (lifetime value over cost to serve) and 'price' (net price over cost to serve)
-- Parameters those of the relation before it
-- Columns    plane; x_from, x_to (share of revenue); y_from, y_to (money in 'value', share of revenue in 'price'); customers;
--            p_alive (mean, 0–1); clv (mean, money)
-- Nulls      none; customers without revenue are left out
-- Source     customer_standing
with placed as (
  select 'value' as plane, serve_share as x, clv as y, p_alive, clv from customer_standing where serve_share is not null
  union all
  select 'price', serve_share, net_price, p_alive, clv from customer_standing where net_price is not null
),
edges as (
  select
    plane,
    list_sort(list_distinct(quantile_cont(x, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]))) as xs,
    list_sort(list_distinct(quantile_cont(y, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]))) as ys
  from placed
  group by plane
),
binned as (
  select
    plane,
    xs,
    ys,
    least(greatest(1, len(list_filter(xs, lambda edge: edge <= x))), greatest(1, len(xs) - 1)) as x_bin,
    least(greatest(1, len(list_filter(ys, lambda edge: edge <= y))), greatest(1, len(ys) - 1)) as y_bin,
    p_alive,
    clv
  from placed
  join edges using (plane)
)
select
  plane,
  any_value(xs[x_bin])::DOUBLE as x_from,
  any_value(xs[least(x_bin + 1, len(xs))])::DOUBLE as x_to,
  any_value(ys[y_bin])::DOUBLE as y_from,
  any_value(ys[least(y_bin + 1, len(ys))])::DOUBLE as y_to,
  count(*)::INTEGER as customers,
  avg(p_alive)::DOUBLE as p_alive,
  avg(clv)::DOUBLE as clv
from binned
group by plane, x_bin, y_bin
order by plane, x_bin, y_bin
