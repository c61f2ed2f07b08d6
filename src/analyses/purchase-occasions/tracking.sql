-- Question   How many customers won before the holdout bought again in each period?
-- Grain      one period with a repeat purchase
-- Parameters $as_of, $period, $holdout
-- Columns    period as running number; purchases = customers who bought again in it
-- Nulls      periods without a repeat purchase are missing
-- Source     order_facts of the focus
select period::INTEGER as period, count(*)::INTEGER as purchases
from bought
join starts using (customer_id)
where first_period <= split and period > first_period
group by period
order by period
