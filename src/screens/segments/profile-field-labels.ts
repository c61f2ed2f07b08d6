import { fieldWords } from '../../core/describe-predicate.ts';
import type { LoadedColumn } from '../../engine/contract.ts';

/** The groups under which the rule builder lists fields, in order. */
export const fieldGroups = [
  'Who they are',
  'What they bought',
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
  /** Lower case, so that it reads inside a sentence. */
  readonly label: string;
  readonly group: FieldGroup;
  readonly unit: FieldUnit;
  /** What exactly is counted, in one sentence. */
  readonly meaning: string;
}

const field = (group: FieldGroup, label: string, unit: FieldUnit, meaning: string): FieldLabel => ({
  group,
  label,
  unit,
  meaning,
});

const known: Readonly<Record<string, FieldLabel>> = {
  name: field('Who they are', 'name', 'none', 'Name as it stands in your customer file.'),
  kind: field('Who they are', 'kind of customer', 'none', 'Person or company.'),
  country: field('Who they are', 'country', 'none', 'Country of the customer.'),
  region: field('Who they are', 'region', 'none', 'Region, state or province.'),
  city: field('Who they are', 'city', 'none', 'Town or city.'),
  acq_channel: field('Who they are', 'won through channel', 'none', 'Channel that brought the customer.'),
  acq_campaign: field('Who they are', 'won by campaign', 'none', 'Campaign that brought the customer.'),
  consent: field('Who they are', 'consent to marketing', 'none', 'Whether we may write to them.'),
  customer_id: field('Who they are', 'customer number', 'none', 'Identifier in your data.'),

  revenue: field('What they bought', 'revenue', 'money', 'All revenue up to the as-of date.'),
  margin: field(
    'What they bought',
    'margin',
    'money',
    'Revenue less cost of goods; unknown where costs are.',
  ),
  average_order_value: field(
    'What they bought',
    'average order value',
    'money',
    'Revenue divided by orders.',
  ),
  orders: field('What they bought', 'orders', 'count', 'Number of purchases.'),
  purchase_days: field(
    'What they bought',
    'days with a purchase',
    'count',
    'Orders of the same day count once.',
  ),
  items: field('What they bought', 'items', 'count', 'Pieces bought.'),
  categories: field('What they bought', 'product categories', 'count', 'Different categories bought from.'),
  products: field('What they bought', 'products', 'count', 'Different products bought.'),
  discount_share: field(
    'What they bought',
    'share of orders with a discount',
    'share',
    'Orders with any discount, divided by all orders.',
  ),

  recency_days: field('When', 'days since the last order', 'days', 'As-of date less last order.'),
  tenure_days: field('When', 'days since the first order', 'days', 'As-of date less first order.'),
  median_gap_days: field('When', 'usual days between orders', 'days', 'Median gap between purchase days.'),
  last_gap_days: field('When', 'days between the last two orders', 'days', 'Latest gap of purchase days.'),
  long_gap_days: field('When', 'long gap between orders', 'days', 'Four in five of their gaps are shorter.'),
  usual_gap_days: field('When', 'expected days between orders', 'days', 'Own gap, drawn towards everyone’s.'),
  first_seen: field('When', 'date first seen', 'none', 'First trace of the customer in your data.'),
  first_order: field('When', 'date of the first order', 'none', 'Day of the first purchase.'),
  last_order: field('When', 'date of the last order', 'none', 'Day of the latest purchase.'),

  rfm_segment: field('Scores', 'RFM segment', 'none', 'From recency and frequency in the window; one each.'),
  ladder_stage: field('Scores', 'stage on the value ladder', 'none', 'Highest stage whose rule is met.'),
  ladder_rung: field('Scores', 'rung of the value ladder', 'score', '1 (suspect) to 7 (advocate).'),
  is_lapsed: field('Scores', 'silent for longer than usual', 'none', 'Silent for several usual gaps.'),
  is_behavioural: field('Scores', 'loyal by behaviour only', 'none', 'Loyal; their attitude is not known.'),
  r: field('Scores', 'recency score', 'score', '1 (long ago) to 5 (just now).'),
  f: field('Scores', 'frequency score', 'score', '1 (rare) to 5 (often).'),
  m: field('Scores', 'spending score', 'score', '1 (little) to 5 (much).'),
  frequency: field(
    'Scores',
    'purchase days in the RFM window',
    'count',
    'Days with a purchase in the window.',
  ),
  monetary: field('Scores', 'revenue in the RFM window', 'money', 'Revenue in the window.'),

  contacts: field('Service and voice', 'contacts', 'count', 'Calls, mails, visits, tickets, surveys.'),
  tickets: field('Service and voice', 'tickets', 'count', 'Service requests, all told.'),
  open_tickets: field('Service and voice', 'open tickets', 'count', 'Service requests not yet solved.'),
  complaints: field('Service and voice', 'complaints', 'count', 'Tickets that are complaints.'),
  survey_score: field(
    'Service and voice',
    'survey score',
    'score',
    'Average of survey answers, put on a scale of 1 to 5.',
  ),
  review_score: field('Service and voice', 'review score', 'score', 'Average of their reviews, 1 to 5.'),
  referrals_made: field('Service and voice', 'customers referred', 'count', 'People they brought to us.'),
};

/** The words for a profile column. A column that the workbench has no words for is an attribute, named as in the data. */
export const profileFieldLabel = (name: string): FieldLabel =>
  known[name] ?? field('Attributes', fieldWords(name), 'none', 'From your customer file.');

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
