import type { Random } from '../../../core/numeric/random.ts';
import { happens } from '../draw.ts';
import { monthOf, monthStarts } from '../trading-days.ts';
import { planted } from './planted.ts';
import type { Visit } from './purchasing.ts';

/** A coupon, and the share that it takes off every line. */
export interface Coupon {
  readonly code: string;
  readonly share: number;
}

const { unprofitableTail, promotionBoughtCohort } = planted;

/** What everyone is offered at some time of the year, and how many use it. */
const offers = {
  blackFriday: { coupon: { code: 'BLACKFRIDAY', share: 0.2 }, use: 0.45 },
  januarySale: { coupon: { code: 'SALE15', share: 0.15 }, use: 0.35 },
  always: { coupon: { code: 'THANKYOU10', share: 0.1 }, use: 0.07 },
};
const welcome: Coupon = { code: 'WELCOME10', share: 0.1 };
const bait: Coupon = { code: promotionBoughtCohort.coupon, share: promotionBoughtCohort.couponShare };
const clearance: readonly Coupon[] = unprofitableTail.couponShares.map((share) => ({
  code: `CLEARANCE${Math.round(share * 100)}`,
  share,
}));

const offerOn = (onDay: number): (typeof offers)['always'] => {
  const month = monthOf(onDay);
  const dayOfMonth = onDay - (monthStarts[month] ?? 0) + 1;
  if (month % 12 === 10 && dayOfMonth >= 23) return offers.blackFriday;
  return month % 12 === 0 && dayOfMonth <= 21 ? offers.januarySale : offers.always;
};

const ordinaryCoupon = (random: Random, visit: Visit): Coupon | null => {
  if (visit.ordinal === 1 && visit.channel !== 'outlet' && happens(random, 0.3)) return welcome;
  const { coupon, use } = offerOn(visit.day);
  return happens(random, use) ? coupon : null;
};

/** The coupon that an order was placed with; null without one. */
export const drawCoupon = (random: Random, visit: Visit): Coupon | null => {
  const kind = visit.shopper?.kind;
  if (kind === 'promotion-bought' && visit.ordinal === 1) return bait;
  if (kind === 'costly' && happens(random, unprofitableTail.couponProbability))
    return clearance[random.whole(0, clearance.length - 1)] ?? null;
  return ordinaryCoupon(random, visit);
};
