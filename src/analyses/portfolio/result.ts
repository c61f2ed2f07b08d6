import * as v from 'valibot';
import { described, numberOrUnknown } from '../result-fields.ts';

const groupSchema = v.object({
  customers: described(v.number(), 'Customers in it'),
  share: numberOrUnknown('Of all who were valued, 0–1; null without any'),
  revenue: described(v.number(), 'Revenue so far, money'),
  profit: described(v.number(), 'Profit after cost to serve so far, money'),
  serve: described(v.number(), 'Cost to serve so far, money'),
  clv: described(v.number(), 'Sum of lifetime values, money'),
  future: described(v.number(), 'Lifetime values after fees and cost to serve, money'),
  pAlive: numberOrUnknown('Mean chance of still being a customer, 0–1; null without any'),
  relationship: numberOrUnknown('Mean relationship value, 0–1; null where nothing tells of it'),
  loss: described(v.number(), 'Sum of the profits below 0, money, at most 0'),
});

const named = (meaning: string) => v.object({ name: described(v.string(), meaning), ...groupSchema.entries });

const planeSchema = v.array(
  v.object({
    xFrom: described(v.number(), 'Least cost to serve, share of revenue'),
    xTo: described(v.number(), 'Most cost to serve, share of revenue'),
    yFrom: described(v.number(), 'Least lifetime value (money) or net price (share of revenue)'),
    yTo: described(v.number(), 'Most lifetime value or net price'),
    customers: described(v.number(), 'Customers in it'),
    pAlive: described(v.number(), 'Mean chance of still being a customer, 0–1'),
    clv: described(v.number(), 'Mean lifetime value, money'),
  }),
);

/** The documented result of the portfolio. */
export const portfolioResult = v.object({
  all: described(groupSchema, 'Everyone in focus with a purchase and a lifetime value'),
  cuts: described(
    v.object({
      clv: described(v.number(), 'Lifetime value from which a customer is valuable, money'),
      serve: described(v.number(), 'Cost to serve from which a customer is dear, share of revenue'),
      alive: described(v.number(), 'P(alive) below which a customer slips away'),
      price: described(v.number(), 'Net price from which a customer pays well, share of revenue'),
    }),
    'The cuts in use',
  ),
  cells: described(v.array(named('retain, grow, maintain or divest')), 'What to do about whom'),
  priceCells: described(v.array(named('One of Shapiro’s four')), 'Net price against cost to serve'),
  plane: described(planeSchema, 'Customers by cost to serve and lifetime value, tenths of each'),
  pricePlane: described(planeSchema, 'Customers by cost to serve and net price, tenths of each'),
  alive: described(
    v.array(
      v.object({
        from: described(v.number(), 'P(alive) from which the tenth begins'),
        customers: described(v.number(), 'Valuable customers in it'),
        clv: described(v.number(), 'Their lifetime values, money'),
      }),
    ),
    'Valuable customers by the chance that they still are customers, ten rows',
  ),
  tiers: described(
    v.array(
      v.object({
        tier: described(v.number(), '1 the best to 4, those without profit'),
        from: numberOrUnknown('Least profit, money; null: no lower bound'),
        ...groupSchema.entries,
      }),
    ),
    'Service tiers by profit so far',
  ),
  key: described(groupSchema, 'Key customers: regular and proven profitable'),
  unprofitable: described(groupSchema, 'Customers who cost more than they brought'),
  keptByValue: described(groupSchema, 'Unprofitable, but with future profit'),
  keptByReferrals: described(groupSchema, 'Unprofitable without future profit, but they have brought others'),
  candidates: described(groupSchema, 'Divest list: unprofitable, and nothing speaks for them'),
  highValue: described(
    v.object({ from: described(v.number(), 'Least lifetime value, money'), ...groupSchema.entries }),
    'The tenth with the highest lifetime values',
  ),
  highVolume: described(
    v.object({ from: described(v.number(), 'Least revenue, money'), ...groupSchema.entries }),
    'The tenth with the most revenue',
  ),
});

/** {@link portfolioResult}'s type. */
export type Portfolio = v.InferOutput<typeof portfolioResult>;

/** A group of customers in figures. */
export type PortfolioGroup = v.InferOutput<typeof groupSchema>;
