-- Question   Who buys most and speaks well of us, brings others, or buys most widely?
-- Grain      one customer with a purchase in the window
-- Parameters $top_share (share of customers that counts as most), $patronage (spend or frequency), $nps_from (points),
--            $breadth_share (quantile of breadth)
-- Columns    customer_id; answer (points), patronage, breadth, rank (0–1), breadth_from; is_top, recommends, refers, is_broad, is_candidate
-- Nulls      an answer or a breadth that is not known is no sign: false
-- Source     supra-loyalty, methods F12: top of patronage with NPS ≥ 9, referrals or breadth (house rule where not published)
select
  scoped.customer_id,
  profiles.*,
  rank >= 1 - $top_share as is_top,
  coalesce(nps >= $nps_from, false) as recommends,
  coalesce(referrals_made > 0, false) as refers,
  coalesce(breadth >= breadth_from, false) as is_broad,
  rank >= 1 - $top_share
    and (coalesce(nps >= $nps_from, false) or coalesce(referrals_made > 0, false) or coalesce(breadth >= breadth_from, false))
    as is_candidate
from scoped_customers as scoped
join (
  select
    customer_id as id,
    nps as answer,
    case when $patronage = 'spend' then monetary else frequency end as patronage,
    coalesce(categories, products) as breadth,
    percent_rank() over (order by case when $patronage = 'spend' then monetary else frequency end) as rank,
    quantile_cont(coalesce(categories, products), $breadth_share) over () as breadth_from
  from customer_profiles
  where frequency > 0
) as profiles on profiles.id = scoped.customer_id
