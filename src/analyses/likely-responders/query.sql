-- Question   What was known of a customer when a message went out, and was it answered?
-- Grain      one outgoing message a customer, drawn by a hash among those old enough to be answered; of more than 8,000 customers the
--            8,000 lowest hashes
-- Parameters $as_of, $window_days, $response_days, $answers ('any', 'order' or 'contact')
-- Columns    eligible (customers with such a message, the same in every row); is_held_out (three tenths of the customers); channel;
--            recency_days (since the last purchase), tenure_days (since the first); frequency (days of purchase), spend (money), messages and
--            contacts (of ours, of theirs) in the 365 days before the message; is_answered; order_value (money, purchases in response)
-- Nulls      recency_days and tenure_days of those who had never bought; order_value without a purchase
-- Source     interactions, scoped_customers, order_facts; concepts A11. A purchase or a contact of theirs on a later day, within
--            $response_days, answers; unsubscribing and complaining don’t
with sends as materialized (
  select
    customer_id,
    occurred_at::DATE as day,
    min(coalesce(nullif(interactions.channel, ''), nullif(interactions.kind, ''))) as channel
  from interactions
  where direction = 'out' and customer_id in (select customer_id from scoped_customers) and occurred_at::DATE <= $as_of
  group by all
),
chosen as materialized (
  select *, count(*) over () as eligible
  from (
    select *
    from sends
    where day + $response_days::INTEGER <= $as_of and day > $as_of - $window_days::INTEGER
    qualify row_number() over (partition by customer_id order by hash(customer_id || day::VARCHAR)) = 1
  )
  order by hash(customer_id), customer_id
  limit 8000
),
replies as materialized (
  select distinct customer_id, occurred_at::DATE as day
  from interactions
  where direction = 'in' and customer_id in (select customer_id from chosen)
    and not regexp_matches(lower(concat_ws(' ', kind, outcome)), 'unsub|opt.?out|opted out|abmeld|d.sabonn|complain')
),
bought as (
  select
    chosen.customer_id,
    max(order_date) filter (order_date < day) as last_day,
    min(order_date) filter (order_date < day) as first_day,
    count(distinct case when order_date between day - 365 and day - 1 then order_date end) as frequency,
    sum(facts.net) filter (order_date between day - 365 and day - 1) as spend,
    count(*) filter (order_date > day) as orders,
    sum(facts.net) filter (order_date > day) as order_value
  from chosen
  join order_facts as facts
    on facts.customer_id = chosen.customer_id and is_purchase and order_date <= day + $response_days::INTEGER
  group by chosen.customer_id
),
written as (
  select chosen.customer_id, count(*) as messages
  from chosen
  join sends on sends.customer_id = chosen.customer_id and sends.day between chosen.day - 365 and chosen.day - 1
  group by chosen.customer_id
),
replied as (
  select
    chosen.customer_id,
    count(*) filter (replies.day < chosen.day) as contacts,
    count(*) filter (replies.day > chosen.day) as answers
  from chosen
  join replies
    on replies.customer_id = chosen.customer_id and replies.day <> chosen.day
      and replies.day between chosen.day - 365 and chosen.day + $response_days::INTEGER
  group by chosen.customer_id
)
select
  eligible::INTEGER as eligible,
  hash(chosen.customer_id || '/held out') % 10 < 3 as is_held_out,
  chosen.channel,
  (day - last_day)::INTEGER as recency_days,
  (day - first_day)::INTEGER as tenure_days,
  coalesce(frequency, 0)::INTEGER as frequency,
  coalesce(spend, 0)::DOUBLE as spend,
  coalesce(messages, 0)::INTEGER as messages,
  coalesce(contacts, 0)::INTEGER as contacts,
  ($answers <> 'contact' and coalesce(orders, 0) > 0)
    or ($answers <> 'order' and coalesce(answers, 0) > 0) as is_answered,
  order_value::DOUBLE as order_value
from chosen
left join bought on bought.customer_id = chosen.customer_id
left join written on written.customer_id = chosen.customer_id
left join replied on replied.customer_id = chosen.customer_id
order by hash(chosen.customer_id), chosen.customer_id
