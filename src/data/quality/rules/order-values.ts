/** SQL of goods sold on an order before refunds, as in `facts/order-facts.sql`; columns of `orders`. */
export const salesSql = 'coalesce(gross - coalesce(discount, 0), net + coalesce(refund, 0))';

/** SQL of the larger of what an order sold and what it credited: its size, whichever way the money went. */
export const sizeSql = `greatest(${salesSql}, coalesce(refund, 0))`;

/** SQL condition on an order that counts. */
export const countsSql = `coalesce(status, 'completed') <> 'cancelled'`;

/** Fewer values than this say too little about what is usual. House rule. */
const fewestValues = 20;

/** SQL aggregates of positive values (DOUBLE): `n`, `centre` and `spread` of their logarithms, named with a prefix. */
export const spreadSql = (value: string, prefix: string): string => {
  const isPositive = `filter (where ${value} > 0)`;
  const logs = `ln(case when ${value} > 0 then (${value})::DOUBLE end)`;
  return `(count(*) ${isPositive})::DOUBLE as ${prefix}_n, median(${logs}) as ${prefix}_centre, mad(${logs}) as ${prefix}_spread`;
};

/**
 * The bound from those: exp(centre + deviations · 1.4826 · spread), with the median as centre and the median absolute deviation as
 * spread; 1.4826 makes it a standard deviation for normal values (Rousseeuw and Croux 1993). Null for fewer than 20 values,
 * and where more than half are alike: then nothing is usual or unusual.
 */
export const boundOf = (
  n: number | null,
  centre: number | null,
  spread: number | null,
  deviations: number,
): number | null =>
  n === null || n < fewestValues || centre === null || spread === null || spread <= 0
    ? null
    : Math.exp(centre + deviations * 1.4826 * spread);

/** Query of the {@link boundOf} the size of orders: one row with `bound` (money), from orders that count and sold something. */
export const orderBoundSql = (orders: string, deviations: number): string => `
  select case when size_n >= ${fewestValues} and size_spread > 0
    then exp(size_centre + ${deviations} * 1.4826 * size_spread) end as bound
  from (select ${spreadSql('sales', 'size')} from (select ${salesSql} as sales from ${orders} where ${countsSql}))`;
