import { fieldWords } from '../../core/describe-predicate.ts';
import type { LoadedColumn } from '../../engine/contract.ts';

/** The groups under which the rule builder lists fields, in order. */
export const fieldGroups = [
  'Who they are',
  'What they bought',
  'What they are worth',
  'When',
  'Scores',
  'Service and voice',
  'Attributes',
] as const;

/** One of {@link fieldGroups}. */
export type FieldGroup = (typeof fieldGroups)[number];

/** How the values of a field are to be written and entered. */
export type FieldUnit = 'money' | 'count' | 'share' | 'days' | 'score' | 'none';

/** A column of the customer profile in the strategist's words. */
export interface FieldLabel {
  /** As in the rule in words, so that it reads inside a sentence. */
  readonly label: string;
  readonly group: FieldGroup;
  readonly unit: FieldUnit;
  /** What exactly is counted, in one sentence. */
  readonly meaning: string;
}

type About = Omit<FieldLabel, 'label'>;

const about = (group: FieldGroup, unit: FieldUnit, meaning: string): About => ({ group, unit, meaning });

/** Every column that the workbench itself puts into the profile, in reading order within its group. */
const known: Readonly<Record<string, About>> = {
  name: about('Who they are', 'none', 'Name as it stands in your customer file.'),
  kind: about('Who they are', 'none', 'Person or company.'),
  country: about('Who they are', 'none', 'Country of the customer.'),
  region: about('Who they are', 'none', 'Region, state or province.'),
  city: about('Who they are', 'none', 'Town or city.'),
  acq_channel: about('Who they are', 'none', 'Channel that brought the customer.'),
  acq_campaign: about('Who they are', 'none', 'Campaign that brought the customer.'),
  consent: about('Who they are', 'none', 'Whether we may write to them.'),
  customer_id: about('Who they are', 'none', 'Identifier in your data.'),
  revenue: about('What they bought', 'money', 'All revenue up to the as-of date.'),
  margin: about('What they bought', 'money', 'Revenue less cost of goods; unknown where costs are.'),
  average_order_value: about('What they bought', 'money', 'Revenue divided by orders.'),
  orders: about('What they bought', 'count', 'Number of purchases.'),
  purchase_days: about('What they bought', 'count', 'Orders of the same day count once.'),
  items: about('What they bought', 'count', 'Pieces bought.'),
  categories: about('What they bought', 'count', 'Different categories bought from.'),
  products: about('What they bought', 'count', 'Different products bought.'),
  discount_share: about('What they bought', 'share', 'Orders with any discount, divided by all orders.'),
  first_order_value: about(
    'What they bought',
    'money',
    'Sales of their first day of purchase, before refunds.',
  ),
  first_order_items: about('What they bought', 'count', 'Pieces bought on their first day.'),
  first_order_category: about(
    'What they bought',
    'none',
    'Category with the most spent on it on their first day.',
  ),
  first_order_channel: about('What they bought', 'none', 'Channel of their first purchase.'),
  first_order_discounted: about(
    'What they bought',
    'none',
    'Whether there was a discount on their first day.',
  ),
  first_order_coupon: about('What they bought', 'none', 'Whether a coupon was used on their first day.'),
  clv: about(
    'What they are worth',
    'money',
    'Value of the purchases ahead as on the page Customer value, by its settings: 36 months, discounted by 10% a year, unless changed.',
  ),
  p_alive: about('What they are worth', 'share', 'How likely the customer still is one, 0 to 1.'),
  expected_orders: about(
    'What they are worth',
    'count',
    'Purchase days expected as far ahead as Customer value looks: 36 months unless changed.',
  ),
  future_profit: about(
    'What they are worth',
    'money',
    'Lifetime value less the fees and the cost of serving those purchases as dearly as before.',
  ),
  profit: about(
    'What they are worth',
    'money',
    'Revenue up to the as-of date less goods, charges and cost to serve, as on the page Profit, by its settings.',
  ),
  cost_to_serve: about(
    'What they are worth',
    'money',
    'Work that orders, returns and contacts caused so far.',
  ),
  serve_share: about('What they are worth', 'share', 'Cost to serve divided by revenue, so far.'),
  net_price: about(
    'What they are worth',
    'share',
    'What is left of revenue after goods, payment fees and freight, before the cost to serve.',
  ),
  recency_days: about('When', 'days', 'As-of date less last order.'),
  tenure_days: about('When', 'days', 'As-of date less first order.'),
  median_gap_days: about('When', 'days', 'Median gap between purchase days.'),
  last_gap_days: about('When', 'days', 'Latest gap of purchase days.'),
  long_gap_days: about('When', 'days', 'Four in five of their gaps are shorter.'),
  usual_gap_days: about('When', 'days', 'Own gap, drawn towards everyone’s.'),
  first_seen: about('When', 'none', 'First trace of the customer in your data.'),
  first_order: about('When', 'none', 'Day of the first purchase.'),
  last_order: about('When', 'none', 'Day of the latest purchase.'),
  rfm_segment: about('Scores', 'none', 'From recency and frequency in the window; one each.'),
  ladder_stage: about('Scores', 'none', 'Highest stage whose rule is met.'),
  ladder_rung: about('Scores', 'score', '1 (suspect) to 7 (advocate).'),
  is_lapsed: about('Scores', 'none', 'Silent for several usual gaps.'),
  is_behavioural: about('Scores', 'none', 'Loyal; their attitude is not known.'),
  r: about('Scores', 'score', '1 (long ago) to 5 (just now).'),
  f: about('Scores', 'score', '1 (rare) to 5 (often).'),
  m: about('Scores', 'score', '1 (little) to 5 (much).'),
  frequency: about('Scores', 'count', 'Days with a purchase in the window.'),
  monetary: about('Scores', 'money', 'Revenue in the window.'),
  contacts: about('Service and voice', 'count', 'Calls, mails, visits, tickets, surveys.'),
  tickets: about('Service and voice', 'count', 'Service requests, all told.'),
  open_tickets: about('Service and voice', 'count', 'Service requests not yet solved.'),
  complaints: about('Service and voice', 'count', 'Tickets that are complaints.'),
  survey_score: about('Service and voice', 'score', 'Average of survey answers, put on a scale of 1 to 5.'),
  review_score: about('Service and voice', 'score', 'Average of their reviews, 1 to 5.'),
  nps: about('Service and voice', 'score', 'Latest answer, 0 to 10, to whether they would recommend us.'),
  referrals_made: about('Service and voice', 'count', 'People they brought to us.'),
};

/** The words for a profile column. A column that the workbench has no words for is an attribute, named as in the data. */
export const profileFieldLabel = (name: string): FieldLabel => ({
  label: fieldWords(name),
  ...(known[name] ?? about('Attributes', 'none', 'From your customer file.')),
});

/** A profile column ready for the builder: the column as loaded, with its words. */
export interface ProfileField extends FieldLabel {
  readonly column: LoadedColumn;
}

/** The fields that can carry a condition, grouped and in reading order; columns without any value are left out. */
export const groupFields = (
  profile: readonly LoadedColumn[],
): readonly { readonly group: FieldGroup; readonly fields: readonly ProfileField[] }[] => {
  const order = Object.keys(known);
  const place = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const fields = profile
    .filter((column) => column.known > 0)
    .map((column) => ({ ...profileFieldLabel(column.name), column }))
    .sort(
      (a, b) => place(a.column.name) - place(b.column.name) || a.column.name.localeCompare(b.column.name),
    );
  return fieldGroups
    .map((group) => ({ group, fields: fields.filter((one) => one.group === group) }))
    .filter(({ fields: inGroup }) => inGroup.length > 0);
};
