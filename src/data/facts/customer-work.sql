-- Question   How much work has each customer caused, and what did the orders bring?
-- Grain      one customer (null: nobody knows who), year since the first order and side of the time that costs cover
-- Parameters $as_of (later events are ignored)
-- Columns    customer_id; tenure_year (0 = the first 365 days; null when never bought); is_covered: on a day that the costs
--            table covers (all days without costs); net, sales (money, after refunds), known_margin (of orders whose cost is
--            known, and of credit notes), uncosted_net and known_sales (of purchases whose cost is unknown and known); counts of orders, lines, deliveries, rush (promised for the next day), returns (lines
--            given back, or 1 for a refund or credit note), tickets, calls, visits, contacts (other personal ones);
--            estimated_lines (part of lines that is an estimate)
-- Nulls      a credit note of unknown cost is a loss in full; an order without lines counts the mean lines of its kind of
--            customer (else of all), 0 where no order has lines; every purchase is a delivery where no date of one is known
-- Source     order_facts, orders, lines, tickets, interactions; methods.md F8
with cost_days as (
  select min(period) as covered_from, max(last_day(period)) as covered_until
  from costs
  where period is not null and period <= $as_of
),
line_counts as (
  select
    order_id,
    count(*) filter (not coalesce(is_return, false)) as lines,
    count(*) filter (is_return) as returned
  from lines
  group by order_id
),
delivery_dates as (
  select exists (from orders where promised_at is not null or delivered_at is not null) as has_dates
),
sold as (
  select
    facts.customer_id,
    facts.order_date as event_day,
    facts.net,
    facts.sales,
    case when facts.is_purchase then facts.margin else coalesce(facts.margin, facts.net) end as known_margin,
    case when facts.is_purchase and facts.margin is null then facts.net end as uncosted_net,
    case when facts.margin is not null then facts.sales end as known_sales,
    facts.is_purchase::INTEGER as orders,
    line_counts.lines,
    case
      when not facts.is_purchase then 0
      when has_dates then (orders.promised_at is not null or orders.delivered_at is not null)::INTEGER
      else 1
    end as deliveries,
    (facts.is_purchase and coalesce(orders.promised_at::DATE - facts.order_date <= 1, false))::INTEGER as rush,
    greatest(coalesce(returned, 0), (facts.refund > 0 or not facts.is_purchase)::INTEGER) as returns
  from order_facts as facts
  join orders using (order_id)
  left join line_counts using (order_id)
  cross join delivery_dates
  where facts.order_date <= $as_of
),
usual_lines as (
  select kind, avg(lines) as usual
  from sold
  left join customers using (customer_id)
  where orders > 0 and lines is not null
  group by rollup (kind)
),
events as (
  select * from sold
  union all by name
  select customer_id, opened_at::DATE as event_day, 1 as tickets
  from tickets
  where opened_at::DATE <= $as_of
  union all by name
  select
    customer_id,
    occurred_at::DATE as event_day,
    regexp_matches(lower(kind), 'call|phone')::INTEGER as calls,
    regexp_matches(lower(kind), 'visit|meeting|review|fair|appointment')::INTEGER as visits,
    (direction = 'in' and regexp_matches(lower(kind), 'mail|chat|letter|message'))::INTEGER as contacts
  from interactions
  where occurred_at::DATE <= $as_of
),
dated as (
  select
    events.*,
    greatest(0, (event_day - first_order) // 365) as tenure_year,
    coalesce(event_day between covered_from and covered_until, true) as is_covered,
    profiles.kind as customer_kind
  from events
  left join customer_profiles as profiles on profiles.customer_id = events.customer_id
  cross join cost_days
)
select
  customer_id,
  tenure_year,
  is_covered,
  coalesce(sum(net), 0) as net,
  coalesce(sum(sales), 0) as sales,
  coalesce(sum(known_margin), 0) as known_margin,
  coalesce(sum(uncosted_net), 0) as uncosted_net,
  coalesce(sum(known_sales), 0) as known_sales,
  coalesce(sum(orders), 0) as orders,
  coalesce(sum(coalesce(lines, orders * estimate)), 0) as lines,
  coalesce(sum(orders * estimate) filter (lines is null), 0) as estimated_lines,
  coalesce(sum(deliveries), 0) as deliveries,
  coalesce(sum(rush), 0) as rush,
  coalesce(sum(returns), 0) as returns,
  coalesce(sum(tickets), 0) as tickets,
  coalesce(sum(calls), 0) as calls,
  coalesce(sum(visits), 0) as visits,
  coalesce(sum(contacts), 0) as contacts
from dated
left join (
  select kinds.kind, coalesce(own.usual, everyone.usual, 0) as estimate
  from (select distinct kind from customer_profiles union select null) as kinds
  left join usual_lines as own on own.kind = kinds.kind
  left join (select max(usual) filter (kind is null) as usual from usual_lines) as everyone on true
) as estimates on estimates.kind is not distinct from dated.customer_kind
group by customer_id, tenure_year, is_covered
