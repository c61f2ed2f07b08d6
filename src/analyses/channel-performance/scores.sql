-- Question   How satisfied are customers who last used each category of channel?
-- Grain      one category and kind of score ('ticket' or 'survey')
-- Parameters $as_of, $window_days, $score_days, $own_channels
-- Columns    category: of the customer's last contact or purchase in the $score_days before the answer; kind; answers; mean, variance
--            (sample) of the scores on a scale of 1 to 5
-- Nulls      variance of one answer
-- Source     tickets (csat), surveys (0–10 and 0–100 rescaled), channel_sales, channel_touches: neither tickets nor surveys hold a
--            channel, so they count for the channel used before them (house rule)
with used as (
  select customer_id, occurred_at as moment, category from channel_touches where category is not null
  union all
  select customer_id, order_date::TIMESTAMP, category
  from channel_sales
  where category is not null and is_purchase and customer_id is not null
),
tops as (
  select
    instrument,
    case when lower(instrument) = 'nps' then 10 when max(score) <= 5 then 5 when max(score) <= 10 then 10 else 100 end as top
  from surveys
  group by instrument
),
answers as (
  select customer_id, opened_at as moment, csat as score, 'ticket' as kind from tickets where csat is not null
  union all
  select customer_id, answered_at, case when top = 5 then score else 1 + 4 * score / top end, 'survey'
  from surveys
  join tops on tops.instrument is not distinct from surveys.instrument
  where answered_at is not null
),
tied as (
  select answers.kind, answers.score, answers.moment, used.moment as used_at, used.category
  from answers
  asof join used on answers.customer_id = used.customer_id and answers.moment >= used.moment
  where answers.moment::DATE <= $as_of and answers.moment::DATE > $as_of - $window_days::INTEGER
)
select
  category,
  kind,
  count(*)::INTEGER as answers,
  avg(score)::DOUBLE as mean,
  var_samp(score)::DOUBLE as variance
from tied
where used_at > moment - to_days($score_days::INTEGER)
group by category, kind
order by category, kind
