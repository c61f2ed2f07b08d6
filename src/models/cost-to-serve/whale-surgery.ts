import type { CurvePoint } from '../concentration/ranked-group.ts';
import { whaleCurve } from '../concentration/whale-curve.ts';
import type { WhalePeak } from '../concentration/whale-curve.ts';
import { customerProfit } from './customer-profit.ts';
import type { CustomerEconomics } from './customer-profit.ts';
import { operate } from './surgery-action.ts';
import type { SurgeryAction } from './surgery-action.ts';

/** The whale curve of profits and what it says. */
export interface ProfitWhale {
  readonly total: number;
  readonly peak: WhalePeak;
  /** peak ÷ total − 1: what unprofitable customers take away; null for a total of 0 or below, to be shown in money. */
  readonly erosion: number | null;
  readonly unprofitable: number;
  readonly curve: readonly CurvePoint[];
}

/** A customer before and after. */
export interface OperatedCustomer {
  readonly before: CustomerEconomics;
  readonly after: CustomerEconomics;
  readonly profitBefore: number;
  readonly profitAfter: number;
}

/** What a list of actions does to the profit of all customers. */
export interface WhaleSurgery {
  readonly customers: readonly OperatedCustomer[];
  readonly before: ProfitWhale;
  readonly after: ProfitWhale;
  /** after − before, in money. */
  readonly change: number;
}

/** The whale curve of single profits, largest first (Kaplan & Anderson 2004; F8). All zeros and empty without customers. */
export const profitWhale = (profits: readonly number[]): ProfitWhale => {
  const falling = profits.toSorted((one, other) => other - one);
  const gains = falling.filter((profit) => profit > 0);
  const peak = { customers: gains.length, value: gains.reduce((sum, profit) => sum + profit, 0) };
  const total = falling.reduce((sum, profit) => sum + profit, 0);
  return {
    total,
    peak,
    erosion: total > 0 ? peak.value / total - 1 : null,
    unprofitable: falling.filter((profit) => profit < 0).length,
    curve: whaleCurve(
      falling.map((profit) => ({ count: 1, total: profit })),
      peak,
    ),
  };
};

/**
 * Applies actions one after the other to each customer’s components of profit. Cost to serve counts as saved in full:
 * that is so only once the capacity set free is given up or used. Nothing changes without actions.
 */
export const whaleSurgery = (
  customers: readonly CustomerEconomics[],
  actions: readonly SurgeryAction[],
): WhaleSurgery => {
  const operated = customers.map((before): OperatedCustomer => {
    const after = actions.reduce(operate, before);
    return { before, after, profitBefore: customerProfit(before), profitAfter: customerProfit(after) };
  });
  const before = profitWhale(operated.map(({ profitBefore }) => profitBefore));
  const after = profitWhale(operated.map(({ profitAfter }) => profitAfter));
  return { customers: operated, before, after, change: after.total - before.total };
};
