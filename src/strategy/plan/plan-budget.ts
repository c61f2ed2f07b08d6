import { planChannels, planStages, type PlanLine } from '../records/plan.ts';
import { lineMonths, monthOf, spanOf } from './plan-months.ts';

/** Budget of a line over its whole time, money: once, and every month from its first to its last. */
export const lineBudget = (line: Pick<PlanLine, 'oneOff' | 'monthly' | 'start' | 'end'>): number =>
  line.oneOff + line.monthly * lineMonths(line);

/** One part of a roll-up. */
export interface BudgetPart {
  /** Stage, segment id, channel or month; empty where a line names none. */
  readonly key: string;
  readonly lines: number;
  /** Money. */
  readonly budget: number;
  /** Likely profit of its lines, money; null where none of them says one. By month it is not known. */
  readonly profit: number | null;
}

const add = (sum: number | null, value: number | null): number | null =>
  value === null ? sum : (sum ?? 0) + value;

const rollUp = (lines: readonly PlanLine[], keyOf: (line: PlanLine) => string): readonly BudgetPart[] => {
  const parts = new Map<string, BudgetPart>();
  for (const line of lines) {
    const key = keyOf(line);
    const part = parts.get(key) ?? { key, lines: 0, budget: 0, profit: null };
    parts.set(key, {
      key,
      lines: part.lines + 1,
      budget: part.budget + lineBudget(line),
      profit: add(part.profit, line.profit.likely),
    });
  }
  return [...parts.values()];
};

const inOrder = (parts: readonly BudgetPart[], keys: readonly string[]): readonly BudgetPart[] =>
  [...keys, ''].flatMap((key) => parts.filter((part) => part.key === key));

/** Budget by stage, in the order of the stages; stages without lines are left out. Adds up to the plan's budget. */
export const budgetByStage = (lines: readonly PlanLine[]): readonly BudgetPart[] =>
  inOrder(
    rollUp(lines, (line) => line.stage),
    planStages,
  );

/** Budget by channel, in the order of the channels, lines without one last. Adds up to the plan's budget. */
export const budgetByChannel = (lines: readonly PlanLine[]): readonly BudgetPart[] =>
  inOrder(
    rollUp(lines, (line) => line.channel ?? ''),
    planChannels,
  );

/** Budget by segment, largest first, lines without one last. Adds up to the plan's budget. */
export const budgetBySegment = (lines: readonly PlanLine[]): readonly BudgetPart[] =>
  [...rollUp(lines, (line) => line.segmentId ?? '')].sort(
    (a, b) => Number(a.key === '') - Number(b.key === '') || b.budget - a.budget,
  );

/**
 * Budget by month, from the first month of the plan to the last without gaps: what is spent once counts in a line's first
 * month. `lines` is the number that run in the month. Adds up to the plan's budget.
 */
export const budgetByMonth = (lines: readonly PlanLine[]): readonly BudgetPart[] => {
  if (lines.length === 0) return [];
  const spans = lines.map(spanOf);
  const first = Math.min(...spans.map(([from]) => from));
  const last = Math.max(...spans.map(([, to]) => to));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = first + at;
    const running = lines.filter((_line, index) => {
      const [from = 0, to = 0] = spans[index] ?? [];
      return from <= month && month <= to;
    });
    const budget = running.reduce(
      (sum, line) => sum + line.monthly + (spanOf(line)[0] === month ? line.oneOff : 0),
      0,
    );
    return { key: monthOf(month), lines: running.length, budget, profit: null };
  });
};
