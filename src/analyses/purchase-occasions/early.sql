-- Question   What was known of customers before the holdout, and how often did they buy in it?
-- Grain      customers who first bought before the holdout, alike in repeats, last occasion and occasions until then
-- Parameters $as_of, $period, $holdout (% of the periods observed, at least one)
-- Columns    repeats, last_occasion, occasions as in query.sql, counted to the split; customers; later = their purchases in
--            the holdout
-- Nulls      none
-- Source     order_facts of the focus
with told as (
  select
    customer_id,
    any_value(split - first_period) as occasions,
    count(*) filter (period <= split) - 1 as repeats,
    max(period) filter (period <= split) - any_value(first_period) as last_occasion,
    count(*) filter (period > split) as later
  from bought
  join starts using (customer_id)
  where first_period <= split
  group by customer_id
)
select
  repeats::INTEGER as repeats,
  last_occasion::INTEGER as last_occasion,
  occasions::INTEGER as occasions,
  count(*)::INTEGER as customers,
  sum(later)::INTEGER as later
from told
group by repeats, last_occasion, occasions
order by occasions, last_occasion, repeats
