import type { Comparison, ComparisonOperator, Predicate, Purchased } from './predicate.ts';

const names: Readonly<Record<string, string>> = {
  acq_campaign: 'acquisition campaign',
  acq_channel: 'acquisition channel',
  clv: 'lifetime value',
  consent: 'consent to contact',
  cost_to_serve: 'cost to serve',
  discount_share: 'share of orders with a discount',
  expected_orders: 'purchases expected',
  f: 'RFM frequency score',
  future_profit: 'future profit after cost to serve',
  kind: 'kind of customer',
  ladder_rung: 'rung of the value ladder',
  ladder_stage: 'stage of the value ladder',
  last_gap_days: 'last gap between purchases (days)',
  long_gap_days: 'long gap between purchases (days)',
  m: 'RFM monetary score',
  median_gap_days: 'usual gap between purchases (days)',
  monetary: 'revenue in the last 365 days',
  first_order_category: 'main category of the first order',
  first_order_channel: 'channel of the first order',
  first_order_coupon: 'coupon at the first order',
  first_order_discounted: 'discount at the first order',
  first_order_items: 'pieces in the first order',
  first_order_value: 'value of the first order',
  frequency: 'purchase days in the last 365 days',
  net_price: 'share of revenue left before service',
  nps: 'latest answer to whether they would recommend us (0–10)',
  p_alive: 'chance of still being a customer',
  profit: 'profit after cost to serve',
  purchase_days: 'days with a purchase',
  r: 'RFM recency score',
  recency_days: 'days since the last order',
  referrals_made: 'customers referred',
  rfm_segment: 'RFM segment',
  serve_share: 'cost to serve as a share of revenue',
  tenure_days: 'days since the first order',
};

/** A column of the customer profile in words: `average_order_value` → "average order value", `attr_Plan` → "Plan". */
export const fieldWords = (field: string): string =>
  names[field] ??
  field
    .replace(/^attr_/, '')
    .replaceAll('_', ' ')
    .trim();

const operatorWords: Readonly<Record<ComparisonOperator, string>> = {
  is: 'is',
  'is-not': 'is not',
  in: 'is one of',
  'not-in': 'is none of',
  contains: 'contains',
  'at-least': 'at least',
  'at-most': 'at most',
  'more-than': 'more than',
  'less-than': 'less than',
  between: 'between',
  'within-days': 'within the last',
  'before-days': 'more than',
  'is-known': 'is known',
  'is-missing': 'is not known',
};

/** Columns of money, whose numbers are grouped; years and codes among other numbers stay as they are. */
const moneyFields: ReadonlySet<string> = new Set([
  'revenue',
  'margin',
  'monetary',
  'average_order_value',
  'clv',
  'cost_to_serve',
  'profit',
  'future_profit',
  'first_order_value',
]);
const amount = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

const customerKinds: Readonly<Record<string, string>> = { b2b: 'company', b2c: 'person' };

/** A value of a column of the customer profile in words: "yes", "company", "1,250.50" of money. */
export const valueWords = (field: string, value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && moneyFields.has(field)) return amount.format(value);
  return field === 'kind' ? (customerKinds[value] ?? String(value)) : String(value);
};

const dayWords = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

const compareWords = ({ field, operator, value }: Comparison): string => {
  const subject = `${fieldWords(field)} ${operatorWords[operator]}`;
  const values = value === undefined ? [] : typeof value === 'object' ? value : [value];
  if (operator === 'is-known' || operator === 'is-missing') return subject;
  if (operator === 'within-days') return `${subject} ${dayWords(Number(values[0]))}`;
  if (operator === 'before-days') return `${subject} ${dayWords(Number(values[0]))} ago`;
  const joint = operator === 'between' ? ' and ' : ', ';
  return `${subject} ${values.length === 0 ? '…' : values.map((one) => valueWords(field, one)).join(joint)}`;
};

const subjects: Readonly<Record<Purchased['by'], string>> = {
  any: 'anything',
  product: 'product',
  category: 'category',
  channel: 'through',
  payment_method: 'paying with',
};

const purchasedWords = ({ by, value, atLeast, withinDays, count }: Purchased): string => {
  const what = by === 'any' ? 'bought' : `bought ${subjects[by]} ${value ?? '…'}`;
  const times =
    count === 'days'
      ? `on at least ${dayWords(atLeast)}`
      : `at least ${atLeast} ${atLeast === 1 ? 'time' : 'times'}`;
  return `${what} ${times}${withinDays === undefined ? '' : ` in the last ${dayWords(withinDays)}`}`;
};

const words = (predicate: Predicate, isInner: boolean): string => {
  switch (predicate.kind) {
    case 'compare':
      return compareWords(predicate);
    case 'purchased':
      return purchasedWords(predicate);
    case 'not':
      return `not (${words(predicate.of, false)})`;
    default: {
      const [first, ...rest] = predicate.of;
      if (!first) return predicate.kind === 'all' ? 'everyone' : 'nobody';
      if (rest.length === 0) return words(first, isInner);
      const text = predicate.of
        .map((part) => words(part, true))
        .join(predicate.kind === 'all' ? ' and ' : ' or ');
      return isInner ? `(${text})` : text;
    }
  }
};

/** A rule in words: "Orders at least 3 and country is Germany"; no condition is "Everyone". */
export const describePredicate = (predicate: Predicate): string => {
  const text = words(predicate, false);
  return text.charAt(0).toUpperCase() + text.slice(1);
};
