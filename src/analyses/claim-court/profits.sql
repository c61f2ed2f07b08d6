-- Question   How much of the profit do the best customers bring, and how many bring a loss?
-- Grain      one customer; of more than 3,000 those with the 3,000 lowest hashes of the identifier
-- Parameters $as_of
-- Columns    margin (on goods, after refunds, money); the same in every row, of all whose margin is known: customers, losing
--            (of these, below 0), total (Σ margin), best (Σ of the best fifth); known_share (their part of revenue, 0–1)
-- Nulls      known_share is null when the revenue is not above 0
-- Source     customer profiles of the focus; methods.md F8
with ranked as (
  select customer_id, margin, row_number() over (order by margin desc, customer_id) as place, count(*) over () as customers
  from scoped_customers
  where orders > 0 and margin is not null
),
summed as (
  select
    count(*)::INTEGER as customers,
    count(*) filter (margin < 0)::INTEGER as losing,
    sum(margin)::DOUBLE as total,
    sum(margin) filter (place <= round(0.2 * customers))::DOUBLE as best
  from ranked
),
covered as (
  select
    (sum(greatest(revenue, 0)) filter (margin is not null) / nullif(sum(greatest(revenue, 0)), 0))::DOUBLE as known_share
  from scoped_customers
  where orders > 0
),
drawn as (
  select margin from ranked order by hash(customer_id), customer_id limit 3000
)
select margin::DOUBLE as margin, summed.*, known_share
from summed
cross join covered
left join drawn on true
