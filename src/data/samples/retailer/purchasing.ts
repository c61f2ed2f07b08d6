import type { Random } from '../../../core/numeric/random.ts';
import { happens } from '../draw.ts';
import { createBusyness, dayCount, timeOf } from '../trading-days.ts';
import { drawComplaint, leavesOverComplaint } from './complaints.ts';
import type { Complaint } from './complaints.ts';
import { places } from './places.ts';
import { planted } from './planted.ts';
import type { Shopper } from './shoppers.ts';

/** One order before anything is put into the basket. */
export interface Visit {
  /** Null for a sale to somebody unknown. */
  readonly shopper: Shopper | null;
  readonly at: number;
  /** Day of the data. */
  readonly day: number;
  /** 1 for the customer's first order. */
  readonly ordinal: number;
  readonly channel: Shopper['channel'];
  readonly isCancelled: boolean;
  /** Null for goods taken home from a shop. */
  readonly promisedAt: number | null;
  readonly deliveredAt: number | null;
  readonly complaint: Complaint | null;
}

const hour = 3_600_000;
const day = 24 * hour;
const { captiveArea } = planted;
const daysOfYear = 365.25;

/** When people shop: Fridays and Saturdays, and twice as much in December as in summer. */
const shopping = createBusyness(
  [0.95, 0.85, 0.85, 0.9, 1, 1.2, 1.25],
  [0.9, 0.8, 0.88, 0.92, 0.92, 0.88, 0.82, 0.82, 0.92, 1, 1.35, 1.79],
);

/** Minute of the day: around three in the afternoon; shops are open from 9 to 18. */
const drawMinutes = (random: Random, isShop: boolean): number =>
  isShop
    ? random.whole(9 * 60, 18 * 60 - 1)
    : Math.round(Math.min(23 * 60, Math.max(6 * 60, 15 * 60 + 210 * random.normal())));

/** When an order sent at `at` arrives: usually hours early, sometimes days late. */
const drawArrival = (random: Random, at: number, promisedAt: number): number => {
  const late = happens(random, 0.075) ? (1 + random.exponential(2.5)) * day : -random.exponential(14) * hour;
  return Math.floor(Math.max(at + 20 * hour, promisedAt + late));
};

const drawVisit = (random: Random, shopper: Shopper, onDay: number, ordinal: number): Visit => {
  const channel = happens(random, 0.15) ? 'e-commerce' : shopper.channel;
  const isShop = channel === 'outlet';
  const at = timeOf(onDay, drawMinutes(random, isShop));
  const isCancelled = !isShop && happens(random, 0.016);
  const isSent = !isShop && !isCancelled;
  const promisedAt = isSent ? at + (1 + (places[shopper.place]?.deliveryDays ?? 2)) * day : null;
  const deliveredAt = promisedAt === null ? null : drawArrival(random, at, promisedAt);
  const isLate = promisedAt !== null && deliveredAt !== null && deliveredAt > promisedAt;
  const complaint = isCancelled ? null : drawComplaint(random, deliveredAt ?? at, isLate);
  return { shopper, at, day: onDay, ordinal, channel, isCancelled, promisedAt, deliveredAt, complaint };
};

const firstOrderDay = (random: Random, shopper: Shopper): number =>
  shopper.kind === 'promotion-bought' || shopper.channel === 'outlet'
    ? shopper.seenOn
    : shopper.seenOn + Math.floor(random.exponential(4));

/** The day on which a competitor makes the customer leave; Infinity when none does. */
const drawCompetitorDay = (random: Random, shopper: Shopper): number =>
  shopper.kind === 'captive' && happens(random, captiveArea.leavingProbability)
    ? captiveArea.competitorOpens + random.whole(0, 30)
    : Infinity;

const stillBuysThere = (random: Random, shopper: Shopper, onDay: number): boolean =>
  shopper.kind !== 'captive' ||
  onDay < captiveArea.competitorOpens ||
  happens(random, captiveArea.rateFactorAfterwards);

/**
 * All orders of one customer: a Poisson process at their own rate that may end after each order (buy till you die,
 * after Fader, Hardie and Lee 2005), bent by the calendar, by complaints and by a competitor.
 */
const visitsOf = (random: Random, shopper: Shopper): readonly Visit[] => {
  const visits: Visit[] = [];
  if (shopper.neverOrders) return visits;
  let leavesOn = drawCompetitorDay(random, shopper);
  let onDay = firstOrderDay(random, shopper);
  let moment = (shopping.upTo[Math.min(onDay, dayCount)] ?? 0) + random.next() * 0.5;
  while (onDay < dayCount && onDay < leavesOn) {
    if (stillBuysThere(random, shopper, onDay)) {
      const visit = drawVisit(random, shopper, onDay, visits.length + 1);
      visits.push(visit);
      if (visit.complaint !== null)
        leavesOn = Math.min(leavesOn, leavesOverComplaint(random, shopper, visit.complaint, visits.length));
      if (happens(random, shopper.dropout)) break;
    }
    moment += random.exponential(daysOfYear / shopper.rate);
    onDay = shopping.dayAt(moment);
  }
  return visits;
};

/** Sales in shops to people who did not give a name. */
const anonymousVisits = (random: Random): readonly Visit[] => {
  const visits: Visit[] = [];
  for (let moment = 0.1; ; moment += random.exponential(0.24)) {
    const onDay = shopping.dayAt(moment);
    if (onDay >= dayCount) return visits;
    visits.push({
      shopper: null,
      at: timeOf(onDay, drawMinutes(random, true)),
      day: onDay,
      ordinal: 1,
      channel: 'outlet',
      isCancelled: false,
      promisedAt: null,
      deliveredAt: null,
      complaint: null,
    });
  }
};

/** All orders in the order in which they were placed. */
export const createVisits = (random: Random, shoppers: readonly Shopper[]): readonly Visit[] =>
  [...shoppers.flatMap((shopper) => visitsOf(random, shopper)), ...anonymousVisits(random)].sort(
    (a, b) => a.at - b.at,
  );
