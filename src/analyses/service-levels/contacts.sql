-- Question   How often do we write and call, and what does each further message bring?
-- Grain      one class of customers of the focus by messages in the window, and one row for each side as a whole (class 0)
-- Parameters $as_of, $window_days, $response_days
-- Columns    in_focus; class (1 = 1 message, 2 = 2 or 3, 3 = 4 to 7, 4 = 8 to 15, 5 = 16 and more); customers; messages
--            (outgoing contacts); responses (messages after which the customer bought or came to us within $response_days);
--            followed (messages with so many days after them); unsubscribed (customers who said so in a contact);
--            complained (customers with a complaint in the window)
-- Nulls      unsubscribed where no contact in the data says so; complained where the data hold no complaint
-- Source     interactions, order_facts, tickets; A21. Classes are house rules
with parties as (
  select customer_id, true as in_focus from scoped_customers
  union all
  select customer_id, false from comparison_customers
),
told as (
  select
    exists (
      from interactions
      where regexp_matches(lower(concat_ws(' ', kind, outcome)), 'unsub|opt.?out|opted out|abmeld|d.sabonn|cancel.*subscription')
    ) as has_unsubscribes,
    exists (from tickets where is_complaint) as has_complaints
),
messages as (
  select customer_id, occurred_at::DATE as day, count(*) as messages
  from interactions
  where direction = 'out' and occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - $window_days::INTEGER
  group by all
),
answers as (
  select customer_id, order_date as day from order_facts where is_purchase and customer_id is not null and order_date <= $as_of
  union
  select customer_id, occurred_at::DATE
  from interactions
  where direction = 'in' and occurred_at::DATE <= $as_of
    and not regexp_matches(lower(concat_ws(' ', kind, outcome)), 'unsub|opt.?out|opted out|abmeld|d.sabonn|complain')
),
answered as (
  select
    messages.customer_id,
    messages.messages,
    case when messages.day + $response_days::INTEGER <= $as_of then messages.messages end as followed,
    answers.day <= messages.day + $response_days::INTEGER as is_answered
  from messages
  asof left join answers on messages.customer_id = answers.customer_id and messages.day < answers.day
),
by_customer as (
  select
    customer_id,
    sum(messages) as messages,
    sum(followed) as followed,
    sum(followed) filter (is_answered) as responses
  from answered
  group by customer_id
),
signs as (
  select customer_id, bool_or(is_unsubscribed) as is_unsubscribed, bool_or(is_complained) as is_complained
  from (
    select customer_id, true as is_unsubscribed, false as is_complained
    from interactions
    where occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - $window_days::INTEGER
      and regexp_matches(lower(concat_ws(' ', kind, outcome)), 'unsub|opt.?out|opted out|abmeld|d.sabonn|cancel.*subscription')
    union all
    select customer_id, false, true
    from tickets
    where is_complaint and opened_at::DATE <= $as_of and opened_at::DATE > $as_of - $window_days::INTEGER
  )
  group by customer_id
),
people as (
  select
    in_focus,
    coalesce(messages, 0) as messages,
    coalesce(followed, 0) as followed,
    coalesce(responses, 0) as responses,
    coalesce(is_unsubscribed, false) as is_unsubscribed,
    coalesce(is_complained, false) as is_complained,
    case
      when messages >= 16 then 5
      when messages >= 8 then 4
      when messages >= 4 then 3
      when messages >= 2 then 2
      when messages >= 1 then 1
    end as class
  from parties
  left join by_customer using (customer_id)
  left join signs using (customer_id)
)
select
  in_focus,
  coalesce(class, 0)::INTEGER as class,
  count(*)::INTEGER as customers,
  sum(messages)::INTEGER as messages,
  sum(followed)::INTEGER as followed,
  sum(responses)::INTEGER as responses,
  case when any_value(has_unsubscribes) then count(*) filter (is_unsubscribed) end::INTEGER as unsubscribed,
  case when any_value(has_complaints) then count(*) filter (is_complained) end::INTEGER as complained
from people
cross join told
where exists (from interactions where direction = 'out')
group by grouping sets ((in_focus), (in_focus, class))
having grouping(class) = 1 or (class is not null and in_focus)
order by in_focus desc, class
