-- Question   Through which category of channel were customers won?
-- Grain      one category, or 'unplaced' and 'untold', with customers whose first purchase lies in the window
-- Parameters $as_of, $window_days, $own_channels
-- Columns    category: of the channel that brought them (acq_channel) where a rule knows it, else of their first purchase; won
-- Nulls      none
-- Source     customer_profiles, first_orders; C1, D11
select
  coalesce(
    origins.category,
    firsts.category,
    case when coalesce(nullif(trim(acq_channel), ''), first_order_channel) is null then 'untold' else 'unplaced' end
  ) as category,
  count(*)::INTEGER as won
from scoped_customers as people
left join first_orders using (customer_id)
left join channel_categories as origins on origins.name = lower(trim(acq_channel))
left join channel_categories as firsts on firsts.name = lower(trim(first_order_channel))
where people.first_order > $as_of - $window_days::INTEGER
group by 1
order by 1
