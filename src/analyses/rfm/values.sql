-- Question   Which values of recency, frequency and money are there, and how often?
-- Grain      one value of one dimension; money is rounded to three digits, so that there are a few hundred
-- Parameters those of rfm-scores.sql
-- Columns    dimension 'recency', 'frequency' or 'monetary'; value (days, purchases, money); customers
-- Nulls      none
-- Source     rfm_scores: everyone whom the cuts are taken from
select 'recency' as dimension, recency_days::DOUBLE as value, count(*)::INTEGER as customers
from rfm_scores
group by value
union all
select 'frequency', frequency::DOUBLE as value, count(*)::INTEGER
from rfm_scores
group by value
union all
select
  'monetary',
  case when monetary = 0 then 0 else round(monetary, 2 - floor(log10(abs(monetary)))::INTEGER) end::DOUBLE as value,
  count(*)::INTEGER
from rfm_scores
group by value
