import type { Predicate } from '../../core/predicate.ts';
import { endOfPeriod } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import type { Mark } from '../analysis.ts';
import type { CustomerProfit } from './result.ts';

type Trait = CustomerProfit['tail'][number];

const bands: Readonly<Record<string, string>> = {
  'discounts most': 'At least half of the orders discounted',
  'discounts some': 'Some orders discounted',
  'discounts no': 'No order discounted',
  'tickets three': 'Three service tickets or more',
  'tickets some': 'One or two service tickets',
  'tickets no': 'No service ticket',
};

const titles: Readonly<Record<string, string>> = {
  acq_channel: 'Won by',
  acq_campaign: 'Won by campaign',
  region: 'Region',
  country: 'Country',
  kind: 'Kind',
  first_coupon: 'First order with coupon',
  first_month: 'First order in',
};

/** A trait in the strategist's words: “Won by catalogue”, “Three service tickets or more”. */
export const traitWords = ({ trait, value }: Pick<Trait, 'trait' | 'value'>): string => {
  const band = bands[`${trait} ${value}`];
  if (band !== undefined) return band;
  if (trait === 'first_coupon' && value === 'none') return 'First order without a coupon';
  return `${titles[trait] ?? trait} ${value}`;
};

const bandRules: Readonly<Record<string, Predicate>> = {
  'discounts most': { kind: 'compare', field: 'discount_share', operator: 'at-least', value: 0.5 },
  'discounts some': {
    kind: 'all',
    of: [
      { kind: 'compare', field: 'discount_share', operator: 'more-than', value: 0 },
      { kind: 'compare', field: 'discount_share', operator: 'less-than', value: 0.5 },
    ],
  },
  'discounts no': { kind: 'compare', field: 'discount_share', operator: 'at-most', value: 0 },
  'tickets three': { kind: 'compare', field: 'tickets', operator: 'at-least', value: 3 },
  'tickets some': { kind: 'compare', field: 'tickets', operator: 'between', value: [1, 2] },
  'tickets no': { kind: 'compare', field: 'tickets', operator: 'at-most', value: 0 },
};

const columns = ['acq_channel', 'acq_campaign', 'region', 'country', 'kind'];

const ruleOf = ({ trait, value }: Trait): Predicate | undefined => {
  const band = bandRules[`${trait} ${value}`];
  if (band) return band;
  if (columns.includes(trait)) return { kind: 'compare', field: trait, operator: 'is', value };
  if (trait !== 'first_month') return undefined;
  const start: Day = `${value}-01` as Day;
  return {
    kind: 'compare',
    field: 'first_order',
    operator: 'between',
    value: [start, endOfPeriod(start, 'month')],
  };
};

/** The key of a trait among the bars. */
export const traitKey = ({ trait, value }: Trait): string => `${trait} ${value}`;

/** The segment of a named trait: customers with a purchase who have it. Undefined where no column knows it. */
export const traitMark = (value: CustomerProfit, key: string): Mark | undefined => {
  const trait = value.tail.find((candidate) => traitKey(candidate) === key);
  const rule = trait && ruleOf(trait);
  if (!trait || !rule) return undefined;
  return {
    label: traitWords(trait),
    predicate: {
      kind: 'all',
      of: [{ kind: 'compare', field: 'orders', operator: 'at-least', value: 1 }, rule],
    },
  };
};
