-- Question   Whom did each campaign or kind of contact reach, and what followed?
-- Grain      one campaign, or one kind of outgoing contact without a campaign
-- Parameters $as_of, $window_days, $follow_days, $kept_days
-- Columns    activity (kind, lower case), campaign_id, campaign (its name); reached (different customers); orders (customers of
--            them who bought within $follow_days of a touch), followed (reached long enough ago to tell); firsts: customers whose
--            acq_campaign it is, or who first bought within $follow_days of a touch where no campaign is told;
--            judged (of these, first bought $kept_days ago or more), kept (of the judged, who bought again in that time);
--            referrals (people referred within $follow_days by customers touched)
-- Nulls      campaign_id and campaign of contacts without one; referrals where the data hold none
-- Source     activity_touches, order_facts, referrals; B18, C1
with firsts as (
  select customer_id, first_order, nullif(trim(acq_campaign), '') as acq_campaign
  from scoped_customers
  where first_order is not null
),
people as (
  select
    touches.activity,
    touches.campaign_id,
    touches.customer_id,
    min(touches.day) as first_touch,
    coalesce(bool_or(
      case when acq_campaign is null then first_order between day and day + $follow_days::INTEGER
        else acq_campaign = touches.campaign_id end
    ), false) as is_first,
    any_value(first_order) as first_order
  from activity_touches as touches
  left join firsts using (customer_id)
  group by all
),
bought as (
  select distinct touches.activity, touches.campaign_id, touches.customer_id
  from activity_touches as touches
  join scoped_orders as orders on orders.customer_id = touches.customer_id
    and order_date between day and day + $follow_days::INTEGER
  where is_purchase
),
again as (
  select distinct orders.customer_id
  from scoped_orders as orders
  join firsts using (customer_id)
  where is_purchase and order_date > first_order and order_date <= first_order + $kept_days::INTEGER
),
referred as (
  select activity, campaign_id, count(distinct to_customer_id) as referrals
  from activity_touches
  join referrals on from_customer_id = customer_id
    and referred_at::DATE between day and day + $follow_days::INTEGER
  where referred_at::DATE <= $as_of
  group by all
)
select
  people.activity,
  people.campaign_id,
  any_value(coalesce(campaigns.name, people.campaign_id)) as campaign,
  count(*)::INTEGER as reached,
  count(*) filter (first_touch <= $as_of - $follow_days::INTEGER)::INTEGER as followed,
  count(bought.customer_id)::INTEGER as orders,
  count(*) filter (is_first)::INTEGER as firsts,
  count(*) filter (is_first and first_order <= $as_of - $kept_days::INTEGER)::INTEGER as judged,
  count(*) filter (
    is_first and first_order <= $as_of - $kept_days::INTEGER and again.customer_id is not null
  )::INTEGER as kept,
  (case when exists (from referrals) then coalesce(any_value(referred.referrals), 0) end)::INTEGER as referrals
from people
left join campaigns on campaigns.campaign_id = people.campaign_id
left join bought on bought.activity = people.activity
  and bought.campaign_id is not distinct from people.campaign_id
  and bought.customer_id = people.customer_id
left join again on again.customer_id = people.customer_id
left join referred on referred.activity = people.activity
  and referred.campaign_id is not distinct from people.campaign_id
group by people.activity, people.campaign_id
order by people.activity, people.campaign_id
