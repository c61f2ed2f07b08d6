-- Question   What is known of each customer on the as-of day: who, how much, how often, how lately, how satisfied?
-- Grain      one known customer: the customers table and everyone with an identified order by the as-of day
-- Parameters $as_of (later events are ignored), $returns_net (revenue after refunds, else sales)
-- Columns    money in the data's currency; *_days in days; *_share 0–1; survey_score and review_score on a scale of 1
--            to 5 (answers on 0–10 and 0–100 are rescaled); nps = the latest answer, 0–10, to whether they would recommend us; orders = purchases, purchase_days = different days of
--            purchase, frequency and monetary = purchase days and revenue in the 365 days before as-of; r, f, m 1–5;
--            contacts = interactions, tickets, deals, survey answers and credit notes
-- Nulls      never bought: days, averages and scores are null, counts 0; a count whose table holds nothing is null
--            (unknown), not 0; margin (always after refunds) is null when the cost of any purchase is unknown, and a
--            credit note of unknown cost is a loss in full
-- Source     methods.md F1: tie-safe percent-rank scores; customer_rhythm and customer_breadth must be at hand
with
known as (
  select customer_id from customers
  union
  select customer_id from order_facts where customer_id is not null and order_date <= $as_of
),
counted as (
  select
    customer_id, order_id, order_date, is_purchase, items, discount,
    case when $returns_net then net else sales end as revenue,
    case when is_purchase then margin else coalesce(margin, net) end as margin
  from order_facts
  where customer_id is not null and order_date <= $as_of
),
purchase_totals as (
  select
    customer_id,
    min(order_date) filter (is_purchase) as first_order,
    max(order_date) filter (is_purchase) as last_order,
    count(*) filter (is_purchase) as orders,
    count(*) filter (not is_purchase) as credit_notes,
    sum(revenue) filter (order_date >= $as_of - 365) as monetary,
    sum(revenue) as revenue,
    case when count(*) = count(margin) then sum(margin) end as margin,
    sum(items) filter (is_purchase) as items,
    count(*) filter (is_purchase and discount > 0) as discounted
  from counted
  group by customer_id
),
survey_scales as (
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
told as (
  -- All that is known of a customer besides purchases, in one pass: each join more costs planning time.
  select
    customer_id,
    count(*) filter (what <> 'referral') as contacts,
    count(*) filter (what = 'ticket') as tickets,
    count(*) filter (is_open) as open_tickets,
    count(*) filter (is_complaint) as complaints,
    avg(score) as survey_score,
    avg(score) filter (is_review) as review_score,
    max_by(recommends, told_at) as nps,
    count(*) filter (what = 'referral') as referrals_made
  from (
    select customer_id, 'interaction' as what, false as is_open, false as is_complaint, null::DOUBLE as score, false as is_review,
      null::DOUBLE as recommends, null::TIMESTAMP as told_at
    from interactions
    where occurred_at::DATE <= $as_of
    union all
    select customer_id, 'ticket', solved_at is null or solved_at::DATE > $as_of, is_complaint, null, false, null, null
    from tickets
    where opened_at::DATE <= $as_of
    union all
    select customer_id, 'deal', false, false, null, false, null, null from deals where opened_at is null or opened_at <= $as_of
    union all
    select
      customer_id, 'survey', false, false,
      case when top_score = 5 then score else 1 + 4 * score / top_score end,
      lower(surveys.instrument) = 'review',
      case when lower(surveys.instrument) = 'nps' then score end,
      coalesce(answered_at, timestamp '1900-01-01')
    from surveys
    join survey_scales on surveys.instrument is not distinct from survey_scales.instrument
    where answered_at is null or answered_at::DATE <= $as_of
    union all
    select from_customer_id, 'referral', false, false, null, false, null, null
    from referrals
    where referred_at is null or referred_at::DATE <= $as_of
  )
  where customer_id is not null
  group by customer_id
),
loaded as (
  select
    coalesce(bool_or(part = 'categories'), false) as has_categories,
    coalesce(bool_or(part = 'lines'), false) as has_lines,
    coalesce(bool_or(part = 'tickets'), false) as has_tickets,
    coalesce(bool_or(part = 'referrals'), false) as has_referrals,
    coalesce(bool_or(part in ('tickets', 'contacts')), false) as has_contacts,
    coalesce(bool_or(part = 'discounts'), false) as has_discounts
  from (
    -- One union of single rows is planned four times as fast as eight "exists".
    (select 'categories' as part from products where category is not null limit 1)
    union all (select 'lines' from lines where product_id is not null limit 1)
    union all (select 'tickets' from tickets limit 1)
    union all (select 'referrals' from referrals limit 1)
    union all (select 'contacts' from interactions limit 1)
    union all (select 'contacts' from deals limit 1)
    union all (select 'contacts' from surveys limit 1)
    union all (select 'discounts' from orders where discount is not null limit 1)
  )
),
scores as (
  select
    customer_id,
    least(5, 1 + floor(5 * percent_rank() over (order by last_order))) as r,
    least(5, 1 + floor(5 * percent_rank() over (order by frequency))) as f,
    least(5, 1 + floor(5 * percent_rank() over (order by coalesce(monetary, 0)))) as m
  from purchase_totals
  join customer_rhythm using (customer_id)
  where frequency > 0
)
select
  known.customer_id,
  customers.name,
  customers.kind,
  customers.country,
  customers.region,
  customers.city,
  customers.acq_channel,
  customers.acq_campaign,
  customers.first_seen,
  customers.consent,
  first_order,
  last_order,
  ($as_of - last_order)::INTEGER as recency_days,
  ($as_of - first_order)::INTEGER as tenure_days,
  coalesce(orders, 0)::INTEGER as orders,
  coalesce(purchase_days, 0)::INTEGER as purchase_days,
  coalesce(frequency, 0)::INTEGER as frequency,
  coalesce(monetary, 0)::DOUBLE as monetary,
  coalesce(revenue, 0)::DOUBLE as revenue,
  case when orders > 0 then margin end::DOUBLE as margin,
  (revenue / nullif(orders, 0))::DOUBLE as average_order_value,
  usual_gaps[1]::DOUBLE as median_gap_days,
  last_gap_days::INTEGER as last_gap_days,
  usual_gaps[2]::DOUBLE as long_gap_days,
  coalesce(items, 0)::DOUBLE as items,
  case when has_categories then coalesce(categories, 0) end::INTEGER as categories,
  case when has_lines then coalesce(customer_breadth.products, 0) end::INTEGER as products,
  case when has_discounts then discounted / nullif(orders, 0) end::DOUBLE as discount_share,
  r::INTEGER as r,
  f::INTEGER as f,
  m::INTEGER as m,
  case
    when has_contacts or credit_notes > 0 then coalesce(contacts, 0) + coalesce(credit_notes, 0)
  end::INTEGER as contacts,
  case when has_tickets then coalesce(tickets, 0) end::INTEGER as tickets,
  case when has_tickets then coalesce(open_tickets, 0) end::INTEGER as open_tickets,
  case when has_tickets then coalesce(complaints, 0) end::INTEGER as complaints,
  survey_score::DOUBLE as survey_score,
  review_score::DOUBLE as review_score,
  nps::DOUBLE as nps,
  case when has_referrals then coalesce(referrals_made, 0) end::INTEGER as referrals_made
from known
left join customers using (customer_id)
left join purchase_totals using (customer_id)
left join customer_rhythm using (customer_id)
left join customer_breadth using (customer_id)
left join told using (customer_id)
left join scores using (customer_id)
cross join loaded
