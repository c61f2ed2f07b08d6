-- Question   Where does each customer stand in the portfolio?
-- Grain      one customer of the focus with a purchase and a known lifetime value
-- Parameters $clv_cut (money, 0 = automatic), $serve_cut (share of revenue, 0 = automatic), $alive_cut (0–1),
--            $price_cut (share of revenue, 0 = automatic), $key_orders (purchase days in 365 days)
-- Columns    customer_id, revenue, clv, future_profit, p_alive, profit, cost_to_serve, serve_share, net_price; cell ('retain',
--            'grow', 'maintain', 'divest'); price_cell (Shapiro's four); tier 0–3 (3: no profit); is_key; is_unprofitable;
--            kept_by ('future value', 'referrals' or null); relationship (0–1); used_…_cut and …_floor, the same in every row
-- Nulls      price_cell without revenue; relationship where nothing is known that tells of it
-- Source     customer_values; methods.md F9, B11, A31. Automatic cuts (house rules): lifetime value above which customers hold
--            80% of it, medians of the shares
with known as (
  select *
  from customer_values
  join scoped_customers using (customer_id)
  where scoped_customers.orders > 0 and clv is not null
),
held as (
  select clv, sum(clv) over (order by clv desc rows unbounded preceding) - clv as above, sum(clv) over () as everything
  from known
),
cuts as (
  select
    case
      when $clv_cut > 0 then $clv_cut
      else coalesce((select min(clv) from held where above < 0.8 * everything), 0)
    end::DOUBLE as used_clv_cut,
    case when $serve_cut > 0 then $serve_cut else coalesce(median(serve_share), 0) end::DOUBLE as used_serve_cut,
    case when $price_cut <> 0 then $price_cut else coalesce(median(net_price), 0) end::DOUBLE as used_price_cut,
    coalesce(quantile_disc(profit, 0.8) filter (profit > 0), 0)::DOUBLE as first_floor,
    coalesce(quantile_disc(profit, 0.5) filter (profit > 0), 0)::DOUBLE as second_floor,
    median(tenure_days) as usual_tenure
  from known
)
select
  customer_id,
  revenue,
  clv,
  future_profit,
  p_alive,
  profit,
  cost_to_serve,
  serve_share,
  net_price,
  case
    when clv < used_clv_cut then case when coalesce(serve_share, 1e9) >= used_serve_cut then 'divest' else 'maintain' end
    when p_alive < $alive_cut then 'retain'
    when coalesce(serve_share, 1e9) >= used_serve_cut then 'maintain'
    else 'grow'
  end as cell,
  case
    when net_price is null then null
    when serve_share >= used_serve_cut
      then case when net_price >= used_price_cut then 'carriage trade' else 'aggressive' end
    when net_price >= used_price_cut then 'passive'
    else 'bargain basement'
  end as price_cell,
  case when profit <= 0 then 3 when profit >= first_floor then 0 when profit >= second_floor then 1 else 2 end as tier,
  frequency >= $key_orders and profit > 0 as is_key,
  profit < 0 as is_unprofitable,
  case
    when profit >= 0 then null
    when future_profit > 0 then 'future value'
    when referrals_made > 0 then 'referrals'
  end as kept_by,
  list_avg([
    case when referrals_made is not null then (referrals_made > 0)::DOUBLE end,
    case when coalesce(survey_score, review_score) is not null then (coalesce(survey_score, review_score) >= 4)::DOUBLE end,
    (tenure_days >= usual_tenure)::DOUBLE
  ]) as relationship,
  used_clv_cut,
  used_serve_cut,
  used_price_cut,
  first_floor,
  second_floor
from known
cross join cuts
