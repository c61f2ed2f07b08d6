/** Orders that lie further than this from all others, in days, may be slips of the pen. House rule. */
const strayDays = 730;
/** Fewer orders than this say too little about where orders usually lie. House rule. */
const fewestOrders = 20;

/**
 * Query of the days between which the orders of a relation lie: one row with `first_order`, `last_order`, `latest`,
 * `late_orders` and `early_orders`. At most 1 % of the orders (or a single one) that come more than two years after
 * all others are late: probably a mistyped year, so they don't move `last_order`, as the day `latest` of the very last
 * does. Early ones are counted likewise, but move nothing. Nobody is late or early among fewer than 20 orders; days are
 * null without orders. `day` is the SQL of an order's DATE.
 */
export const orderDaysSql = (relation: string, day: string): string => `
  with days as (select ${day} as day, count(*) as orders from ${relation} where ${day} is not null group by all),
  placed as (
    select
      day,
      orders,
      day - lag(day) over rising as days_before,
      lead(day) over rising - day as days_after,
      sum(orders) over rising as until_here,
      sum(orders) over falling as from_here,
      sum(orders) over () as total
    from days
    window rising as (order by day), falling as (order by day desc)
  ),
  edges as (
    select
      min(day) filter (days_before > ${strayDays} and from_here <= greatest(1, total // 100)) as late_from,
      max(day) filter (days_after > ${strayDays} and until_here <= greatest(1, total // 100)) as early_until
    from placed
    where total >= ${fewestOrders}
  )
  select
    min(day) as first_order,
    max(day) filter (late_from is null or day < late_from) as last_order,
    max(day) as latest,
    (coalesce(sum(orders) filter (day >= late_from), 0))::DOUBLE as late_orders,
    (coalesce(sum(orders) filter (day <= early_until), 0))::DOUBLE as early_orders
  from days
  cross join edges`;
