-- Question   Whom to ask first to vouch for us?
-- Grain      one customer of the focus in the top decile of spend who recommends us, has referred somebody or buys broadly
-- Parameters $as_of
-- Columns    customer_id, name; score = lifetime value (money); reasons why they would, in words; nps (0–10); referrals_made;
--            p_alive; last_order
-- Nulls      nps of who was not asked; referrals_made where none are loaded
-- Source     customer_values; B17, B38, methods.md F12. Limits as the analysis reference-candidates has them at first. Whoever has an
--            open complaint, refused to be contacted or answered 6 or less is not asked; breadth counts categories, else products
with ranked as (
  select
    *,
    percent_rank() over (order by monetary) as rank,
    coalesce(categories, products) as breadth
  from customer_profiles
  where frequency > 0
),
limits as (
  select quantile_cont(breadth, 0.9) as breadth_from from ranked
),
judged as (
  select
    people.customer_id,
    people.name,
    facts.clv as score,
    concat_ws(
      ', ',
      case when ranked.nps >= 9 then 'would recommend us' end,
      case when ranked.referrals_made > 0 then 'has referred others' end,
      case when ranked.breadth >= breadth_from then 'buys broadly' end
    ) as reasons,
    ranked.nps,
    ranked.referrals_made,
    facts.p_alive,
    people.last_order
  from ranked
  cross join limits
  join scoped_customers as people on people.customer_id = ranked.customer_id
  left join customer_values as facts on facts.customer_id = ranked.customer_id
  where ranked.rank >= 0.9 and people.consent is distinct from false and coalesce(ranked.nps >= 7, true)
    and ranked.customer_id not in (
      select customer_id
      from tickets
      where is_complaint and opened_at::DATE <= $as_of and (solved_at is null or solved_at::DATE > $as_of)
    )
)
select * from judged where reasons <> '' order by score desc nulls last, customer_id
