-- Question   Whom of the focus should no offer go to now, and why not?
-- Grain      one row: counts of customers of the focus
-- Parameters $as_of, $max_contacts, $days, $recent_days, $broken_days
-- Columns    customers; agreed and refused (consent), unasked; open_ticket; open_complaint; contacted (more than
--            $max_contacts outgoing contacts in the last $days days); recent (a purchase in the last $recent_days days); broken
--            (last order, of the last $broken_days days, came late or is overdue); divest (lost money so far and is expected
--            to lose more); any_conflict (one or more of the six); free (none of them, and hasn't refused)
-- Nulls      a count is null where the data can't tell: no consent, no tickets, no complaint marked, no outgoing contact, no
--            promised and actual delivery, no cost of goods or no model of purchases to come; any_conflict and free go by those known
-- Source     customer_profiles, tickets, interactions, orders, customer_values; concepts A21, A33. Limits are house rules
with told as (
  select
    exists (from customers where consent is not null) as has_consent,
    exists (from tickets) as has_tickets,
    exists (from tickets where is_complaint is not null) as has_complaints,
    exists (from interactions where direction = 'out') as has_contacts,
    exists (from orders where promised_at is not null and delivered_at is not null) as has_deliveries,
    exists (from order_facts where is_purchase and cost is not null)
      and exists (from customer_values where future_profit is not null) as has_values
),
open_tickets as (
  select customer_id, bool_or(coalesce(is_complaint, false)) as is_complaint
  from tickets
  where opened_at::DATE <= $as_of and (solved_at is null or solved_at::DATE > $as_of)
  group by customer_id
),
pressed as (
  select customer_id
  from interactions
  where direction = 'out' and occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - $days::INTEGER
  group by customer_id
  having count(*) > $max_contacts
),
last_orders as (
  select
    facts.customer_id,
    arg_max(
      coalesce(
        case when delivered_at::DATE <= $as_of then delivered_at > promised_at end,
        promised_at::DATE < $as_of,
        false
      ),
      ordered_at
    ) as is_broken,
    max(order_date) as day
  from order_facts as facts
  join orders on orders.order_id = facts.order_id
  where is_purchase and facts.customer_id is not null and order_date <= $as_of
  group by facts.customer_id
),
judged as (
  select
    people.consent,
    open_tickets.customer_id is not null as has_open,
    coalesce(open_tickets.is_complaint, false) as has_complaint,
    pressed.customer_id is not null as is_pressed,
    coalesce(people.recency_days < $recent_days, false) as is_recent,
    coalesce(is_broken and day > $as_of - $broken_days::INTEGER, false) as is_broken,
    has_values and coalesce(facts.profit < 0 and facts.future_profit <= 0, false) as is_divest
  from scoped_customers as people
  left join open_tickets on open_tickets.customer_id = people.customer_id
  left join pressed on pressed.customer_id = people.customer_id
  left join last_orders on last_orders.customer_id = people.customer_id
  left join customer_values as facts on facts.customer_id = people.customer_id
  cross join told
),
counted as (
  select
    *,
    has_open or has_complaint or is_pressed or is_recent or is_broken or is_divest as has_conflict
  from judged
),
totals as (
  select
    count(*) as customers,
    count(*) filter (consent) as agreed,
    count(*) filter (not consent) as refused,
    count(*) filter (consent is null) as unasked,
    count(*) filter (has_open) as open_ticket,
    count(*) filter (has_complaint) as open_complaint,
    count(*) filter (is_pressed) as contacted,
    count(*) filter (is_recent) as recent,
    count(*) filter (is_broken) as broken,
    count(*) filter (is_divest) as divest,
    count(*) filter (has_conflict) as any_conflict,
    count(*) filter (not has_conflict and consent is distinct from false) as free
  from counted
)
select
  customers::INTEGER as customers,
  case when has_consent then agreed end::INTEGER as agreed,
  case when has_consent then refused end::INTEGER as refused,
  case when has_consent then unasked end::INTEGER as unasked,
  case when has_tickets then open_ticket end::INTEGER as open_ticket,
  case when has_complaints then open_complaint end::INTEGER as open_complaint,
  case when has_contacts then contacted end::INTEGER as contacted,
  recent::INTEGER as recent,
  case when has_deliveries then broken end::INTEGER as broken,
  case when has_values then divest end::INTEGER as divest,
  any_conflict::INTEGER as any_conflict,
  free::INTEGER as free
from totals
cross join told
