-- Question   Whom to leave alone for now, and why?
-- Grain      one customer of the focus with a reason against an offer now
-- Parameters $as_of
-- Columns    customer_id, name; score = lifetime value that an offer at the wrong time puts at risk (money); reasons, in words;
--            open_tickets, complaints; p_alive; clv; last_order
-- Nulls      tickets and complaints where none are loaded
-- Source     customer_values, tickets, interactions, orders; A33. Limits as the analysis offer-conflicts has them at first: more
--            than 4 outgoing contacts in 30 days, a purchase in the last 14 days, a late last order of the last 60 days
with open_complaints as (
  select distinct customer_id
  from tickets
  where is_complaint and opened_at::DATE <= $as_of and (solved_at is null or solved_at::DATE > $as_of)
),
pressed as (
  select customer_id
  from interactions
  where direction = 'out' and occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - 30
  group by customer_id
  having count(*) > 4
),
late as (
  select facts.customer_id, max(order_date) as day
  from order_facts as facts
  join orders on orders.order_id = facts.order_id
  where is_purchase and order_date <= $as_of and order_date > $as_of - 60
    and coalesce(case when delivered_at::DATE <= $as_of then delivered_at > promised_at end, promised_at::DATE < $as_of)
  group by facts.customer_id
),
judged as (
  select
    people.customer_id,
    people.name,
    facts.clv as score,
    concat_ws(
      ', ',
      case when open_complaints.customer_id is not null then 'open complaint'
        when people.open_tickets > 0 then 'open ticket' end,
      case when late.day = people.last_order then 'last order late' end,
      case when pressed.customer_id is not null then 'contacted often' end,
      case when people.recency_days < 14 then 'has just bought' end,
      case when facts.profit < 0 and facts.future_profit <= 0 then 'loses money' end
    ) as reasons,
    people.open_tickets,
    people.complaints,
    facts.p_alive,
    facts.clv,
    people.last_order
  from customer_values as facts
  join scoped_customers as people on people.customer_id = facts.customer_id
  left join open_complaints on open_complaints.customer_id = people.customer_id
  left join pressed on pressed.customer_id = people.customer_id
  left join late on late.customer_id = people.customer_id
)
select * from judged where reasons <> '' and clv is not null order by score desc, customer_id
