-- Question   How many new customers does a customer bring in a year, and how many invitations does that take?
-- Grain      one row
-- Parameters $as_of
-- Columns    customers (active in the last 365 days); brought (people they referred in that time who bought); invites (outgoing or
--            shared invitations to refer, told by kind, outcome or campaign); which data are loaded: has_nps, has_referrals,
--            has_breadth, has_categories, has_tickets
-- Nulls      invites where no contact says that it is one
-- Source     customer_profiles, referrals, interactions, campaigns, surveys; methods.md F20
select
  count(*) filter (frequency > 0)::INTEGER as customers,
  (
    select count(distinct to_customer_id)
    from referrals
    join scoped_customers as givers on givers.customer_id = from_customer_id
    join customer_profiles as takers on takers.customer_id = to_customer_id
    where takers.orders > 0 and referred_at::DATE <= $as_of and referred_at::DATE > $as_of - 365
  )::INTEGER as brought,
  nullif((
    select count(*)
    from interactions
    join scoped_customers as givers on givers.customer_id = interactions.customer_id
    left join campaigns on campaigns.campaign_id = interactions.campaign_id
    where occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - 365
      and regexp_matches(
        lower(strip_accents(concat_ws(' ', interactions.kind, outcome, campaigns.activity, campaigns.name))),
        'referr|refer a|invit|recommend|empfehl|einladung|parrain|recomend|referid|passaparola'
      )
  ), 0)::INTEGER as invites,
  exists (from surveys where lower(instrument) = 'nps') as has_nps,
  exists (from referrals) as has_referrals,
  count(coalesce(categories, products)) > 0 as has_breadth,
  count(categories) > 0 as has_categories,
  exists (from tickets where is_complaint is not null) as has_tickets
from scoped_customers
