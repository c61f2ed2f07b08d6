import { findTarget } from '../mapping/targets.ts';

const amounts = ['orders.sales', 'orders.net', 'orders.gross', 'orders.total'];
const tablesWithOwnRows = [
  'deals',
  'tickets',
  'interactions',
  'campaigns',
  'surveys',
  'referrals',
  'usage',
  'stage_events',
  'costs',
];

/** Whether rows of a file are pieces of orders: something of a line is mapped. */
export const hasLines = (targets: ReadonlySet<string>): boolean =>
  [...targets].some((target) => target.startsWith('lines.')) &&
  ['lines.net', 'lines.gross', 'lines.quantity', 'lines.unit_price'].some((target) => targets.has(target));

/** Whether the file itself dates its orders. */
export const isDated = (targets: ReadonlySet<string>): boolean => targets.has('orders.ordered_at');

/** Amount targets without which a row says nothing. */
const requiredAmounts = (targets: ReadonlySet<string>): readonly string[] => {
  if (hasLines(targets)) {
    const total = ['lines.net', 'lines.gross'].find((target) => targets.has(target));
    return total === undefined ? ['lines.quantity', 'lines.unit_price'] : [total];
  }
  const amount = amounts.find((target) => targets.has(target));
  return isDated(targets) && amount !== undefined ? [amount] : [];
};

const requiredKeys = (targets: ReadonlySet<string>): readonly string[] => {
  if (isDated(targets)) return ['orders.ordered_at'];
  if (targets.has('tickets.case_id')) return ['tickets.case_id', 'tickets.event_at'];
  const own = [...targets].filter((target) => {
    const found = findTarget(target);
    return found?.isRequired === true && tablesWithOwnRows.includes(found.table);
  });
  // Who is meant may be told by the address instead: rows without either are set aside when their keys are known.
  const hasEmail = targets.has('customers.email');
  if (own.length > 0)
    return own.filter(
      (target) => target !== 'surveys.customer_id' && !(hasEmail && target.endsWith('.customer_id')),
    );
  const keys = [
    'lines.order_id',
    'orders.order_id',
    'customers.customer_id',
    'customers.email',
    'products.product_id',
    'campaigns.name',
  ];
  const first = keys.find((target) => targets.has(target));
  if (first === 'customers.customer_id' && hasEmail) return [];
  return first === undefined ? [] : [first];
};

/** Targets whose value must be there and readable; a row without is rejected, in its own words. */
export const requiredTargets = (targets: ReadonlySet<string>): readonly string[] =>
  [...requiredKeys(targets), ...requiredAmounts(targets)].filter((target) => targets.has(target));
