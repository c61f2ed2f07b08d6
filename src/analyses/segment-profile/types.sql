-- Question   Which type does each column of the customer profile have?
-- Grain      one row, or none without customers
-- Parameters none
-- Columns    those of the profile; each holds the name of its own type
-- Nulls      none
-- Source     customer_profiles
select typeof(columns(*))
from customer_profiles
limit 1
