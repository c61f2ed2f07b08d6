-- Question   Which facts that the rungs ask for are known at all, and where do the thresholds lie?
-- Grain      one row about all customers
-- Parameters those of ladder-rungs.sql
-- Columns    has_strangers (on record without purchase or contact), has_contacts, has_repeats, has_referrals,
--            has_reviews, has_attitudes, has_categories, has_products (booleans); frequency_minimum (purchase days in
--            365 days), breadth_minimum (categories or products), everyones_gap_days
-- Nulls      a threshold without data is null
-- Source     customer_profiles, ladder
select
  coalesce(bool_or(orders = 0 and coalesce(contacts, 0) = 0), false) as has_strangers,
  coalesce(bool_or(contacts is not null), false) as has_contacts,
  coalesce(bool_or(purchase_days > 1), false) as has_repeats,
  coalesce(bool_or(referrals_made is not null), false) as has_referrals,
  coalesce(bool_or(review_score is not null), false) as has_reviews,
  coalesce(bool_or(survey_score is not null), false) as has_attitudes,
  coalesce(bool_or(categories is not null), false) as has_categories,
  coalesce(bool_or(products is not null), false) as has_products,
  any_value(ladder.frequency_minimum)::DOUBLE as frequency_minimum,
  any_value(ladder.breadth_minimum)::DOUBLE as breadth_minimum,
  any_value(ladder.everyones_gap_days)::DOUBLE as everyones_gap_days
from customer_profiles
join ladder using (customer_id)
