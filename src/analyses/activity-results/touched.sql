-- Question   Whom did each activity touch, and on which day?
-- Grain      one customer, day, campaign and activity
-- Parameters $as_of, $window_days (days of the look-back)
-- Columns    customer_id, day, campaign_id (null for contacts outside a campaign), activity (lower case)
-- Nulls      a contact without a direction counts as ours; one without an activity or a kind is left out
-- Source     interactions and campaigns; whom a campaign won it has touched, recorded or not
with marked as (
  select
    customer_id,
    occurred_at::DATE as day,
    campaigns.campaign_id,
    lower(trim(coalesce(campaigns.activity, case when campaigns.campaign_id is null then interactions.kind end))) as activity
  from interactions
  join scoped_customers using (customer_id)
  left join campaigns on campaigns.campaign_id = interactions.campaign_id
  where occurred_at::DATE <= $as_of
    and (campaigns.campaign_id is not null
      or (coalesce(direction, 'out') <> 'in' and nullif(interactions.campaign_id, '') is null))
    and coalesce(campaigns.starts_on, occurred_at::DATE) > $as_of - $window_days::INTEGER
  union
  -- Whom a campaign brought it has reached, whether the contact was recorded or not.
  select people.customer_id, people.first_order, campaigns.campaign_id, lower(trim(campaigns.activity))
  from scoped_customers as people
  join campaigns on campaigns.campaign_id = acq_campaign
  where people.first_order <= $as_of and coalesce(starts_on, people.first_order) > $as_of - $window_days::INTEGER
)
select distinct customer_id, day, campaign_id, activity from marked where activity <> ''
