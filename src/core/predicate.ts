import * as v from 'valibot';

/** How a field is compared. `within-days` and `before-days` are relative to the as-of date. */
export const comparisonOperators = [
  'is',
  'is-not',
  'in',
  'not-in',
  'contains',
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'between',
  'within-days',
  'before-days',
  'is-known',
  'is-missing',
] as const;

/** One of {@link comparisonOperators}. */
export type ComparisonOperator = (typeof comparisonOperators)[number];

const scalar = v.union([v.string(), v.number(), v.boolean()]);

/** Compares one column of the customer profile (`customer_profiles`) with a value. */
const comparisonSchema = v.object({
  kind: v.literal('compare'),
  field: v.string(),
  operator: v.picklist(comparisonOperators),
  value: v.optional(v.union([scalar, v.array(scalar)])),
});

/**
 * Customers who bought something at least `atLeast` times, optionally within the last days before as-of. `count`:
 * orders (default), or days with a purchase, so that several orders of one day count once.
 */
const purchasedSchema = v.object({
  kind: v.literal('purchased'),
  by: v.picklist(['any', 'product', 'category', 'channel', 'payment_method']),
  value: v.optional(v.string()),
  atLeast: v.number(),
  withinDays: v.optional(v.number()),
  count: v.optional(v.picklist(['orders', 'days'])),
});

/** A comparison. */
export type Comparison = v.InferOutput<typeof comparisonSchema>;
/** A condition on order behaviour. */
export type Purchased = v.InferOutput<typeof purchasedSchema>;

/** A rule tree over customers: leaves joined by all / any / not. An empty `all` is everyone. */
export type Predicate =
  | Comparison
  | Purchased
  | { readonly kind: 'all'; readonly of: readonly Predicate[] }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate };

/** Validates a predicate tree that came from a file, a link or a script. */
export const predicateSchema: v.GenericSchema<Predicate> = v.variant('kind', [
  comparisonSchema,
  purchasedSchema,
  v.object({ kind: v.literal('all'), of: v.array(v.lazy(() => predicateSchema)) }),
  v.object({ kind: v.literal('any'), of: v.array(v.lazy(() => predicateSchema)) }),
  v.object({ kind: v.literal('not'), of: v.lazy(() => predicateSchema) }),
]) as v.GenericSchema<Predicate>;

/** Everyone: the predicate of no condition. */
export const everyone: Predicate = { kind: 'all', of: [] };
