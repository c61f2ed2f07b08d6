import type { Day } from '../../core/day.ts';
import type { Purchased } from '../../core/predicate.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { quoteLiteral } from '../sql/quote-literal.ts';

const sources: Readonly<Record<Purchased['by'], { readonly joins: string; readonly match?: string }>> = {
  any: { joins: '' },
  channel: { joins: '', match: 'o.channel = VALUE' },
  payment_method: { joins: '', match: 'o.payment_method = VALUE' },
  product: {
    joins: ' join lines l on l.order_id = o.order_id left join products p on p.product_id = l.product_id',
    match: 'coalesce(l.quantity, 1) > 0 and (l.product_id = VALUE or p.name = VALUE)',
  },
  category: {
    joins: ' join lines l on l.order_id = o.order_id join products p on p.product_id = l.product_id',
    match: 'coalesce(l.quantity, 1) > 0 and p.category = VALUE',
  },
};

/**
 * The SQL condition "bought … at least n times", over the purchases of `order_facts` up to as-of; never null.
 * A product is named by its id or its name. At least 0 times holds for everyone.
 */
export const compilePurchased = (purchased: Purchased, asOf: Day): Result<string> => {
  const { by, value, atLeast, withinDays, count } = purchased;
  const invalid = (reason: string): Result<never> => err({ kind: 'segment-invalid', reason });
  if (!Number.isFinite(atLeast)) return invalid('“Bought at least” needs a number of times.');
  if (withinDays !== undefined && !(Number.isInteger(withinDays) && withinDays >= 0))
    return invalid('“Bought within” needs a whole number of days.');
  const { joins, match } = sources[by];
  if (match && value === undefined) return invalid(`“Bought by ${by.replace('_', ' ')}” has no value.`);
  if (atLeast <= 0) return ok('true');
  const day = quoteLiteral({ day: asOf });
  const conditions = ['o.customer_id is not null', 'o.is_purchase', `o.order_date <= ${day}`];
  if (withinDays !== undefined) conditions.push(`o.order_date >= ${day} - ${withinDays}`);
  if (match && value !== undefined) conditions.push(match.replaceAll('VALUE', () => quoteLiteral(value)));
  const counted = count === 'days' ? 'o.order_date' : 'o.order_id';
  return ok(
    `coalesce(customer_id in (select o.customer_id from order_facts o${joins} where ${conditions.join(' and ')} ` +
      `group by o.customer_id having count(distinct ${counted}) >= ${quoteLiteral(atLeast)}), false)`,
  );
};
