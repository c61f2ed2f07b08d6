import type { Comparison, Predicate } from '../../core/predicate.ts';
import type { LoadedColumn } from '../../engine/contract.ts';

/** A ready-made segment that the data of now allow. */
export interface SuggestedSegment {
  readonly key: string;
  readonly name: string;
  /** Why it is worth looking at, in a sentence. */
  readonly why: string;
  readonly predicate: Predicate;
}

interface Template extends SuggestedSegment {
  /** Profile columns that must hold at least one value. */
  readonly needs: readonly string[];
}

const compare = (
  field: string,
  operator: Comparison['operator'],
  value?: Comparison['value'],
): Comparison => ({ kind: 'compare', field, operator, ...(value === undefined ? {} : { value }) });

const all = (...of: readonly Predicate[]): Predicate => ({ kind: 'all', of });

const templates: readonly Template[] = [
  {
    key: 'lapsed',
    name: 'Lapsed for 180 days',
    why: 'Bought once or more, then silent for half a year: win back or let go.',
    predicate: all(compare('recency_days', 'more-than', 180)),
    needs: ['recency_days'],
  },
  {
    key: 'one-time',
    name: 'One-time buyers',
    why: 'The second purchase is the acid test; these have not made it.',
    predicate: all(compare('purchase_days', 'is', 1)),
    needs: ['purchase_days'],
  },
  {
    key: 'champions',
    name: 'Champions',
    why: 'Bought lately and often: keep, and ask for referrals.',
    predicate: all(compare('rfm_segment', 'is', 'Champions')),
    needs: ['rfm_segment'],
  },
  {
    key: 'missed',
    name: 'Customers you would miss',
    why: 'Used to buy often and have gone quiet: find out why, then win them back.',
    predicate: all(compare('rfm_segment', 'in', ['At Risk', "Can't Lose Them"])),
    needs: ['rfm_segment'],
  },
  {
    key: 'new',
    name: 'New in the last 90 days',
    why: 'First purchase within a quarter: the welcome decides.',
    predicate: all(compare('first_order', 'within-days', 90)),
    needs: ['first_order'],
  },
  {
    key: 'repeat',
    name: 'Repeat buyers, active',
    why: 'At least two purchases, the last within 180 days.',
    predicate: all(compare('purchase_days', 'at-least', 2), compare('recency_days', 'at-most', 180)),
    needs: ['purchase_days', 'recency_days'],
  },
  {
    key: 'unprofitable',
    name: 'Below zero',
    why: 'Their margin is negative before any cost to serve.',
    predicate: all(compare('margin', 'less-than', 0)),
    needs: ['margin'],
  },
  {
    key: 'promotion',
    name: 'Bought mostly on discount',
    why: 'At least two orders, three in four with a discount: loyal to the price?',
    predicate: all(compare('orders', 'at-least', 2), compare('discount_share', 'at-least', 0.75)),
    needs: ['discount_share'],
  },
  {
    key: 'complained',
    name: 'Complained',
    why: 'At least one complaint: recovery keeps them or loses them.',
    predicate: all(compare('complaints', 'at-least', 1)),
    needs: ['complaints'],
  },
  {
    key: 'advocates',
    name: 'Brought in others',
    why: 'Have referred at least one customer: thank them.',
    predicate: all(compare('referrals_made', 'at-least', 1)),
    needs: ['referrals_made'],
  },
  {
    key: 'no-order',
    name: 'No order yet',
    why: 'Known to you, never bought.',
    predicate: all(compare('orders', 'is', 0)),
    needs: ['orders'],
  },
];

const bestTenth = (threshold: number): SuggestedSegment => ({
  key: 'best-tenth',
  name: 'Best tenth by revenue',
  why: 'The few who carry the business: one in ten of those who bought.',
  predicate: all(compare('revenue', 'at-least', threshold)),
});

const largestCampaign = (profile: readonly LoadedColumn[]): readonly SuggestedSegment[] => {
  const campaign = profile.find((column) => column.name === 'acq_campaign')?.values?.[0]?.value;
  if (!campaign) return [];
  return [
    {
      key: 'campaign',
      name: `Won by ${campaign}`,
      why: 'The campaign that brought most customers: are they worth what it cost?',
      predicate: all(compare('acq_campaign', 'is', campaign)),
    },
  ];
};

const canVary = (column: LoadedColumn | undefined): boolean => (column?.known ?? 0) > 0;

/**
 * The ready-made segments for these data: only those whose columns hold values. `bestTenthFrom` is the revenue from
 * which a customer belongs to the best tenth of customers (see the deciles of the concentration analysis); undefined while it is unknown.
 */
export const suggestSegments = (
  profile: readonly LoadedColumn[],
  bestTenthFrom: number | undefined,
): readonly SuggestedSegment[] => {
  const has = (name: string): boolean => canVary(profile.find((column) => column.name === name));
  const fitting = templates
    .filter(({ needs }) => needs.every(has))
    .map(({ key, name, why, predicate }) => ({ key, name, why, predicate }));
  const tenth = bestTenthFrom === undefined || !has('revenue') ? [] : [bestTenth(bestTenthFrom)];
  return [...tenth, ...fitting, ...largestCampaign(profile)];
};

/** A name that no other segment has: “Champions”, then “Champions 2”. */
export const freeSegmentName = (wanted: string, taken: readonly string[]): string => {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
};
