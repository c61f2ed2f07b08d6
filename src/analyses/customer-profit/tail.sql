-- Question   Who are the customers that cost more than they bring?
-- Grain      one value of one trait of customers, at most 300 of a trait (the most frequent)
-- Parameters those of the relations before it
-- Columns    trait ('acq_channel', 'acq_campaign', 'region', 'country', 'kind', 'first_coupon' = of the first order,
--            'first_month' = YYYY-MM of it, 'discounts', 'tickets'); value (text); customers, unprofitable (counts);
--            loss (sum of the profits below 0), profit (money)
-- Nulls      customers of whom a trait is not known are not in it; 'none' is a first order without a coupon
-- Source     customer_profits, customer profiles, order_facts
with first_orders as (
  select customer_id, arg_min(coalesce(coupon, 'none'), (order_date, order_id)) as first_coupon
  from scoped_orders
  where is_purchase and customer_id is not null and exists (from orders where coupon is not null)
  group by customer_id
),
told as (
  select
    profit,
    acq_channel,
    acq_campaign,
    region,
    country,
    kind,
    first_coupon,
    strftime(first_order, '%Y-%m') as first_month,
    case when discount_share >= 0.5 then 'most' when discount_share > 0 then 'some' when discount_share = 0 then 'no' end
      as discounts,
    case when tickets >= 3 then 'three' when tickets > 0 then 'some' when tickets = 0 then 'no' end as tickets
  from customer_profits
  join scoped_customers using (customer_id)
  left join first_orders using (customer_id)
),
grouped as (
  select
    case
      when grouping(acq_channel) = 0 then 'acq_channel'
      when grouping(acq_campaign) = 0 then 'acq_campaign'
      when grouping(region) = 0 then 'region'
      when grouping(country) = 0 then 'country'
      when grouping(kind) = 0 then 'kind'
      when grouping(first_coupon) = 0 then 'first_coupon'
      when grouping(first_month) = 0 then 'first_month'
      when grouping(discounts) = 0 then 'discounts'
      else 'tickets'
    end as trait,
    coalesce(acq_channel, acq_campaign, region, country, kind, first_coupon, first_month, discounts, tickets) as value,
    count(*) as customers,
    count(*) filter (profit < 0) as unprofitable,
    coalesce(sum(profit) filter (profit < 0), 0) as loss,
    sum(profit) as profit
  from told
  group by grouping sets (
    (acq_channel), (acq_campaign), (region), (country), (kind), (first_coupon), (first_month), (discounts), (tickets)
  )
)
select
  trait,
  value,
  customers::INTEGER as customers,
  unprofitable::INTEGER as unprofitable,
  loss::DOUBLE as loss,
  profit::DOUBLE as profit
from grouped
where value is not null
qualify row_number() over (partition by trait order by customers desc, value) <= 300
order by trait, value
