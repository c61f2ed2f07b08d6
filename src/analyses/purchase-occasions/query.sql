-- Question   At how many occasions after the first did customers buy, and when last?
-- Grain      customers alike in repeats, last occasion and occasions: (x, t_x, n) is all that BG/BB needs to know
-- Parameters $as_of, $period 'month', 'quarter' or 'year', $holdout
-- Columns    repeats = x, periods with a purchase after the first; last_occasion = t_x, number of the last of them, 0 without;
--            occasions = n, periods after that of the first purchase, up to the last one that is over; customers;
--            first_period = the earliest of all, last_full = the last period that is over, split = the last one before the
--            holdout, as running numbers (year, year · 4 + quarter − 1, year · 12 + month − 1)
-- Nulls      none; purchases of the period that isn't over are left out, and who first bought in it
-- Source     order_facts of the focus; calendar periods; Fader, Hardie & Shang 2010
select
  repeats::INTEGER as repeats,
  (last_period - first_period)::INTEGER as last_occasion,
  (last_full - first_period)::INTEGER as occasions,
  count(*)::INTEGER as customers,
  (min(min(first_period)) over ())::INTEGER as first_period,
  any_value(last_full)::INTEGER as last_full,
  any_value(split)::INTEGER as split
from starts
group by repeats, last_period - first_period, last_full - first_period
order by occasions, last_occasion, repeats
