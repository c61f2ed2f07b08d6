import type { ExpectedProfit, PlanLine } from '../records/plan.ts';
import { lineBudget } from './plan-budget.ts';

/** A figure with the ends of its range, in one unit. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What a version of the plan comes to. */
export interface PlanTotals {
  readonly lines: number;
  /** Money. */
  readonly budget: number;
  /** Lines that say what they bring. */
  readonly estimated: number;
  /** Expected profit before the budget, money; null when no line says one. */
  readonly profit: Range | null;
  /** Expected profit − budget, money. */
  readonly net: Range | null;
  /** (expected profit − budget) ÷ budget; null without a budget. */
  readonly roi: Range | null;
}

/** The range of a line; an end that was not said is the likely figure. Null when no likely figure was said. */
export const rangeOf = ({ low, likely, high }: ExpectedProfit): Range | null =>
  likely === null
    ? null
    : { low: Math.min(low ?? likely, likely), likely, high: Math.max(high ?? likely, likely) };

const map = (range: Range | null, change: (value: number) => number): Range | null =>
  range && { low: change(range.low), likely: change(range.likely), high: change(range.high) };

/**
 * Adds the lines up. The low end is what comes when every line comes in low, the high end when every line comes in high: the
 * widest range, as it is right for lines that rest on the same assumption.
 */
export const planTotals = (lines: readonly PlanLine[]): PlanTotals => {
  const budget = lines.reduce((sum, line) => sum + lineBudget(line), 0);
  const ranges = lines.flatMap((line) => rangeOf(line.profit) ?? []);
  const sum = (end: keyof Range): number => ranges.reduce((total, range) => total + range[end], 0);
  const profit = ranges.length === 0 ? null : { low: sum('low'), likely: sum('likely'), high: sum('high') };
  const net = map(profit, (value) => value - budget);
  return {
    lines: lines.length,
    budget,
    estimated: ranges.length,
    profit,
    net,
    roi: budget > 0 ? map(net, (value) => value / budget) : null,
  };
};
