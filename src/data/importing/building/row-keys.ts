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

/** Who: the id; without an id column the e-mail address, and for orders failing that the name. */
export const customerKeySql = ({ targets }: KeyFacts): string => {
  const id = customerIds.find((target) => targets.has(target));
  if (id !== undefined) return typedName(id);
  if (targets.has('customers.email')) return `lower(customers__email)`;
  return targets.has('customers.name') && targets.has('orders.ordered_at')
    ? 'customers__name'
    : 'null::varchar';
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
