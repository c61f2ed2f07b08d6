-- Question   How many customers are in each part of the portfolio, and what are they worth?
-- Grain      one group: part 'all', 'cell', 'price', 'tier', 'key', 'unprofitable', 'kept', 'candidates', 'high value',
--            'high volume', and its name
-- Parameters those of the relation before it
-- Columns    part; name; customers (count); revenue, profit, serve, clv, future (money, sums); p_alive, relationship (means,
--            0–1); loss (sum of profits below 0); the cuts and floors in use, the same in every row
-- Nulls      relationship where nothing tells of it
-- Source     customer_standing; Shapiro et al. 1987, Buttle 2009
with placed as (
  select
    *,
    clv >= quantile_disc(clv, 0.9) over () as is_high_value,
    revenue >= quantile_disc(revenue, 0.9) over () as is_high_volume
  from customer_standing
),
parts as (
  select
    unnest(list_filter([
      {'part': 'all', 'name': ''},
      {'part': 'cell', 'name': cell},
      case when price_cell is not null then {'part': 'price', 'name': price_cell} end,
      {'part': 'tier', 'name': tier::VARCHAR},
      case when is_key then {'part': 'key', 'name': ''} end,
      case when is_unprofitable then {'part': 'unprofitable', 'name': ''} end,
      case when kept_by is not null then {'part': 'kept', 'name': kept_by} end,
      case when is_unprofitable and kept_by is null then {'part': 'candidates', 'name': ''} end,
      case when is_high_value then {'part': 'high value', 'name': ''} end,
      case when is_high_volume then {'part': 'high volume', 'name': ''} end
    ], lambda one: one is not null), recursive := true),
    *
  from placed
)
select
  part,
  name,
  count(*)::INTEGER as customers,
  sum(revenue)::DOUBLE as revenue,
  sum(profit)::DOUBLE as profit,
  sum(cost_to_serve)::DOUBLE as serve,
  sum(clv)::DOUBLE as clv,
  sum(future_profit)::DOUBLE as future,
  avg(p_alive)::DOUBLE as p_alive,
  avg(relationship)::DOUBLE as relationship,
  coalesce(sum(profit) filter (profit < 0), 0)::DOUBLE as loss,
  min(clv)::DOUBLE as least_clv,
  min(revenue)::DOUBLE as least_revenue,
  any_value(used_clv_cut) as clv_cut,
  any_value(used_serve_cut) as serve_cut,
  any_value(used_price_cut) as price_cut,
  any_value(first_floor) as first_floor,
  any_value(second_floor) as second_floor
from parts
group by part, name
order by part, name
