-- Question   Is the service good enough for a scheme to be worth anything?
-- Grain      one row for the focus
-- Parameters $as_of
-- Columns    promised (deliveries of the last 365 days with a promise) and on_time (of these); rated (scores of tickets and of
--            questionnaires named csat in the last 365 days, on a scale of 1 to 5) and satisfied (of these, 4 or better)
-- Nulls      none: nothing known is 0 of 0
-- Source     orders, tickets, surveys; a questionnaire on another scale is left out
with deliveries as (
  select delivered_at <= promised_at as is_on_time
  from orders
  join scoped_orders as facts on facts.order_id = orders.order_id
  where is_purchase and order_date > $as_of - 365 and promised_at is not null and delivered_at::DATE <= $as_of
),
csat_scale as (
  select max(score) as top_score from surveys where lower(instrument) = 'csat'
),
scores as (
  select csat as score
  from tickets
  join scoped_customers using (customer_id)
  where csat is not null and opened_at::DATE <= $as_of and opened_at::DATE > $as_of - 365
  union all
  select score
  from surveys
  join scoped_customers using (customer_id)
  cross join csat_scale
  where lower(instrument) = 'csat' and top_score <= 5 and score is not null
    and answered_at::DATE <= $as_of and answered_at::DATE > $as_of - 365
)
select
  (select count(*) from deliveries)::INTEGER as promised,
  (select count(*) from deliveries where is_on_time)::INTEGER as on_time,
  (select count(*) from scores)::INTEGER as rated,
  (select count(*) from scores where score >= 4)::INTEGER as satisfied
