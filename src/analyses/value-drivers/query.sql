-- Question   What was known of customers in their first days, and what became of them afterwards?
-- Grain      one customer observed long enough; of more than 5,000 those with the 5,000 lowest hashes of the identifier
-- Parameters $as_of, $outcome, $window_days, $follow_days, $churn_days, $measure (used by compute)
-- Columns    eligible (how many there are, the same in every row); is_held_out (three tenths, by another hash); kind,
--            country, region, acq_channel, acq_campaign, consent; first_value (sales of the first day, money), first_items (pieces),
--            first_channel, first_category, is_discounted, has_coupon (of the first day); in the first $window_days: early_days (days of purchase), discount_share (0–1), has_returned, categories,
--            tickets, complaints, survey_score (1–5); after them: later_purchases, later_revenue, later_margin (money, in
--            the next $follow_days), unknown_margins (purchases of these without a cost); is_kept (bought in the last
--            $churn_days before as-of)
-- Nulls      categories, tickets and complaints are null when nothing of the kind is loaded; traits and scores where unknown
-- Source     order_facts, profiles and first_orders of the focus; lines, products, tickets, surveys
with buyers as (
  select
    customer_id, first_order, kind, country, region, acq_channel, acq_campaign, consent,
    first_order + $window_days::INTEGER as until,
    count(*) over () as eligible
  from scoped_customers
  where orders > 0
    and tenure_days >= $window_days + (case when $outcome = 'churned' then $churn_days else $follow_days end)
  order by hash(customer_id), customer_id
  limit 5000
),
bought as (
  select
    customer_id,
    count(distinct case when is_purchase and order_date <= until then order_date end) as early_days,
    sum(discount) filter (is_purchase and order_date <= until) as discount,
    sum(sales + discount) filter (is_purchase and order_date <= until) as gross,
    coalesce(bool_or(refund > 0 or not is_purchase) filter (order_date <= until), false) as has_returned,
    count(*) filter (is_purchase and order_date > until and order_date <= until + $follow_days::INTEGER) as later_purchases,
    sum(net) filter (order_date > until and order_date <= until + $follow_days::INTEGER) as later_revenue,
    sum(case when is_purchase then orders.margin else coalesce(orders.margin, net) end)
      filter (order_date > until and order_date <= until + $follow_days::INTEGER) as later_margin,
    count(*) filter (
      is_purchase and orders.margin is null and order_date > until and order_date <= until + $follow_days::INTEGER
    ) as unknown_margins,
    coalesce(bool_or(is_purchase and order_date > $as_of::DATE - $churn_days::INTEGER), false) as is_kept
  from scoped_orders as orders
  join buyers using (customer_id)
  group by customer_id
),
early_lines as (
  select buyers.customer_id, count(distinct category) as categories
  from lines
  join (
    select order_id, buyers.customer_id
    from scoped_orders as orders
    join buyers using (customer_id)
    where order_date <= until
  ) as buyers using (order_id)
  join products using (product_id)
  group by buyers.customer_id
),
early_tickets as (
  select buyers.customer_id, count(*) as tickets, count(*) filter (is_complaint) as complaints
  from tickets
  join buyers using (customer_id)
  where opened_at::DATE between first_order and until
  group by buyers.customer_id
),
scales as (
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
early_answers as (
  select buyers.customer_id, avg(case when top_score = 5 then score else 1 + 4 * score / top_score end) as survey_score
  from surveys
  join scales on surveys.instrument is not distinct from scales.instrument
  join buyers on buyers.customer_id = surveys.customer_id
  where answered_at::DATE between first_order and until
  group by buyers.customer_id
)
select
  eligible::INTEGER as eligible,
  hash(customer_id || '/held out') % 10 < 3 as is_held_out,
  kind,
  country,
  region,
  acq_channel,
  acq_campaign,
  consent,
  first_order_value as first_value,
  first_order_items as first_items,
  first_order_channel as first_channel,
  first_order_category as first_category,
  first_order_discounted as is_discounted,
  first_order_coupon as has_coupon,
  early_days::INTEGER as early_days,
  (discount / nullif(gross, 0))::DOUBLE as discount_share,
  has_returned,
  case when exists (from products where category is not null) then coalesce(categories, 0) end::INTEGER as categories,
  case when exists (from tickets) then coalesce(tickets, 0) end::INTEGER as tickets,
  case when exists (from tickets) then coalesce(complaints, 0) end::INTEGER as complaints,
  survey_score::DOUBLE as survey_score,
  later_purchases::INTEGER as later_purchases,
  coalesce(later_revenue, 0)::DOUBLE as later_revenue,
  coalesce(later_margin, 0)::DOUBLE as later_margin,
  unknown_margins::INTEGER as unknown_margins,
  is_kept
from buyers
join bought using (customer_id)
left join first_orders using (customer_id)
left join early_lines using (customer_id)
left join early_tickets using (customer_id)
left join early_answers using (customer_id)
order by hash(customer_id), customer_id
