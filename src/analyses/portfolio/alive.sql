-- Question   How many of the valuable customers are likely to have left?
-- Grain      one tenth of P(alive), from 0
-- Parameters those of the relation before it
-- Columns    tenth (0 = below 10%); customers, whose lifetime value reaches the cut; clv (money)
-- Nulls      none; an empty tenth has no row
-- Source     customer_standing
select
  least(9, floor(p_alive * 10))::INTEGER as tenth,
  count(*)::INTEGER as customers,
  sum(clv)::DOUBLE as clv
from customer_standing
where clv >= used_clv_cut
group by tenth
order by tenth
