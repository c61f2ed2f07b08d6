import type { Random } from '../../../core/numeric/random.ts';
import { happens } from '../draw.ts';
import { dayCount } from '../trading-days.ts';
import type { OrderSummary } from './orders.ts';
import type { Shopper } from './shoppers.ts';

/** A member's standing in the loyalty scheme on the last day. */
export interface Membership {
  readonly tier: 'Bronze' | 'Silver' | 'Gold';
  /** One for each pound spent as a member, less those redeemed. */
  readonly points: number;
}

const joiningProbability = { ordinary: 0.58, costly: 0.6, 'promotion-bought': 0.25, captive: 0.35 } as const;
const silverFrom = 400;
const goldFrom = 900;
const pointsPerReward = 500;

const tierOf = (poundsLastYear: number): Membership['tier'] => {
  if (poundsLastYear >= goldFrom) return 'Gold';
  return poundsLastYear >= silverFrom ? 'Silver' : 'Bronze';
};

/** The membership of each customer, null for those who never joined. Same order as the shoppers. */
export const drawMemberships = (
  random: Random,
  shoppers: readonly Shopper[],
  ordersOf: readonly (readonly OrderSummary[])[],
): readonly (Membership | null)[] =>
  shoppers.map((shopper) => {
    const orders = ordersOf[shopper.index] ?? [];
    if (orders.length === 0 || !happens(random, joiningProbability[shopper.kind])) return null;
    const spent = (counted: readonly OrderSummary[]): number =>
      Math.max(0, counted.reduce((sum, order) => sum + order.net, 0) / 100);
    const earned = Math.floor(spent(orders));
    const rewards = Math.floor(earned / pointsPerReward);
    const redeemed = pointsPerReward * Math.floor(rewards * random.next() * 1.2);
    return {
      tier: tierOf(spent(orders.filter((order) => order.visit.day >= dayCount - 365))),
      points: Math.max(0, earned - Math.min(redeemed, rewards * pointsPerReward)),
    };
  });
