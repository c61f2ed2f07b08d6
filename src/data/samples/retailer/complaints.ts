import type { Random } from '../../../core/numeric/random.ts';
import { happens } from '../draw.ts';
import { positionOfTime } from '../trading-days.ts';
import { planted } from './planted.ts';
import type { Shopper } from './shoppers.ts';

/** A complaint about an order. */
export interface Complaint {
  readonly openedAt: number;
  readonly firstReplyAt: number;
  /** May lie after the last day of the data: then it is still open. */
  readonly solvedAt: number;
  readonly cause: 'Late delivery' | 'Damaged goods' | 'Wrong item' | 'Quality';
  /** Days from opening to solution, with fractions. */
  readonly days: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const { slowComplaints } = planted;
const otherCauses = ['Damaged goods', 'Wrong item', 'Quality'] as const;
const normalHandling = { medianDays: 2.6, spread: 0.75 };
const backlogHandling = { medianDays: 14, spread: 0.55 };

/** The complaint that an order leads to, if any. A late delivery makes one likely. */
export const drawComplaint = (random: Random, receivedAt: number, isLate: boolean): Complaint | null => {
  if (!happens(random, isLate ? 0.24 : 0.02)) return null;
  const openedAt = Math.floor(receivedAt + random.exponential(1.2) * day);
  const opened = positionOfTime(openedAt);
  const { from, to } = slowComplaints.backlog;
  const handling = opened >= from && opened < to ? backlogHandling : normalHandling;
  const days = handling.medianDays * Math.exp(handling.spread * random.normal());
  return {
    openedAt,
    firstReplyAt: Math.floor(
      openedAt + Math.min(days * 0.6, random.exponential(handling.medianDays / 4)) * day,
    ),
    solvedAt: Math.floor(openedAt + days * day),
    cause: isLate ? 'Late delivery' : (otherCauses[random.whole(0, 2)] ?? 'Quality'),
    days,
  };
};

/** The day from which a complaint keeps the customer away; Infinity when it does not. A quick answer is forgiven. */
export const leavesOverComplaint = (
  random: Random,
  shopper: Shopper,
  complaint: Complaint,
  ordersSoFar: number,
): number => {
  if (complaint.days <= slowComplaints.slowAfterDays || shopper.kind === 'costly') return Infinity;
  const { loyal, other } = slowComplaints.leavingProbability;
  const leaves = happens(random, ordersSoFar >= slowComplaints.loyalFromOrders ? loyal : other);
  return leaves ? positionOfTime(complaint.openedAt) + 1 : Infinity;
};
