-- Question   How many customers are there now, by what is known of them before the next message?
-- Grain      recency_days × frequency of the focus
-- Parameters $as_of
-- Columns    recency_days (since the last purchase), frequency (days of purchase in the last 365 days), customers (who haven’t refused contact)
-- Nulls      recency_days of those who have never bought
-- Source     scoped_customers
select recency_days, frequency, count(*)::INTEGER as customers
from scoped_customers
where consent is distinct from false
group by all
order by all
