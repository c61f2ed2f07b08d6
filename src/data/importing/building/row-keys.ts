import { typedName } from './typed-file.ts';

/** Targets that name a customer, the most direct first. */
const customerIds = [
  'orders.customer_id',
  'customers.customer_id',
  'deals.customer_id',
  'tickets.customer_id',
  'interactions.customer_id',
  'surveys.customer_id',
  'usage.customer_id',
  'stage_events.customer_id',
] as const;

const productIds = ['lines.product_id', 'products.product_id', 'deals.product_id', 'products.name'] as const;

/** What the keys of a file's rows need to know. */
export interface KeyFacts {
  readonly targets: ReadonlySet<string>;
  /** Place of the file, to keep synthetic keys of several files apart. */
  readonly index: number;
  /** Some order date has a time of day. */
  readonly hasTimes: boolean;
}

/** The target by whose values a file's rows name their customers; undefined when they name none. */
export const customerTarget = (targets: ReadonlySet<string>): string | undefined =>
  customerIds.find((target) => targets.has(target)) ??
  ['customers.email', ...(targets.has('orders.ordered_at') ? ['customers.name'] : [])].find((target) =>
    targets.has(target),
  );

/**
 * Who: the id; without one the e-mail address; for orders of files with neither column the name. The id 0 is what shops
 * give to guests: there the address counts.
 */
export const customerKeySql = ({ targets }: Pick<KeyFacts, 'targets'>): string => {
  const target = customerTarget(targets);
  if (target === undefined) return 'null::varchar';
  const email = 'lower(customers__email)';
  if (target === 'customers.email') return email;
  const id = typedName(target);
  return target !== 'customers.name' && targets.has('customers.email')
    ? `coalesce(case when ${id} = '0' and customers__email is not null then null else ${id} end, ${email})`
    : id;
};

/** Which order: its number, or else all that a customer bought at one moment (one day where times are not known). */
export const orderKeySql = (facts: KeyFacts): string => {
  const { targets, index, hasTimes } = facts;
  const number = ['orders.order_id', 'lines.order_id'].find((target) => targets.has(target));
  if (!targets.has('orders.ordered_at')) return number === undefined ? 'null::varchar' : typedName(number);
  const moment = `orders__ordered_at${hasTimes ? '' : '::date'}::varchar`;
  const lone = `'row ' || row_no${index === 0 ? '' : ` || ' of file ${index + 1}'`}`;
  const made = `coalesce(${customerKeySql(facts)} || ' ' || ${moment}, ${lone})`;
  return number === undefined ? made : `coalesce(${typedName(number)}, ${made})`;
};

/** Which product: its number, or else its name. */
export const productKeySql = ({ targets }: KeyFacts): string => {
  const known = productIds.filter((target) => targets.has(target)).map(typedName);
  return known.length === 0 ? 'null::varchar' : `coalesce(${known.join(', ')})`;
};
